// The pipeline, to be read aloud: source → front matter → Liquid → Markdown tree → HTML, excerpt, outline, text.

import { type FrontMatter, parseFrontMatter, splitSource } from "../post/front-matter.ts";
import type { Includes } from "../post/includes.ts";
import type { Locale } from "../post/locale.ts";
import { InvalidSourceError, type Note } from "../post/note.ts";
import type { Post } from "../post/post.ts";
import { unescapedHtml } from "../post/safe-html.ts";
import type { Site } from "../post/site.ts";
import type { PostAddress } from "../post/slug.ts";
import { postLiquidContext } from "./liquid-values.ts";
import { renderLiquid } from "./liquid/liquid.ts";
import { createMarkdownRenderer, type RenderedMarkdown } from "./markdown.ts";
import { type Measure, unmeasured } from "./measure.ts";
import { readingMinutes } from "./reading-time.ts";
import type { RenderedPost } from "./rendered-post.ts";

export interface RenderContext {
  /** The object's key, named in notes. */
  readonly file: string;
  readonly address: PostAddress;
  readonly site: Site;
  readonly includes: Includes;
  /** Milliseconds since 1970: the date of a post that names none; null where the store doesn't know. */
  readonly uploadedAt: number | null;
  /** Times the phases for a caller that has a clock. */
  readonly measure?: Measure;
}

export interface RenderResult {
  readonly post: Post;
  readonly rendered: RenderedPost;
}

/** @throws InvalidSourceError for a source without front matter, or with one that is wrong */
export function renderPost(source: string, context: RenderContext): RenderResult {
  const measure = context.measure ?? unmeasured;
  const parts = splitSource(source) ?? refuseWithoutHead(context.file);
  const frontMatter = measure("front-matter", () =>
    parseFrontMatter(parts, { file: context.file, timeZone: context.site.timeZone }),
  );
  const markdown = createMarkdownRenderer({ site: context.site, frontMatter, measure });
  const liquid = measure("liquid", () =>
    renderLiquid(parts.body, postLiquidContext(frontMatter, context, markdown)),
  );
  const body = markdown.render(liquid.source);
  const head = describe(frontMatter, context);
  return {
    post: {
      ...head,
      excerpt: frontMatter.excerpt ?? frontMatter.description ?? body.excerpt,
      readingMinutes: readingMinutes(body.text),
    },
    rendered: {
      html: unescapedHtml(body.html),
      outline: body.outline,
      excerpt: body.excerpt,
      text: body.text,
      hasMath: body.hasMath,
      links: body.links,
      images: body.images,
      notes: [
        ...headNotes(frontMatter, context),
        ...inFile(liquid.notes, parts.bodyLine),
        ...inFile(body.notes, parts.bodyLine),
      ],
    },
  };
}

function describe(
  frontMatter: FrontMatter,
  { address, site, uploadedAt }: RenderContext,
): Omit<Post, "excerpt" | "readingMinutes"> {
  const { date, lastModifiedAt, isHidden, tags, categories, author, image, excerpts } = frontMatter;
  const { isNoindex, isOffSitemap } = frontMatter;
  return {
    slug: address.slug,
    locale: localeOf(frontMatter, address, site),
    isOriginal: address.locale === null,
    title: frontMatter.title ?? titleOf(address.slug),
    date: date ?? uploadedAt ?? 0,
    lastModifiedAt,
    isHidden,
    isIndexed: !isNoindex,
    isInSitemap: !isNoindex && !isOffSitemap,
    tags,
    categories,
    author,
    image,
    excerpts,
  };
}

/** A translation's file name says its language. */
function localeOf(frontMatter: FrontMatter, address: PostAddress, site: Site): Locale {
  return address.locale ?? frontMatter.lang ?? site.locale;
}

/** As Jekyll names a post without a title: `my-first-post` → `My First Post`. */
function titleOf(slug: string): string {
  return slug.replaceAll("-", " ").replace(/(?<=^|\s)\p{L}/gu, (letter) => letter.toUpperCase());
}

function headNotes({ date, title }: FrontMatter, { file }: RenderContext): readonly Note[] {
  const missing = [...(title === null ? ["title"] : []), ...(date === null ? ["date"] : [])];
  return missing.map((field) => ({
    severity: "warning",
    rule: `front-matter/${field}`,
    line: 1,
    column: 1,
    field,
    message: `Cannot find ${field} in the front matter of "${file}": its ${field === "date" ? "upload is its date" : "file name is its title"}; write "${field}: …"`,
  }));
}

/** Places in the body → places in the file. */
function inFile(notes: RenderedMarkdown["notes"], bodyLine: number): readonly Note[] {
  return notes.map((note) =>
    note.line === null ? note : { ...note, line: note.line + bodyLine - 1 },
  );
}

function refuseWithoutHead(file: string): never {
  const message = `Cannot find front matter in "${file}": the file must begin with a line "---", then "title: …", then a line "---"`;
  throw new InvalidSourceError(file, [
    { severity: "error", rule: "front-matter/missing", line: 1, column: 1, field: null, message },
  ]);
}
