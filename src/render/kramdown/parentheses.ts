// Which parenthesis of a text closes which: a URL may hold pairs of them.

import { PlaceMap } from "./place-map.ts";
import { PAREN_CLOSE, PAREN_OPEN } from "./characters.ts";

/** The index of the closing parenthesis for the index of each opening one that has one; 0 for the others. */
export function matchParentheses(text: string): PlaceMap {
  const pairs = new PlaceMap(text.length);
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === PAREN_OPEN) open.push(at);
    if (code !== PAREN_CLOSE) continue;
    const start = open.pop();
    if (start !== undefined) pairs.set(start, at);
  }
  return pairs;
}
