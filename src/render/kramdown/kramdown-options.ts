// kramdown's options as a blog's `_config.yml` sets them under `kramdown:`, with Jekyll's defaults.

import type { Note } from "../../post/note.ts";

/** The four signs for ‘ ’ “ ”, in this order. */
export type SmartQuotes = readonly [string, string, string, string];

export interface KramdownOptions {
  /** `GFM` is Jekyll's default: kramdown with fences of backticks, `~~` and blocks that end a paragraph. */
  readonly input: "GFM" | "kramdown";
  readonly autoIds: boolean;
  readonly autoIdPrefix: string;
  /** Added to the level of every heading, kept within 1 to 6. */
  readonly headerOffset: number;
  /** Levels of headings that `{:toc}` lists. */
  readonly tocLevels: ReadonlySet<number>;
  readonly smartQuotes: SmartQuotes;
  /** Replacements by kramdown's names (`hellip`, `mdash`, `ndash`, `laquo`, `raquo`, …). */
  readonly typographicSymbols: ReadonlyMap<string, string>;
  readonly hardWrap: boolean;
  readonly parseBlockHtml: boolean;
  readonly parseSpanHtml: boolean;
  /** Number of the first footnote. */
  readonly footnoteNr: number;
  /** Text of the link back from a footnote; "" for none. */
  readonly footnoteBacklink: string;
  readonly footnoteBacklinkInline: boolean;
  readonly footnotePrefix: string;
  /** What a reference shows, `%s` being the number. */
  readonly footnoteLinkText: string;
  /** Put before the definitions of the text: id, then target and title. */
  readonly linkDefinitions: ReadonlyMap<string, LinkDefinitionOption>;
  /** False where the blog switches `math_engine` off: the source of formulas is shown. */
  readonly mathEngine: boolean;
  /** Of code that names no language. */
  readonly defaultLanguage: string;
  /** Whether tags in a heading's text are left out of kramdown's own ids. */
  readonly autoIdStripping: boolean;
  /** Whether a line break between CJK letters is dropped. */
  readonly removeLineBreaksForCjk: boolean;
  readonly gfmQuirks: ReadonlySet<GfmQuirk>;
  /** False where the blog switches `syntax_highlighter` off. */
  readonly highlights: boolean;
  /** `meant`: inline Markdown in `<p>`, `<td>`, … is rendered; `jekyll`: exactly Jekyll's output. */
  readonly markdownInHtml: "meant" | "jekyll";
}

/** `paragraph_end`: lists, headings, quotes and fences end a paragraph; `no_auto_typographic`: `--` stays. */
export type GfmQuirk = "paragraph_end" | "no_auto_typographic";

export interface LinkDefinitionOption {
  readonly url: string;
  readonly title: string | null;
}

export const DEFAULT_KRAMDOWN_OPTIONS: KramdownOptions = {
  input: "GFM",
  autoIds: true,
  autoIdPrefix: "",
  headerOffset: 0,
  tocLevels: new Set([1, 2, 3, 4, 5, 6]),
  smartQuotes: ["‘", "’", "“", "”"],
  typographicSymbols: new Map(),
  hardWrap: false,
  parseBlockHtml: false,
  parseSpanHtml: true,
  footnoteNr: 1,
  footnoteBacklink: "&#8617;",
  footnoteBacklinkInline: false,
  footnotePrefix: "",
  footnoteLinkText: "%s",
  linkDefinitions: new Map(),
  mathEngine: true,
  defaultLanguage: "plaintext",
  autoIdStripping: false,
  removeLineBreaksForCjk: false,
  gfmQuirks: new Set(["paragraph_end"]),
  highlights: true,
  markdownInHtml: "meant",
};

/** Whether lists, headings, quotes and fences end a paragraph: GFM's way, unless the blog refuses it. */
export function hasParagraphEnd({ input, gfmQuirks }: KramdownOptions): boolean {
  return input === "GFM" && gfmQuirks.has("paragraph_end");
}

/** What the map could be read as, and a note for every value that is not kramdown's. */
export interface ParsedKramdownOptions {
  readonly options: KramdownOptions;
  readonly notes: readonly Note[];
}

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

/**
 * The map under `kramdown:` → options; what is absent or wrong is as in `base`, what is wrong with a note.
 *
 * @example parseKramdownOptions({ toc_levels: "2..3" }).options.tocLevels // → Set { 2, 3 }
 */
export function parseKramdownOptions(
  raw: unknown,
  base: KramdownOptions = DEFAULT_KRAMDOWN_OPTIONS,
): ParsedKramdownOptions {
  const reader = new OptionReader(raw);
  const options: KramdownOptions = {
    input: reader.choice("input", ["GFM", "kramdown"] as const) ?? base.input,
    autoIds: reader.boolean("auto_ids") ?? base.autoIds,
    autoIdPrefix: reader.text("auto_id_prefix") ?? base.autoIdPrefix,
    headerOffset: reader.integer("header_offset") ?? base.headerOffset,
    tocLevels: reader.levels("toc_levels") ?? base.tocLevels,
    smartQuotes: reader.quotes("smart_quotes") ?? base.smartQuotes,
    typographicSymbols: reader.texts("typographic_symbols") ?? base.typographicSymbols,
    hardWrap: reader.boolean("hard_wrap") ?? base.hardWrap,
    parseBlockHtml: reader.boolean("parse_block_html") ?? base.parseBlockHtml,
    parseSpanHtml: reader.boolean("parse_span_html") ?? base.parseSpanHtml,
    footnoteNr: reader.integer("footnote_nr") ?? base.footnoteNr,
    footnoteBacklink: reader.text("footnote_backlink") ?? base.footnoteBacklink,
    footnoteBacklinkInline:
      reader.boolean("footnote_backlink_inline") ?? base.footnoteBacklinkInline,
    footnotePrefix: reader.text("footnote_prefix") ?? base.footnotePrefix,
    footnoteLinkText: reader.text("footnote_link_text") ?? base.footnoteLinkText,
    linkDefinitions: reader.links("link_defs") ?? base.linkDefinitions,
    mathEngine: reader.isOn("math_engine") && base.mathEngine,
    defaultLanguage: reader.defaultLanguage() ?? base.defaultLanguage,
    autoIdStripping: reader.boolean("auto_id_stripping") ?? base.autoIdStripping,
    removeLineBreaksForCjk:
      reader.boolean("remove_line_breaks_for_cjk") ?? base.removeLineBreaksForCjk,
    gfmQuirks: reader.quirks("gfm_quirks") ?? base.gfmQuirks,
    highlights: reader.isOn("syntax_highlighter") && base.highlights,
    markdownInHtml:
      reader.choice("markdown_in_html", ["meant", "jekyll"] as const) ?? base.markdownInHtml,
  };
  return { options, notes: reader.notes };
}

class OptionReader {
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
    const names = Array.isArray(value) ? value.map(String) : String(value).split(",");
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
    const levels = Array.isArray(value) ? value.map(Number) : levelsOf(String(value));
    const isValid = levels.length > 0 && levels.every((level) => level >= 1 && level <= 6);
    return isValid ? new Set(levels) : this.#refuse(key, value, "levels such as 2..3 or 1,2");
  }

  quotes(key: string): SmartQuotes | null {
    const value = this.#read(key);
    if (value === null) return null;
    const names = Array.isArray(value) ? value.map(String) : String(value).split(",");
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
