// The mark that an item of a list begins with: `*`, `+`, `-` or a number and a dot.

import { ASTERISK, DOT, HYPHEN, isBlank, isDigit, PIPE, PLUS } from "../characters.ts";
import { skipOptionalSpace } from "../block-scanner.ts";

export interface ItemStart {
  /** Index after the marker. */
  readonly content: number;
  /** Column after the marker. */
  readonly column: number;
}

export interface Marker extends ItemStart {
  readonly ordered: boolean;
}

/** The marker of an item on the line at an index, indented by at most `indent` spaces. */
export function itemStart(text: string, at: number, indent: number): Marker | null {
  const start = skipOptionalSpace(text, at);
  if (start - at > indent) return null;
  let end = start;
  while (isDigit(text.charCodeAt(end))) end += 1;
  const ordered = end > start;
  const sign = text.charCodeAt(end);
  const isMarker = ordered ? sign === DOT : sign === ASTERISK || sign === PLUS || sign === HYPHEN;
  if (!isMarker) return null;
  const next = text.charCodeAt(end + 1);
  // The dialect's own pattern takes a pipe after the mark, too.
  if (!isBlank(next) && next !== PIPE) return null;
  return { content: end + 1, column: end + 1 - at, ordered };
}
