// The kramdown dialect: source → tree → HTML, as Jekyll's kramdown 2.4 makes it.

import { KramdownLexer } from "./kramdown-lexer.ts";
import { FOOTNOTES_PLACE, printFootnotes } from "./footnotes.ts";
import { Printing, type Printers } from "./printing.ts";
import type { Footnote } from "./document-state.ts";
import type { HeadingToken } from "./block/heading.ts";
import type { KramdownOptions } from "./kramdown-options.ts";
import type { KramdownToken } from "./kramdown-token.ts";
import type { Note } from "../../post/note.ts";

export interface KramdownDocument {
  readonly tokens: readonly KramdownToken[];
  readonly options: KramdownOptions;
  /** In document order, also those inside quotes and lists. */
  readonly headings: readonly HeadingToken[];
  /** By name, referred to or not. */
  readonly footnotes: ReadonlyMap<string, Footnote>;
  readonly notes: readonly Note[];
}

/** Markdown, after Liquid and without front matter → its tree. Lines of notes count from the source's first. */
export function parseKramdown(source: string, options: KramdownOptions): KramdownDocument {
  const lexer = new KramdownLexer(options, source.length);
  const tokens = lexer.lexBlocks(source);
  const { headings, footnotes, notes } = lexer.document;
  return { tokens, options: lexer.document.options, headings, footnotes, notes };
}

/**
 * A tree → HTML. Raw HTML of the source is kept; all else is escaped.
 *
 * @example printKramdown(parseKramdown("*a*", options), printers) // → "<p><em>a</em></p>\n"
 */
export function printKramdown(document: KramdownDocument, printers: Printers): string {
  const printing = new Printing(document, printers);
  const body = printing.blocks([...document.tokens]);
  const footnotes = printFootnotes(printing);
  return printing.hasFootnotesPlace
    ? body.replace(FOOTNOTES_PLACE, () => footnotes)
    : body + footnotes;
}
