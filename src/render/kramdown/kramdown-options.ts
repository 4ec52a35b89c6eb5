// kramdown's options as a blog's `_config.yml` sets them under `kramdown:`, with Jekyll's defaults.

import { KramdownOptionReader } from "./kramdown-option-reader.ts";
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

/**
 * The map under `kramdown:` → options; what is absent or wrong is as in `base`, what is wrong with a note.
 *
 * @example parseKramdownOptions({ toc_levels: "2..3" }).options.tocLevels // → Set { 2, 3 }
 */
export function parseKramdownOptions(
  raw: unknown,
  base: KramdownOptions = DEFAULT_KRAMDOWN_OPTIONS,
): ParsedKramdownOptions {
  const reader = new KramdownOptionReader(raw);
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
