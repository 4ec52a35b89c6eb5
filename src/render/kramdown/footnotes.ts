// The numbers of footnotes, in the order of their first reference, and their list at the page's end.

import { printAttributes } from "./attribute-list.ts";
import { escapeText } from "./escape.ts";
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

  /** The same counts, to be raised on their own. */
  copy(): FootnoteList {
    const copy = new FootnoteList();
    for (const [name, used] of this.#used) copy.#used.set(name, { ...used });
    return copy;
  }

  get size(): number {
    return this.#used.size;
  }
}

export function printFootnoteReference(token: FootnoteReferenceToken, printing: Printing): string {
  const footnote = printing.document.footnotes.get(token.name);
  if (footnote === undefined) return "";
  const { footnoteNr, footnotePrefix, footnoteLinkText } = printing.document.options;
  const { number, references } = printing.footnotes.use(footnote, footnoteNr);
  const name = footnotePrefix + token.name;
  const id = referenceId(name, references - 1);
  return (
    `<sup id="${id}"${printAttributes(token.attributes)} role="doc-noteref">` +
    `<a href="#fn:${name}" class="footnote" rel="footnote">${escapeText(footnoteLinkText.replace("%s", String(number)))}</a></sup>`
  );
}

/** Stands for the list where a list marked `{:footnotes}` wants it, until every reference is known. */
export const FOOTNOTES_PLACE = "<!--kramdown:footnotes-->";

/** The list of the footnotes that were referred to; "" without any. */
export function printFootnotes(printing: Printing): string {
  if (printing.footnotes.size === 0) return "";
  const beforeNotes = printing.footnotes.copy();
  // Notes may refer to notes: the first round finds them all, the second prints with what is known then.
  for (const { footnote } of printing.footnotes) printing.blocks(footnote.tokens);
  const all = [...printing.footnotes];
  printing.footnotes = beforeNotes;
  const items = all.map((used) => printFootnote(used, printing));
  const { footnoteNr } = printing.document.options;
  const start = footnoteNr === 1 ? "" : ` start="${footnoteNr}"`;
  return `<div class="footnotes" role="doc-endnotes">\n<ol${start}>\n${items.join("")}</ol>\n</div>\n`;
}

function printFootnote(used: UsedFootnote, printing: Printing): string {
  const { footnotePrefix, footnoteBacklinkInline } = printing.document.options;
  const { name, tokens } = used.footnote;
  const links = printBacklinks(used, printing);
  const last = lastTextOf(tokens, footnoteBacklinkInline);
  if (last !== null && links !== "") printing.backlinks.set(last, `\u00a0${links}`);
  const blocks = printing.blocks(tokens);
  const end = last === null && links !== "" ? `<p>${links}</p>\n` : "";
  return `<li id="fn:${footnotePrefix}${name}" role="doc-endnote">\n${blocks}${end}</li>\n`;
}

// The block whose text the links back go on with: the last paragraph, also inside other blocks if it may be.
function lastTextOf(tokens: readonly KramdownToken[], mayBeInside: boolean): KramdownToken | null {
  const last = tokens.findLast((token) => token.type !== "space");
  if (last?.type === "paragraph") return last;
  if (last === undefined || !mayBeInside) return null;
  if (last.type === "heading") return last;
  if (last.type === "list") return lastTextOf(last.items.at(-1)?.tokens ?? [], true);
  return last.type === "blockquote" ? lastTextOf(last.tokens, true) : null;
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
