// Ids of headings: GFM's, made of the letters of any script, and kramdown's own, made of ASCII letters, which
// GFM's input keeps for headings inside HTML elements.

import { HYPHEN, isAsciiLetter, isDigit, isWordAt, SPACE, TAB } from "./characters.ts";
import type { DocumentState } from "./document-state.ts";
import type { KramdownToken } from "./kramdown-token.ts";

/** Gives an id to each heading that has none. */
export function addHeadingIds({ headings, options }: DocumentState): void {
  if (!options.autoIds) return;
  const slug = createSlugger();
  const counts = new Map<string, number>();
  for (const heading of headings) {
    if (heading.attributes?.has("id")) continue;
    const isPlain = options.input === "GFM" || options.autoIdStripping;
    const text = isPlain ? plainTextOf(heading.tokens) : heading.text;
    const id =
      options.input === "GFM" && !heading.isInHtml
        ? slug(text)
        : numbered(kramdownId(text) || "section", counts);
    heading.attributes = new Map(heading.attributes);
    heading.attributes.set("id", options.autoIdPrefix + id);
  }
}

function numbered(id: string, counts: Map<string, number>): string {
  const count = counts.get(id);
  counts.set(id, (count ?? -1) + 1);
  return count === undefined ? id : `${id}-${count + 1}`;
}

/** For one document: texts of headings → their GitHub ids, `-1`, `-2` after repeated ones. */
export function createSlugger(): (text: string) => string {
  const counts = new Map<string, number>();
  return (text) => numbered(slugOf(text.toLowerCase()), counts);
}

// What is no letter, digit, mark, hyphen or space falls out; spaces become hyphens, one each.
function slugOf(text: string): string {
  let slug = "";
  for (let at = 0; at < text.length;) {
    const length = (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    const code = text.charCodeAt(at);
    if (code === SPACE || code === TAB) slug += "-";
    else if (code === HYPHEN || isWordAt(text, at)) slug += text.slice(at, at + length);
    at += length;
  }
  return slug;
}

/** Text → an id of its ASCII letters and digits, from the first letter on. */
export function kramdownId(text: string): string {
  let start = 0;
  while (start < text.length && !isAsciiLetter(text.charCodeAt(start))) start += 1;
  let id = "";
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === SPACE) id += "-";
    else if (isAsciiLetter(code) || isDigit(code) || code === HYPHEN) id += text.charAt(at);
  }
  return id.toLowerCase();
}

function plainTextOf(tokens: readonly KramdownToken[]): string {
  let text = "";
  for (const token of tokens) {
    if (token.type === "codespan" || token.type === "inline_math") text += token.text;
    else if (token.type === "text")
      text += token.tokens === undefined ? token.text : plainTextOf(token.tokens);
    else if (token.type !== "image" && "tokens" in token) text += plainTextOf(token.tokens);
  }
  return text;
}
