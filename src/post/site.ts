// The site's own settings: `_config.yml` with Jekyll's keys, read once per version.

import { createFieldReader } from "./field-reader.ts";
import { type Locale, parseLocale } from "./locale.ts";
import { InvalidSourceError } from "./note.ts";
import { isRecord } from "./record.ts";
import { parseYamlMap } from "./yaml-map.ts";

/** Where a site's settings lie in the store. */
export const SITE_KEY = "_config.yml";

/** Ten times what minimal-mistakes' fully commented file has without its comments. */
const MAX_CONFIG_LENGTH = 65_536;
const MAX_LOCALES = 16;
const MAX_TEXT_LENGTH = 2_000;

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
  /** Every field as Liquid's `site` has it. */
  readonly fields: Readonly<Record<string, unknown>>;
}

const DEFAULT_TIME_ZONE = "UTC";

/** What a store without a `_config.yml` has. */
export const DEFAULT_SITE: Site = parseSite("");

/**
 * `_config.yml` → the site's settings.
 *
 * @throws InvalidSourceError with a note for every field that is wrong
 */
export function parseSite(text: string): Site {
  const fields = parseYamlMap(text, { file: SITE_KEY, firstLine: 1, maxLength: MAX_CONFIG_LENGTH });
  const reader = createFieldReader(fields, "site");
  const locale = reader.locale("locale") ?? reader.locale("lang") ?? toLocale("en");
  const named = reader.texts("locales").map((tag) => parseLocale(tag) ?? refuseTag(tag));
  const timeZone = reader.text("timezone", 64) ?? DEFAULT_TIME_ZONE;
  const url = reader.url("url");

  function refuseTag(tag: string): Locale {
    reader.refuse(
      "locales",
      `${JSON.stringify(tag)} is no language tag (BCP 47); write tags such as tr or pt-BR`,
    );
    return locale;
  }
  if (named.length > MAX_LOCALES)
    reader.refuse("locales", `it names ${named.length} locales, the limit is ${MAX_LOCALES}`);
  if (!isTimeZone(timeZone))
    reader.refuse("timezone", "it is no IANA time zone; write one such as Europe/Istanbul");
  if (url !== null && !/^https?:\/\/[^/?#]+\/*$/.test(url))
    reader.refuse("url", "it is no origin; write https://example.org");

  const author = fields.get("author")?.value;
  const site: Site = {
    title: reader.text("title", MAX_TEXT_LENGTH) ?? "Kıyı",
    description: reader.text("description", MAX_TEXT_LENGTH),
    url: url?.replace(/\/+$/, "") ?? null,
    locale,
    locales: [...new Set([locale, ...named])],
    fallback: readFallback(fields.get("fallback")?.value, (problem) =>
      reader.refuse("fallback", problem),
    ),
    author: isRecord(author) ? textOf(author["name"]) : reader.text("author", MAX_TEXT_LENGTH),
    timeZone,
    postsPerPage: reader.integer("paginate", { min: 1, max: 100 }) ?? 10,
    excerptSeparator: reader.verbatim("excerpt_separator", 100) ?? "\n\n",
    fields: Object.fromEntries([...fields].map(([key, field]) => [key, field.value])),
  };
  if (reader.notes.length > 0) throw new InvalidSourceError(SITE_KEY, reader.notes);
  return site;
}

/** `{az: [tr, en]}` → locales by canonical tag. */
function readFallback(
  value: unknown,
  refuse: (problem: string) => void,
): Readonly<Record<string, readonly Locale[]>> {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) {
    refuse('it is no map; write "{az: [tr, en]}"');
    return {};
  }
  const entries: [string, readonly Locale[]][] = [];
  for (const [tag, targets] of Object.entries(value)) {
    const from = parseLocale(tag);
    const locales = (Array.isArray(targets) ? targets : [targets]).map((target) =>
      parseLocale(String(target)),
    );
    const known = locales.filter((locale) => locale !== null);
    if (from === null || known.length < locales.length)
      refuse(`the line of ${JSON.stringify(tag)} has no language tag (BCP 47)`);
    else entries.push([from, known.slice(0, MAX_LOCALES)]);
  }
  return Object.fromEntries(entries);
}

function toLocale(tag: string): Locale {
  const locale = parseLocale(tag);
  if (locale === null)
    throw new TypeError(`Cannot use "${tag}" as a locale: it is no language tag`);
  return locale;
}

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value.slice(0, MAX_TEXT_LENGTH) : null;
}
