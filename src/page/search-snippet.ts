// Where the words of a query stand in a text: a stretch around the first of them, all of them marked.

import { foldText } from "../post/fold.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import type { SearchTerm } from "../post/search-words.ts";

/** Text is folded piece by piece, so that what stands at the beginning is found at once; in UTF-16 units. */
const PIECE_LENGTH = 400;

/** In UTF-16 units. */
const MAX_SNIPPET_LENGTH = 200;
const LEAD_LENGTH = 60;

/** No word is longer, and none is folded whole that is. */
const WORD = /[\p{L}\p{N}\p{M}]{1,128}/gu;

/** Null if no term is in the text. */
export function searchSnippet(text: string, terms: readonly SearchTerm[]): SafeHtml | null {
  const hit = firstHit(text, terms);
  if (hit === null) return null;
  const lead = Math.max(0, hit - LEAD_LENGTH);
  const start = lead === 0 ? 0 : wordStart(text, lead, hit);
  const cut = text.slice(start, start + MAX_SNIPPET_LENGTH);
  const end = start + MAX_SNIPPET_LENGTH < text.length ? Math.max(cut.lastIndexOf(" "), 0) : 0;
  const shown = end > hit - start + 1 ? cut.slice(0, end) : cut;
  const isCut = start + shown.length < text.length;
  return html`${start > 0 && "… "}${marked(shown, terms)}${isCut && " …"}`;
}

/** The text with the words of the terms in `<mark>`. */
export function marked(text: string, terms: readonly SearchTerm[]): SafeHtml {
  const parts: (SafeHtml | string)[] = [];
  let end = 0;
  for (const { index, 0: word } of text.matchAll(WORD)) {
    if (!isHit(word, terms)) continue;
    const found = stretchIn(word, terms);
    parts.push(text.slice(end, index + found.from));
    parts.push(html`<mark>${word.slice(found.from, found.to)}</mark>`);
    end = index + found.to;
  }
  return html`${[...parts, text.slice(end)].filter((part) => part !== "")}`;
}

function firstHit(text: string, terms: readonly SearchTerm[]): number | null {
  let start = 0;
  while (start < text.length) {
    const space = text.indexOf(" ", start + PIECE_LENGTH);
    const end = space < 0 || space > start + 2 * PIECE_LENGTH ? start + PIECE_LENGTH : space;
    const piece = text.slice(start, end);
    const folded = foldText(piece);
    if (terms.some((term) => folded.includes(term.folded))) {
      const hit = [...piece.matchAll(WORD)].find(({ 0: word }) => isHit(word, terms));
      if (hit !== undefined) return start + hit.index + stretchIn(hit[0], terms).from;
    }
    start = end;
  }
  return null;
}

function isHit(word: string, terms: readonly SearchTerm[]): boolean {
  const folded = foldText(word);
  return terms.some((term) => {
    if (term.isUnspaced) return folded.includes(term.folded);
    return term.isPrefix ? folded.startsWith(term.folded) : folded === term.folded;
  });
}

/** A word is marked whole; in a script without spaces, what was looked for. */
function stretchIn(
  word: string,
  terms: readonly SearchTerm[],
): { readonly from: number; readonly to: number } {
  for (const term of terms) {
    const from = term.isUnspaced ? word.indexOf(term.folded) : -1;
    if (from >= 0) return { from, to: from + term.folded.length };
  }
  return { from: 0, to: word.length };
}

function wordStart(text: string, from: number, before: number): number {
  const space = text.indexOf(" ", from);
  return space >= 0 && space < before ? space + 1 : from;
}
