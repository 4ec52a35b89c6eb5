// The YAML head of a post: where it ends as Jekyll has it, and what its fields mean.

import { createFieldReader, type FieldReader, type FieldType } from "./field-reader.ts";
import {
  byLocale,
  date,
  locale,
  member,
  text,
  texts,
  truth,
  url,
  verbatim,
  words,
} from "./field-types.ts";
import type { Locale } from "./locale.ts";
import { InvalidSourceError } from "./note.ts";
import { isRecord } from "./record.ts";
import { parseYamlMap } from "./yaml-map.ts";

/** Real heads have under 3 KB; excerpts in a dozen languages fit. */
const MAX_FRONT_MATTER_LENGTH = 16_384;
const MAX_TITLE_LENGTH = 300;
/** An excerpt is cut at 160 characters when it is shown; more is kept for feeds. */
const MAX_EXCERPT_LENGTH = 2_000;
const MAX_SEPARATOR_LENGTH = 100;

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
  /** `noindex: true`, `robots: noindex`. */
  readonly isNoindex: boolean;
  /** `sitemap: false`. */
  readonly isOffSitemap: boolean;
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
  if (!/^---[ \t\r\f\v]*\n$/.test(opening)) return null;
  const end = lines.findIndex((line) => /^(?:---|\.\.\.)[ \t\r\f\v]*\n?$/.test(line));
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
  const { read } = reader;
  const instant = date(context.timeZone);
  const own = read("excerpt", ownExcerpt);
  const frontMatter: FrontMatter = {
    title: read("title", text(MAX_TITLE_LENGTH)),
    date: read("date", instant),
    lastModifiedAt: read("last_modified_at", instant),
    lang: read("lang", locale),
    tags: read("tag", texts) ?? read("tags", words) ?? [],
    categories: [
      ...new Set([...(read("categories", words) ?? []), ...(read("category", texts) ?? [])]),
    ],
    excerpt: typeof own === "string" ? own : null,
    excerpts: { ...(isRecord(own) ? own : {}), ...read("excerpts", byLocale(excerptText)) },
    excerptSeparator: read("excerpt_separator", verbatim(MAX_SEPARATOR_LENGTH)),
    description: read("description", text(MAX_EXCERPT_LENGTH)),
    author: read("author", author),
    image: readImage(reader),
    // Both are read, so that a fault of either is noted.
    isHidden: [read("draft", truth) === true, read("published", truth) === false].includes(true),
    isNoindex: [read("noindex", truth) === true, read("robots", robots) === true].includes(true),
    isOffSitemap: read("sitemap", sitemap) === false,
    fields: Object.fromEntries([...fields].map(([key, field]) => [key, field.value])),
  };
  if (reader.notes.length > 0) throw new InvalidSourceError(context.file, reader.notes);
  return frontMatter;
}

const excerptText = text(MAX_EXCERPT_LENGTH);

/** A text, or a map by locale, which some themes know. `false` is Jekyll's way of saying that there is none. */
const ownExcerpt: FieldType<string | Readonly<Record<string, string>> | null> = (field) => {
  if (field.value === false) return null;
  return isRecord(field.written) ? byLocale(excerptText)(field) : excerptText(field);
};

/** A name, several, or a map with one: `author: {name: …}`. */
const author: FieldType<string | null> = (field) => {
  const name = text(MAX_TITLE_LENGTH);
  if (Array.isArray(field.written)) return texts(field).join(", ");
  return isRecord(field.written) ? member("name", name)(field) : name(field);
};

/** `image: false` says that a theme's default image is not wanted. */
const image: FieldType<string | null> = (field) => {
  if (field.value === false) return null;
  return isRecord(field.written) ? member("path", image)(field) : url(field);
};

/** The words of `<meta name="robots">`; `none` is noindex and nofollow. */
const robots: FieldType<boolean> = (field) =>
  words(field).some((word) => /(?:^|,)(?:noindex|none)(?:,|$)/i.test(word));

/** jekyll-sitemap's `sitemap: false`; other plugins have a map of priorities there. */
const sitemap: FieldType<boolean> = (field) => isRecord(field.written) || truth(field);

/** minimal-mistakes' `header.image` and `header.overlay_image`, else `image`, a path or a map with `path`. */
function readImage({ read }: FieldReader): string | null {
  const header = read("header", member("image", image));
  return header ?? read("header", member("overlay_image", image)) ?? read("image", image);
}
