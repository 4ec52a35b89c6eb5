// What fields of front matter, `_config.yml` and data files hold: one function for each type of value.

import { FieldFault, type FieldType } from "./field-reader.ts";
import { parseJekyllDate } from "./jekyll-date.ts";
import { type Locale, parseLocale } from "./locale.ts";
import { isPublicUrl } from "./public-url.ts";
import { isRecord } from "./record.ts";

const MAX_LIST_ITEMS = 64;
const MAX_ITEM_LENGTH = 128;
const MAX_URL_LENGTH = 2_048;

/** A scalar on one line, as it was written: `title: 1.10` is "1.10". */
export function text(maxLength: number): FieldType<string> {
  return ({ written }) => {
    if (typeof written !== "string") throw new FieldFault("it is a list or a map; write one text");
    return cleanText(written, maxLength);
  };
}

/** A text with its line breaks and spaces, such as a separator. */
export function verbatim(maxLength: number): FieldType<string> {
  return ({ written }) => {
    if (typeof written === "string" && written.length <= maxLength) return written;
    throw new FieldFault(`it is no text of at most ${maxLength} characters`);
  };
}

/** Quoted ones too, which real posts have: `mathjax: "true"`. */
export const truth: FieldType<boolean> = ({ value, written }) => {
  if (typeof value === "boolean") return value;
  const word = typeof written === "string" ? written.toLowerCase() : "";
  if (word === "true" || word === "false") return word === "true";
  throw new FieldFault("it is neither true nor false; write one of them");
};

export function wholeNumber(min: number, max: number): FieldType<number> {
  return ({ value }) => {
    if (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max)
      return value;
    throw new FieldFault(`it is no whole number from ${min} to ${max}`);
  };
}

/** A list, or a text that spaces part, as Jekyll has it for `tags` and `categories`. */
export const words: FieldType<readonly string[]> = ({ written }) =>
  cleanList(typeof written === "string" ? written.split(/\s+/) : written);

/** A list, or a single text, as Jekyll has it for `tag` and `category`. */
export const texts: FieldType<readonly string[]> = ({ written }) =>
  cleanList(typeof written === "string" ? [written] : written);

/** Milliseconds since 1970. */
export function date(timeZone: string): FieldType<number> {
  return ({ written, isQuoted }) => {
    const instant =
      typeof written === "string" ? parseJekyllDate(written, { timeZone, quoted: isQuoted }) : null;
    if (instant !== null) return instant;
    throw new FieldFault("it is no date; write 2024-05-31 or 2024-05-31 10:30:00 +0300");
  };
}

/** `tr_TR` is read as `tr-TR`. */
export const locale: FieldType<Locale> = ({ written }) => toLocale(written);

export const locales: FieldType<readonly Locale[]> = (field) => texts(field).map(toLocale);

/** `{en: …, de: …}` → values by canonical tag; the type is that of each value. */
export function byLocale<T>(type: FieldType<T>): FieldType<Readonly<Record<string, T>>> {
  return (field) => {
    if (!isRecord(field.written))
      throw new FieldFault('it is no map of languages; write "{en: …, de: …}"');
    const present = Object.entries(field.written).filter(([, value]) => value !== null);
    return Object.fromEntries(
      present.map(([tag, written]) => [toLocale(tag), type({ ...field, written })]),
    );
  };
}

/** The member of a map, `author: {name: …}`; null where the field holds no map or the map has no such text. */
export function member<T>(name: string, type: FieldType<T>): FieldType<T | null> {
  return (field) => {
    const written = isRecord(field.written) ? (field.written[name] ?? "") : "";
    const value = isRecord(field.value) ? field.value[name] : null;
    return written === "" ? null : type({ ...field, written, value });
  };
}

/** An http(s) URL, or a path of this site; with a control character in it, it is neither. */
export const url: FieldType<string> = (field) => {
  const address = text(MAX_URL_LENGTH)(field);
  if (isPublicUrl(String(field.written).trim())) return address;
  throw new FieldFault(
    `${JSON.stringify(address.slice(0, 60))} is neither an http(s) URL nor a path of this site`,
  );
};

function toLocale(written: unknown): Locale {
  const tag = typeof written === "string" ? written : "";
  const known = parseLocale(tag.replaceAll("_", "-"));
  if (known !== null) return known;
  throw new FieldFault(
    `${JSON.stringify(tag.slice(0, 40))} is no language tag (BCP 47); write one such as tr or pt-BR`,
  );
}

/** Empty items are left out, as in Jekyll; equal ones stand once. */
function cleanList(items: unknown): readonly string[] {
  if (!Array.isArray(items)) throw new FieldFault('it is no list of texts; write "[a, b]"');
  if (items.length > MAX_LIST_ITEMS)
    throw new FieldFault(`it has ${items.length} items, the limit is ${MAX_LIST_ITEMS}`);
  const texts = items.map((item: unknown) => {
    if (item !== null && typeof item !== "string")
      throw new FieldFault('it has a list or a map in it; write "[a, b]"');
    return cleanText(item ?? "", MAX_ITEM_LENGTH);
  });
  return [...new Set(texts.filter((item) => item !== ""))];
}

/** One line without control characters and with no character that XML, and so a feed, can't hold (XML 1.0 §2.2). */
function cleanText(written: string, maxLength: number): string {
  if (written.length > maxLength) {
    const size = `it has ${written.length} characters, the limit is ${maxLength}`;
    throw new FieldFault(`${size}; shorten it`);
  }
  return written
    .toWellFormed()
    .replace(/[\uFFFE\uFFFF]/g, "\uFFFD")
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .trim();
}
