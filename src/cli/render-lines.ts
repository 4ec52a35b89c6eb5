// Renders posts exactly as Jekyll does, as JSON lines: `{id, markdown, site, page, raw}` in, `{id, html}` or
// `{id, error}` out. It is what a comparison with Jekyll's own pages runs.

import { answerLines } from "./json-lines.ts";
import { InvalidSourceError } from "../post/note.ts";
import { parseFrontMatter, splitSource, type SourceParts } from "../post/front-matter.ts";
import { parseKramdown, printKramdown } from "../render/kramdown/kramdown.ts";
import { parseKramdownOptions, type KramdownOptions } from "../render/kramdown/kramdown-options.ts";
import { renderLiquid } from "../render/liquid/liquid.ts";
import { smartify } from "../render/kramdown/smartify.ts";
import { escapeText } from "../post/safe-html.ts";

type Fields = Readonly<Record<string, unknown>>;

interface Question {
  readonly id: string;
  readonly markdown: string;
  /** The site's values: `url`, `baseurl`, `kramdown`, and `links`, the URLs of source files. */
  readonly site: Fields;
  readonly page: Fields;
  /** Markdown alone: no front matter, no Liquid, and kramdown's own defaults. */
  readonly isRaw: boolean;
}

await answerLines((line) => {
  const question = readQuestion(line);
  try {
    return { id: question.id, html: render(question) };
  } catch (error) {
    return { id: question.id, error: error instanceof Error ? error.message : String(error) };
  }
});

function render({ markdown, site, page, isRaw }: Question): string {
  if (isRaw) return print(markdown, optionsOf({ hard_wrap: true, ...fieldsOf(site["kramdown"]) }));
  const options = optionsOf(fieldsOf(site["kramdown"]));
  const parts = splitSource(markdown.replaceAll("\r\n", "\n"));
  if (parts === null) return print(markdown, options);
  const { source } = renderLiquid(parts.body, {
    site,
    page: { ...fieldsOfHead(parts), ...page, date: new Date(String(page["date"])) },
    includes: {},
    postUrl: (name) => findUrl(site, `_posts/${name}`),
    link: (path) => findUrl(site, path.replace(/^\//, "")),
    markdownify: (text) => print(text, options),
    smartify: (text) => smartify(text, options),
    highlight: escapeText,
    timeZone: "UTC",
    now: null,
  });
  return print(source, options);
}

// A head that cannot be published is none of the body's business here.
function fieldsOfHead(parts: SourceParts): Fields {
  try {
    return parseFrontMatter(parts, { file: "post.md", timeZone: "UTC" }).fields;
  } catch (error) {
    if (error instanceof InvalidSourceError) return {};
    throw error;
  }
}

function print(markdown: string, options: KramdownOptions): string {
  return printKramdown(parseKramdown(markdown, options), { math: null, code: null });
}

function optionsOf(kramdown: Fields): KramdownOptions {
  return { ...parseKramdownOptions(kramdown).options, markdownInHtml: "jekyll" };
}

// A post is named without its extension, and perhaps without its folder.
function findUrl(site: Fields, path: string): string | null {
  const baseUrl = typeof site["baseurl"] === "string" ? site["baseurl"] : "";
  for (const [file, url] of Object.entries(fieldsOf(site["links"]))) {
    const name = file.replace(/\.\w+$/, "");
    if (file === path || name === path || name.endsWith(`/${path}`))
      return `${baseUrl}${String(url)}`;
  }
  return null;
}

function readQuestion(line: unknown): Question {
  const { id, markdown, site, page, raw } = fieldsOf(line);
  if (typeof id !== "string" || typeof markdown !== "string") {
    throw new TypeError('Cannot read a question: it needs "id" and "markdown"');
  }
  return { id, markdown, site: fieldsOf(site), page: fieldsOf(page), isRaw: raw === true };
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}
