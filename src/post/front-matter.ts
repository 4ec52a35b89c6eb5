// The YAML head of a post: where it ends as Jekyll has it, and what its fields mean.

import { createFieldReader, type FieldReader, isPublicUrl } from "./field-reader.ts";
import type { Locale } from "./locale.ts";
import { InvalidSourceError } from "./note.ts";
import { isRecord } from "./record.ts";
import { parseYamlMap, type YamlMap } from "./yaml-map.ts";

/** Real heads have under 3 KB; excerpts in a dozen languages fit. */
const MAX_FRONT_MATTER_LENGTH = 16_384;
const MAX_TITLE_LENGTH = 300;
/** An excerpt is cut at 160 characters when it is shown; more is kept for feeds. */
const MAX_EXCERPT_LENGTH = 2_000;

export interface SourceParts {
  readonly yaml: string;
  /** 1-based line of the first line of YAML. */
  readonly yamlLine: number;
  readonly body: string;
  /** 1-based line of the first line of the body. */
  readonly bodyLine: number;
}

export interface FrontMatter {
  readonly title: string | null;
  /** Milliseconds since 1970. */
  readonly date: number | null;
  readonly lastModifiedAt: number | null;
  readonly lang: Locale | null;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  /** The author's own words for lists; null where the body gives them. */
  readonly excerpt: string | null;
  readonly excerpts: Readonly<Record<string, string>>;
  readonly excerptSeparator: string | null;
  readonly description: string | null;
  readonly author: string | null;
  /** Header image: URL or path. */
  readonly image: string | null;
  /** `draft: true`, `published: false`. */
  readonly isHidden: boolean;
  /** Every field as Liquid's `page` has it, known or not. */
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface FrontMatterContext {
  /** Named in errors. */
  readonly file: string;
  /** IANA name: where dates without an offset happen. */
  readonly timeZone: string;
}

/**
 * Parts a source into head and body; null if it has no front matter, which makes it no post for Jekyll.
 *
 * @example splitSource("---\ntitle: A\n---\nText") // → yaml "title: A\n", body "Text", bodyLine 4
 */
export function splitSource(source: string): SourceParts | null {
  const text = source.startsWith("\uFEFF") ? source.slice(1) : source;
  const [opening = "", ...lines] = text.split(/(?<=\n)/);
  if (!/^---[ \t\r]*\n$/.test(opening)) return null;
  const end = lines.findIndex((line) => /^(?:---|\.\.\.)[ \t\r]*\n?$/.test(line));
  if (end < 0) return null;
  return {
    yaml: lines.slice(0, end).join(""),
    yamlLine: 2,
    body: lines.slice(end + 1).join(""),
    bodyLine: end + 3,
  };
}

/** @throws InvalidSourceError with a note for every field that is wrong */
export function parseFrontMatter(parts: SourceParts, context: FrontMatterContext): FrontMatter {
  const place = {
    file: context.file,
    firstLine: parts.yamlLine,
    maxLength: MAX_FRONT_MATTER_LENGTH,
  };
  const fields = parseYamlMap(parts.yaml, place);
  const reader = createFieldReader(fields, "front-matter");
  const { excerpt, excerpts } = readExcerpts(fields, reader);
  const frontMatter: FrontMatter = {
    title: reader.text("title", MAX_TITLE_LENGTH),
    date: reader.date("date", context.timeZone),
    lastModifiedAt: reader.date("last_modified_at", context.timeZone),
    lang: reader.locale("lang"),
    tags: reader.words("tags"),
    categories: [...new Set([...reader.words("category"), ...reader.words("categories")])],
    excerpt,
    excerpts,
    excerptSeparator: reader.verbatim("excerpt_separator", 100),
    description: reader.text("description", MAX_EXCERPT_LENGTH),
    author: readName(fields, reader, "author"),
    image: readImage(fields, reader),
    isHidden: reader.boolean("draft") === true || reader.boolean("published") === false,
    fields: Object.fromEntries([...fields].map(([key, field]) => [key, field.value])),
  };
  if (reader.notes.length > 0) throw new InvalidSourceError(context.file, reader.notes);
  return frontMatter;
}

/** `excerpts: {en: …}`, and a map under `excerpt:`, which some themes know. */
function readExcerpts(
  fields: YamlMap,
  reader: FieldReader,
): Pick<FrontMatter, "excerpt" | "excerpts"> {
  const excerpts = reader.textsByLocale("excerpts", MAX_EXCERPT_LENGTH);
  if (!isRecord(fields.get("excerpt")?.value)) {
    return { excerpt: reader.text("excerpt", MAX_EXCERPT_LENGTH), excerpts };
  }
  return {
    excerpt: null,
    excerpts: { ...reader.textsByLocale("excerpt", MAX_EXCERPT_LENGTH), ...excerpts },
  };
}

/** A name, or a map with one: `author: {name: …}`. */
function readName(fields: YamlMap, reader: FieldReader, key: string): string | null {
  const value = fields.get(key)?.value;
  if (Array.isArray(value)) return reader.texts(key).join(", ");
  if (!isRecord(value)) return reader.text(key, MAX_TITLE_LENGTH);
  return typeof value["name"] === "string" ? value["name"].slice(0, MAX_TITLE_LENGTH) : null;
}

/** minimal-mistakes' `header.image` and `header.overlay_image`, else `image`, a path or a map with `path`. */
function readImage(fields: YamlMap, reader: FieldReader): string | null {
  const header = fields.get("header")?.value;
  const image = fields.get("image")?.value;
  const candidates = [
    ["header", isRecord(header) ? header["image"] : null],
    ["header", isRecord(header) ? header["overlay_image"] : null],
    ["image", isRecord(image) ? image["path"] : image],
  ] as const;
  for (const [key, value] of candidates) {
    if (typeof value !== "string" || value === "") continue;
    if (isPublicUrl(value)) return value;
    reader.refuse(
      key,
      `the image ${JSON.stringify(value.slice(0, 60))} is neither an http(s) URL nor a path of this site`,
    );
  }
  return null;
}
