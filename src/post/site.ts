// The site's own settings: `_config.yml` with Jekyll's keys, read once per version.

import { createFieldReader, FieldFault, type FieldType } from "./field-reader.ts";
import {
  byLocale,
  locale,
  locales,
  member,
  text,
  url,
  verbatim,
  wholeNumber,
} from "./field-types.ts";
import { DEFAULT_LOCALE, type Locale } from "./locale.ts";
import { InvalidSourceError } from "./note.ts";
import { isRecord } from "./record.ts";
import { readSiteMath, type SiteMath } from "./site-math.ts";
import { parseYamlMap } from "./yaml-map.ts";

/** Where a site's settings lie in the store. */
export const SITE_KEY = "_config.yml";

/** Ten times what minimal-mistakes' fully commented file has without its comments. */
const MAX_CONFIG_LENGTH = 65_536;
const MAX_LOCALES = 16;
const MAX_TEXT_LENGTH = 2_000;
const MAX_SEPARATOR_LENGTH = 100;
/** Of a list; one page stays within the 50 subrequests of the free plan whatever the number. */
const MAX_POSTS_PER_PAGE = 100;

export interface Site {
  readonly title: string;
  readonly description: string | null;
  /** Origin of absolute URLs, without a slash at its end; null where the site names none. */
  readonly url: string | null;
  /** The default locale. */
  readonly locale: Locale;
  /** Every locale the site's chrome is shown in, the default first. */
  readonly locales: readonly Locale[];
  /** For excerpts: which locales' readers also read which others. */
  readonly fallback: Readonly<Record<string, readonly Locale[]>>;
  readonly author: string | null;
  readonly timeZone: string;
  /** Posts on one page of a list. */
  readonly postsPerPage: number;
  readonly excerptSeparator: string;
  readonly math: SiteMath;
  /** Every field as Liquid's `site` has it. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/**
 * `_config.yml` → the site's settings.
 *
 * @throws InvalidSourceError with a note for every field that is wrong
 */
export function parseSite(source: string): Site {
  const place = { file: SITE_KEY, firstLine: 1, maxLength: MAX_CONFIG_LENGTH };
  const fields = parseYamlMap(source, place);
  const { read, notes } = createFieldReader(fields, "site");
  const values = Object.fromEntries([...fields].map(([key, field]) => [key, field.value]));
  const own = read("locale", locale) ?? read("lang", locale) ?? DEFAULT_LOCALE;
  const site: Site = {
    title: read("title", line) ?? "Kıyı",
    description: read("description", line),
    url: read("url", origin),
    locale: own,
    locales: [...new Set([own, ...(read("locales", fewLocales) ?? [])])],
    fallback: read("fallback", byLocale(fewLocales)) ?? {},
    author: read("author", author),
    timeZone: read("timezone", timeZone) ?? "UTC",
    postsPerPage: read("paginate", wholeNumber(1, MAX_POSTS_PER_PAGE)) ?? 10,
    excerptSeparator: read("excerpt_separator", verbatim(MAX_SEPARATOR_LENGTH)) ?? "\n\n",
    math: readSiteMath(read, values),
    fields: values,
  };
  if (notes.length > 0) throw new InvalidSourceError(SITE_KEY, notes);
  return site;
}

const line = text(MAX_TEXT_LENGTH);

const author: FieldType<string | null> = (field) =>
  isRecord(field.written) ? member("name", line)(field) : line(field);

const fewLocales: FieldType<readonly Locale[]> = (field) => {
  const named = locales(field);
  if (named.length <= MAX_LOCALES) return named;
  throw new FieldFault(`it names ${named.length} locales, the limit is ${MAX_LOCALES}`);
};

const origin: FieldType<string> = (field) => {
  const address = url(field);
  if (/^https?:\/\/[^/?#@]+\/*$/i.test(address)) return new URL(address).origin;
  throw new FieldFault("it is no origin; write https://example.org");
};

const timeZone: FieldType<string> = (field) => {
  const name = line(field);
  try {
    Intl.DateTimeFormat("en", { timeZone: name });
    return name;
  } catch {
    throw new FieldFault("it is no IANA time zone; write one such as Europe/Istanbul");
  }
};

/** What a store without a `_config.yml` has. */
export const DEFAULT_SITE: Site = parseSite("");
