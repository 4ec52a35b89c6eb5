// Takes typed values out of YAML fields and collects a note for each field that holds something else.

import { type DateContext, parseJekyllDate } from "./jekyll-date.ts";
import { type Locale, parseLocale } from "./locale.ts";
import type { Note } from "./note.ts";
import { isRecord } from "./record.ts";
import type { YamlField, YamlMap } from "./yaml-map.ts";

const MAX_LIST_ITEMS = 64;
const MAX_ITEM_LENGTH = 128;
const MAX_URL_LENGTH = 2_048;

export interface FieldReader {
  /** What was wrong in the fields read so far. */
  readonly notes: readonly Note[];
  /** A scalar as text, as written (`title: 2024`); null if the field is absent or empty. */
  text(key: string, maxLength: number): string | null;
  /** Null if absent; a value that is neither true nor false is noted, and null. */
  boolean(key: string): boolean | null;
  /** A whole number from `min` to `max`; null if absent. */
  integer(key: string, range: { readonly min: number; readonly max: number }): number | null;
  /** A list, or a text that spaces part (as Jekyll has it for tags and categories). */
  words(key: string): readonly string[];
  /** A list of texts; a single text is a list of one. */
  texts(key: string): readonly string[];
  /** Milliseconds since 1970; null if absent. */
  date(key: string, timeZone: string): number | null;
  /** A language tag; `tr_TR` is read as `tr-TR`. */
  locale(key: string): Locale | null;
  /** `{en: "…"}`: texts by locale. */
  textsByLocale(key: string, maxLength: number): Readonly<Record<string, string>>;
  /** An http(s) URL or a path of this site; null if absent. */
  url(key: string): string | null;
  /** A text with its line breaks and spaces kept, such as a separator; null if absent. */
  verbatim(key: string, maxLength: number): string | null;
  /** Notes a fault of this field. */
  refuse(key: string, problem: string): void;
}

export function createFieldReader(fields: YamlMap, area: string): FieldReader {
  const notes: Note[] = [];
  const refuse = (key: string, problem: string): null => {
    const field = fields.get(key);
    const shown =
      field?.source === null || field === undefined
        ? ""
        : ` ${JSON.stringify(field.source.slice(0, 60))}`;
    notes.push({
      severity: "error",
      rule: `${area}/${key}`,
      line: field?.line ?? null,
      column: field?.column ?? null,
      field: key,
      message: `Cannot read ${key}${shown}: ${problem}`,
    });
    return null;
  };
  const present = (key: string): YamlField | null => {
    const field = fields.get(key);
    return field === undefined || field.value === null || field.value === "" ? null : field;
  };
  const clean = (key: string, text: string, maxLength: number): string | null => {
    if (text.length > maxLength)
      return refuse(key, `it has ${text.length} characters, the limit is ${maxLength}; shorten it`);
    return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ").trim();
  };
  const list = (key: string, split: (text: string) => readonly string[]): readonly string[] => {
    const field = present(key);
    if (field === null) return [];
    const items = Array.isArray(field.value)
      ? field.value
      : field.source === null
        ? null
        : split(field.source);
    if (items === null || !items.every(isScalarValue))
      return refuse(key, 'it is no list of texts; write "[a, b]"') ?? [];
    if (items.length > MAX_LIST_ITEMS)
      return refuse(key, `it has ${items.length} items, the limit is ${MAX_LIST_ITEMS}`) ?? [];
    const texts = items.map((item) => clean(key, String(item), MAX_ITEM_LENGTH) ?? "");
    return [...new Set(texts.filter((text) => text !== ""))];
  };

  return {
    notes,
    refuse,
    text(key, maxLength) {
      const field = present(key);
      if (field === null) return null;
      if (field.source === null) return refuse(key, "it is a list or a map; write one text");
      return clean(key, field.source, maxLength);
    },
    verbatim(key, maxLength) {
      const value = present(key)?.value ?? null;
      if (value === null) return null;
      if (typeof value === "string" && value.length <= maxLength) return value;
      return refuse(key, `it is no text of at most ${maxLength} characters`);
    },
    boolean(key) {
      const field = present(key);
      if (field === null) return null;
      if (typeof field.value === "boolean") return field.value;
      const text = field.source?.toLowerCase();
      if (text === "true" || text === "false") return text === "true"; // quoted in real posts: mathjax: "true"
      return refuse(key, "it is neither true nor false; write one of them");
    },
    integer(key, { min, max }) {
      const field = present(key);
      if (field === null) return null;
      const { value } = field;
      if (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max)
        return value;
      return refuse(key, `it is no whole number from ${min} to ${max}`);
    },
    words: (key) => list(key, (text) => text.split(/\s+/)),
    texts: (key) => list(key, (text) => [text]),
    date(key, timeZone) {
      const field = present(key);
      if (field === null) return null;
      const context: DateContext = { timeZone, quoted: field.isQuoted };
      const date = field.source === null ? null : parseJekyllDate(field.source, context);
      return (
        date ??
        refuse(
          key,
          "it is no date that Jekyll reads; write 2024-05-31 or 2024-05-31 10:30:00 +0300",
        )
      );
    },
    locale(key) {
      const field = present(key);
      if (field === null) return null;
      const locale = field.source === null ? null : parseLocale(field.source.replaceAll("_", "-"));
      return locale ?? refuse(key, "it is no language tag (BCP 47); write one such as tr or pt-BR");
    },
    textsByLocale(key, maxLength) {
      const field = present(key);
      if (field === null) return {};
      if (!isRecord(field.value))
        return refuse(key, 'it is no map of languages; write "{en: …, de: …}"') ?? {};
      const texts: [string, string][] = [];
      for (const [name, value] of Object.entries(field.value)) {
        const tag = name === "false" ? "no" : name; // YAML 1.1 reads Norwegian as a boolean
        const locale = parseLocale(tag.replaceAll("_", "-"));
        const text = isScalarValue(value) ? clean(key, String(value), maxLength) : null;
        if (locale === null)
          refuse(key, `${JSON.stringify(tag.slice(0, 40))} is no language tag (BCP 47)`);
        else if (text === null) refuse(key, `the text of "${locale}" is missing or no text`);
        else texts.push([locale, text]);
      }
      return Object.fromEntries(texts);
    },
    url(key) {
      const text = this.text(key, MAX_URL_LENGTH);
      if (text === null) return null;
      return isPublicUrl(text)
        ? text
        : refuse(key, "it is neither an http(s) URL nor a path of this site");
    },
  };
}

/** Whether a URL that an author wrote may be linked to or loaded: `https://…`, or a path without a scheme. */
export function isPublicUrl(text: string): boolean {
  if (/[\s\\<>"]/.test(text) && !text.startsWith("/")) return false;
  try {
    const { protocol } = new URL(text, "https://site.invalid/");
    return protocol === "https:" || protocol === "http:";
  } catch {
    return false;
  }
}

function isScalarValue(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
