// Reading single values of a blog's `kramdown:` map: each method gives null for what is absent or wrong, and
// keeps a note for what is wrong.

import type { GfmQuirk, LinkDefinitionOption, SmartQuotes } from "./kramdown-options.ts";
import type { Note } from "../../post/note.ts";

const QUOTE_SIGNS: ReadonlyMap<string, string> = new Map([
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["laquo", "«"],
  ["raquo", "»"],
  ["lsaquo", "‹"],
  ["rsaquo", "›"],
  ["sbquo", "‚"],
  ["bdquo", "„"],
  ["apos", "'"],
  ["quot", '"'],
]);

export class KramdownOptionReader {
  readonly notes: Note[] = [];
  readonly #values: ReadonlyMap<string, unknown>;

  constructor(raw: unknown) {
    this.#values = new Map(isRecord(raw) ? Object.entries(raw) : []);
    if (raw !== undefined && raw !== null && !isRecord(raw)) this.#refuse("kramdown", raw, "a map");
  }

  boolean(key: string): boolean | null {
    const value = this.#read(key);
    if (value === null || typeof value === "boolean") return value;
    if (value === "true" || value === "false") return value === "true";
    return this.#refuse(key, value, "true or false");
  }

  integer(key: string): number | null {
    const value = this.#read(key);
    if (value === null) return null;
    const number = typeof value === "string" ? Number(value) : value;
    if (typeof number === "number" && Number.isSafeInteger(number)) return number;
    return this.#refuse(key, value, "a whole number");
  }

  text(key: string): string | null {
    const value = this.#read(key);
    if (value === null || typeof value === "string") return value;
    if (typeof value === "number") return String(value);
    return this.#refuse(key, value, "text");
  }

  choice<const T extends string>(key: string, allowed: readonly T[]): T | null {
    const value = this.#read(key);
    if (value === null) return null;
    const found = allowed.find((one) => one === value);
    return found ?? this.#refuse(key, value, allowed.join(" or "));
  }

  /** False for `nil`, null and false: the ways to switch an engine off. */
  isOn(key: string): boolean {
    const value = this.#values.get(key);
    return !(this.#values.has(key) && (value === null || value === false || value === "nil"));
  }

  /** `syntax_highlighter_opts: {default_lang: ruby}`, as a map or, in a post, as text. */
  defaultLanguage(): string | null {
    const value = this.#read("syntax_highlighter_opts");
    if (isRecord(value))
      return typeof value["default_lang"] === "string" ? value["default_lang"] : null;
    return typeof value === "string"
      ? (/\bdefault_lang:\s*([\w+#-]+)/.exec(value)?.[1] ?? null)
      : null;
  }

  quirks(key: string): ReadonlySet<GfmQuirk> | null {
    const value = this.#read(key);
    if (value === null) return null;
    const names = namesIn(value);
    const quirks = names.map((name) => name.trim()).filter((name) => name !== "");
    const known = quirks.filter(
      (name) => name === "paragraph_end" || name === "no_auto_typographic",
    );
    return known.length === quirks.length
      ? new Set(known)
      : this.#refuse(key, value, "paragraph_end or no_auto_typographic");
  }

  levels(key: string): ReadonlySet<number> | null {
    const value = this.#read(key);
    if (value === null) return null;
    const levels = Array.isArray(value) ? value.map(Number) : levelsOf(textOf(value));
    const isValid = levels.length > 0 && levels.every((level) => level >= 1 && level <= 6);
    return isValid ? new Set(levels) : this.#refuse(key, value, "levels such as 2..3 or 1,2");
  }

  quotes(key: string): SmartQuotes | null {
    const value = this.#read(key);
    if (value === null) return null;
    const names = namesIn(value);
    const [first, second, third, fourth] = names.map(signOf);
    if (first && second && third && fourth) return [first, second, third, fourth];
    return this.#refuse(key, value, "four names such as lsquo,rsquo,ldquo,rdquo");
  }

  texts(key: string): ReadonlyMap<string, string> | null {
    const value = this.#read(key);
    if (value === null) return null;
    if (!isRecord(value)) return this.#refuse(key, value, "a map of texts");
    return new Map(
      Object.entries(value).map(([name, text]) => [name, signOf(String(text)) ?? String(text)]),
    );
  }

  links(key: string): ReadonlyMap<string, LinkDefinitionOption> | null {
    const value = this.#read(key);
    if (value === null) return null;
    if (!isRecord(value)) return this.#refuse(key, value, "a map of links");
    return new Map(Object.entries(value).flatMap(([id, link]) => linkOf(id, link)));
  }

  #read(key: string): unknown {
    return this.#values.get(key) ?? null;
  }

  #refuse(key: string, value: unknown, expected: string): null {
    this.notes.push({
      severity: "warning",
      rule: "kramdown/option",
      line: null,
      column: null,
      field: key === "kramdown" ? key : `kramdown.${key}`,
      message: `Cannot use ${JSON.stringify(value)} for "${key}": expected ${expected}`,
    });
    return null;
  }
}

function levelsOf(text: string): number[] {
  const range = text.split("..");
  if (range.length !== 2) return text.split(",").map(Number);
  const first = Number(range[0]);
  const last = Number(range[1]);
  if (!(first >= 1 && last <= 6)) return [];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function signOf(name: string): string | null {
  const key = name.trim();
  if (/^\d+$/.test(key)) return String.fromCodePoint(Math.min(Number(key), 0x10ffff));
  return QUOTE_SIGNS.get(key) ?? null;
}

function linkOf(id: string, link: unknown): [string, LinkDefinitionOption][] {
  const [url, title] = Array.isArray(link) ? link.map(String) : [String(link)];
  if (url === undefined) return [];
  return [[id.trim().replace(/\s+/g, " ").toLowerCase(), { url, title: title ?? null }]];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A list, or a text that commas part. */
function namesIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(textOf) : textOf(value).split(",");
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
