// Which parenthesis of a text closes which: a URL may hold pairs of them.

import { PAREN_CLOSE, PAREN_OPEN } from "./characters.ts";

/** The index of the closing parenthesis for the index of each opening one that has one. */
export function matchParentheses(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
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
