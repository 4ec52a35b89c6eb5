// The numbers of footnotes, in the order of their first reference, and their list at the page's end.

import { printAttributes } from "./attribute-list.ts";
import type { Footnote } from "./document-state.ts";
import type { FootnoteReferenceToken } from "./span/footnote-reference.ts";
import type { KramdownToken } from "./kramdown-token.ts";
import type { Printing } from "./printing.ts";

interface UsedFootnote {
  readonly footnote: Footnote;
  readonly number: number;
  references: number;
}

export class FootnoteList {
  readonly #used = new Map<string, UsedFootnote>();

  /** Counts a reference; the first gives the footnote its number. */
  use(footnote: Footnote, firstNumber: number): UsedFootnote {
    const used = this.#used.get(footnote.name) ?? {
      footnote,
      number: firstNumber + this.#used.size,
      references: 0,
    };
    used.references += 1;
    this.#used.set(footnote.name, used);
    return used;
  }

  /** In the order of their numbers; one used while the list is walked joins at its end. */
  [Symbol.iterator](): Iterator<UsedFootnote> {
    return this.#used.values();
  }

  get size(): number {
    return this.#used.size;
  }
}

export function printFootnoteReference(token: FootnoteReferenceToken, printing: Printing): string {
  const footnote = printing.document.footnotes.get(token.name);
  if (footnote === undefined) return "";
  const { footnoteNr, footnotePrefix } = printing.document.options;
  const { number, references } = printing.footnotes.use(footnote, footnoteNr);
  const name = footnotePrefix + token.name;
  const id = referenceId(name, references - 1);
  return (
    `<sup id="${id}"${printAttributes(token.attributes)} role="doc-noteref">` +
    `<a href="#fn:${name}" class="footnote" rel="footnote">${number}</a></sup>`
  );
}

/** The list of the footnotes that were referred to; "" without any. */
export function printFootnotes(printing: Printing): string {
  const printed: {
    used: UsedFootnote;
    before: string;
    last: KramdownToken | null;
    inside: string;
  }[] = [];
  for (const used of printing.footnotes) {
    const { tokens } = used.footnote;
    const last = tokens.findLast((token) => token.type !== "space") ?? null;
    const isParagraph = last?.type === "paragraph";
    const before = printing.blocks(isParagraph ? tokens.slice(0, tokens.indexOf(last)) : tokens);
    printed.push({ used, before, last, inside: isParagraph ? printing.spans(last.tokens) : "" });
  }
  if (printed.length === 0) return "";
  const items = printed.map(({ used, before, last, inside }) => {
    const links = printBacklinks(used, printing);
    const attributes = last?.type === "paragraph" ? printAttributes(last.attributes) : "";
    const end = [inside, links].filter((part) => part !== "").join("\u00a0");
    const paragraph = end === "" ? "" : `<p${attributes}>${end}</p>\n`;
    const name = printing.document.options.footnotePrefix + used.footnote.name;
    return `<li id="fn:${name}" role="doc-endnote">\n${before}${paragraph}</li>\n`;
  });
  const { footnoteNr } = printing.document.options;
  const start = footnoteNr === 1 ? "" : ` start="${footnoteNr}"`;
  return `<div class="footnotes" role="doc-endnotes">\n<ol${start}>\n${items.join("")}</ol>\n</div>\n`;
}

function printBacklinks({ footnote, references }: UsedFootnote, printing: Printing): string {
  const { footnoteBacklink, footnotePrefix } = printing.document.options;
  if (footnoteBacklink === "") return "";
  const name = footnotePrefix + footnote.name;
  return Array.from({ length: references }, (_, index) => {
    const repeated = index === 0 ? "" : `<sup>${index + 1}</sup>`;
    const href = `#${referenceId(name, index)}`;
    return `<a href="${href}" class="reversefootnote" role="doc-backlink">${footnoteBacklink}${repeated}</a>`;
  }).join("\u00a0");
}

function referenceId(name: string, repeats: number): string {
  return repeats === 0 ? `fnref:${name}` : `fnref:${name}:${repeats}`;
}
