// Liquid's filters for text (liquid/standardfilters.rb) and Jekyll's (jekyll/filters.rb). Each is linear in what it is given.

import { integerOf, isMap, textOf } from "./liquid-filter.ts";
import type { LiquidFilter } from "./liquid-filter.ts";
import type { LiquidRun } from "./liquid-run.ts";
import { rubyInspect } from "./ruby-text.ts";

const HTML_ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const CJK = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}]/gu;
const NOT_CJK = /[^\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Hangul}\s]+/gu;

export const TEXT_FILTERS: Readonly<Record<string, LiquidFilter>> = {
  downcase: (run, value) => textOf(run, value).toLowerCase(),
  upcase: (run, value) => textOf(run, value).toUpperCase(),
  capitalize: (run, value) => capitalize(textOf(run, value)),
  strip: (run, value) => textOf(run, value).trim(),
  lstrip: (run, value) => textOf(run, value).trimStart(),
  rstrip: (run, value) => textOf(run, value).trimEnd(),
  strip_newlines: (run, value) => textOf(run, value).replace(/\r?\n/g, ""),
  newline_to_br: (run, value) => textOf(run, value).replace(/\r?\n/g, "<br />\n"),
  strip_html: (run, value) => stripHtml(textOf(run, value)),
  normalize_whitespace: (run, value) => textOf(run, value).replace(/\s+/g, " ").trim(),
  escape: (run, value) =>
    value === null || value === undefined ? null : escapeHtml(textOf(run, value)),
  escape_once: (run, value) =>
    textOf(run, value).replace(/["><']|&(?![a-zA-Z]{1,32};|#\d{1,8};)/g, toEntity),
  xml_escape: (run, value) => escapeXml(textOf(run, value)),
  append: (run, value, suffix) => textOf(run, value) + textOf(run, suffix),
  prepend: (run, value, prefix) => textOf(run, prefix) + textOf(run, value),
  replace: (run, value, from, to) => replaceAll(run, value, [from, to]),
  remove: (run, value, from) => replaceAll(run, value, [from, ""]),
  replace_first: (run, value, from, to) =>
    textOf(run, value).replace(textOf(run, from), () => textOf(run, to)),
  remove_first: (run, value, from) => textOf(run, value).replace(textOf(run, from), ""),
  replace_last: (run, value, from, to) =>
    replaceLast(textOf(run, value), textOf(run, from), textOf(run, to)),
  remove_last: (run, value, from) => replaceLast(textOf(run, value), textOf(run, from), ""),
  truncate: (run, value, length = 50, ending = "...") =>
    value === null || value === undefined
      ? null
      : truncate(textOf(run, value), integerOf(length), textOf(run, ending)),
  truncatewords: (run, value, words = 15, ending = "...") =>
    value === null || value === undefined
      ? null
      : truncateWords(textOf(run, value), integerOf(words), textOf(run, ending)),
  split: (run, value, separator) => splitText(textOf(run, value), textOf(run, separator)),
  number_of_words: (run, value, mode) => countWords(textOf(run, value), mode),
  default: (_, value, fallback = "", ...options) => (isAbsent(value, options) ? fallback : value),
  base64_encode: (run, value) => encodeBase64(textOf(run, value)),
  base64_decode: (run, value) => decodeBase64(textOf(run, value)),
  jsonify: (run, value) => toJson(run, value, 0),
  inspect: (run, value) => {
    run.weighText(value);
    return escapeXml(rubyInspect(value, run.context.timeZone));
  },
  markdownify: (run, value) => run.context.markdownify(textOf(run, value)),
  smartify: (run, value) => run.context.smartify(textOf(run, value)),
};

/** For `<`, `>`, `&` and both quotes, as Ruby's CGI.escapeHTML. */
function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, toEntity);
}

/** `allow_false: true` comes as a pair of name and value. */
function isAbsent(value: unknown, options: readonly unknown[]): boolean {
  const allowsFalse = options.some((option) => Array.isArray(option) && option[1] === true);
  if (value === false) return !allowsFalse;
  if (value === null || value === undefined || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0 && !(value instanceof Date);
}

function encodeBase64(text: string): string {
  return btoa(
    Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""),
  );
}

/** @throws Error if the text is no base64 or no UTF-8 */
function decodeBase64(text: string): string {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}

function toEntity(character: string): string {
  return HTML_ESCAPES[character] ?? character;
}

/** Ruby's `encode(xml: :attr)` without its quotes: the apostrophe has a name. */
function escapeXml(text: string): string {
  return escapeHtml(text).replaceAll("&#39;", "&apos;");
}

function capitalize(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length).toLowerCase();
}

/** Counts before it makes: one kilobyte could become one gigabyte. */
function replaceAll(
  run: LiquidRun,
  value: unknown,
  [from, to]: readonly [unknown, unknown],
): string {
  const parts = textOf(run, value).split(textOf(run, from));
  const replacement = textOf(run, to);
  run.reserve(parts.length * replacement.length);
  if (textOf(run, from) === "") return replacement + parts.join(replacement) + replacement;
  return parts.join(replacement);
}

function replaceLast(text: string, from: string, to: string): string {
  const at = text.lastIndexOf(from);
  return at < 0 ? text : text.slice(0, at) + to + text.slice(at + from.length);
}

function truncate(text: string, length: number, ending: string): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  return characters.slice(0, Math.max(0, length - [...ending].length)).join("") + ending;
}

function truncateWords(text: string, words: number, ending: string): string {
  const all = text.trim().split(/\s+/);
  const kept = Math.max(1, words);
  return all.length <= kept ? text : all.slice(0, kept).join(" ") + ending;
}

/** Ruby's `split`: a blank separator splits at white space, and empty strings at the end are dropped. */
function splitText(text: string, separator: string): readonly string[] {
  if (text === "") return [];
  if (separator === " ") return text.trim() === "" ? [] : text.trim().split(/\s+/);
  const parts = separator === "" ? [...text] : text.split(separator);
  const last = parts.findLastIndex((part) => part !== "");
  return parts.slice(0, last + 1);
}

function countWords(text: string, mode: unknown): number {
  const plain = text.trim() === "" ? 0 : text.trim().split(/\s+/).length;
  if (mode !== "cjk" && mode !== "auto") return plain;
  const cjk = text.match(CJK)?.length ?? 0;
  return mode === "auto" && cjk === 0 ? plain : cjk + (text.match(NOT_CJK)?.length ?? 0);
}

const HTML_BLOCKS = [
  ["<script", "</script>"],
  ["<!--", "-->"],
  ["<style", "</style>"],
] as const;

/** Scripts, comments and style sheets with their content, then every tag. No regular expression: an unclosed `<script` a thousand times would be quadratic. */
function stripHtml(text: string): string {
  const withoutBlocks = HTML_BLOCKS.reduce(
    (rest, [open, close]) => removeBetween(rest, open, close),
    text,
  );
  return removeBetween(withoutBlocks, "<", ">");
}

function removeBetween(text: string, open: string, close: string): string {
  let kept = "";
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf(open, at);
    const end = start < 0 ? -1 : text.indexOf(close, start + open.length);
    if (end < 0) break;
    kept += text.slice(at, start);
    at = end + close.length;
  }
  return kept + text.slice(at);
}

const MAX_JSON_DEPTH = 16;

function toJson(run: LiquidRun, value: unknown, depth: number): string {
  if (value === null || value === undefined || depth > MAX_JSON_DEPTH) return "null";
  run.reserve(typeof value === "string" ? value.length : 1);
  if (value instanceof Date) return JSON.stringify(textOf(run, value));
  if (Array.isArray(value))
    return `[${value.map((item) => toJson(run, item, depth + 1)).join(",")}]`;
  if (!isMap(value)) return JSON.stringify(value) ?? "null";
  const pairs = Object.entries(value).map(
    ([key, item]) => `${JSON.stringify(key)}:${toJson(run, item, depth + 1)}`,
  );
  return `{${pairs.join(",")}}`;
}
