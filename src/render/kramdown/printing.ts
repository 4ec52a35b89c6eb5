// Printing a tree: marked's parser walks the tokens and calls each construct's printer; formulas and code are
// printed by functions that the caller gives.

import { Parser, type RendererExtensionFunction } from "marked";
import { escapeText } from "./escape.ts";
import { FootnoteList } from "./footnotes.ts";
import { TOKEN_PRINTERS } from "./order.ts";
import type { KramdownDocument } from "./kramdown.ts";
import type { KramdownToken } from "./kramdown-token.ts";

export interface Printers {
  /** TeX → markup. Null: as MathJax reads it, `\(…\)` and `\[…\]`. */
  readonly math: ((tex: string, isDisplay: boolean) => string) | null;
  /** Code → the markup inside `<code>`; it gives null for a language it doesn't know. Null: no highlighting. */
  readonly code: ((text: string, language: string | null) => string | null) | null;
}

export interface MathPlace {
  readonly isDisplay: boolean;
  /** As printed, with a space before each; "" without any. */
  readonly attributes: string;
}

export class Printing {
  readonly document: KramdownDocument;
  /** Whether a list says where the footnotes go. */
  hasFootnotesPlace = false;
  footnotes: FootnoteList = new FootnoteList();
  /** Links back, by the block that they end. */
  readonly backlinks: Map<KramdownToken, string> = new Map();
  readonly #printers: Printers;
  readonly #parser: Parser;

  constructor(document: KramdownDocument, printers: Printers) {
    this.document = document;
    this.#printers = printers;
    this.#parser = new Parser({ extensions: { renderers: this.#renderers(), childTokens: {} } });
  }

  blocks(tokens: KramdownToken[]): string {
    return this.#parser.parse(tokens);
  }

  spans(tokens: KramdownToken[]): string {
    return this.#parser.parseInline(tokens);
  }

  math(tex: string, { isDisplay, attributes }: MathPlace): string {
    if (!this.document.options.mathEngine) return printSource(tex, isDisplay, attributes);
    const markup = this.#printMath(tex, isDisplay);
    if (attributes === "") return markup;
    return isDisplay
      ? `<div${attributes}>${markup}\n</div>`
      : `<span${attributes}>${markup}</span>`;
  }

  /** The inside of `<code>`; null where the language has no highlighting. */
  code(text: string, language: string | null): string | null {
    if (!this.document.options.highlights) return null;
    if (this.#printers.code === null || language === null) return escapeText(text);
    return this.#printers.code(text, language);
  }

  /** The links back that the last text of a footnote ends with; "" in all other text. */
  backlinksIn(token: KramdownToken): string {
    return this.backlinks.get(token) ?? "";
  }

  #printMath(tex: string, isDisplay: boolean): string {
    if (this.#printers.math !== null) return this.#printers.math(tex, isDisplay);
    const escaped = escapeText(tex);
    return isDisplay ? `\\[${escaped}\\]` : `\\(${escaped}\\)`;
  }

  #renderers(): Record<string, RendererExtensionFunction> {
    return Object.fromEntries(
      TOKEN_PRINTERS.map((printer) => [printer.type, (token) => printer.print(token, this)]),
    );
  }
}

// Without an engine the source is shown, in the class that scripts look for.
function printSource(tex: string, isDisplay: boolean, attributes: string): string {
  const source = escapeText(tex);
  return isDisplay
    ? `<div${attributes} class="kdmath">$$\n${source}\n$$</div>`
    : `<span${attributes} class="kdmath">$${source}$</span>`;
}
