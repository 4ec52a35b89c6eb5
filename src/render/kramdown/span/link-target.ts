// Where a link leads: `(url "title")`, `[id]`, or its own text as the id.

import {
  BRACKET_OPEN,
  DOUBLE_QUOTE,
  GREATER_THAN,
  isAsciiPunctuation,
  isWhitespace,
  LESS_THAN,
  PAREN_CLOSE,
  PAREN_OPEN,
  SINGLE_QUOTE,
  trim,
} from "../characters.ts";
import { normalizeLinkId, type LinkDefinition } from "../document-state.ts";
import type { SpanScanner } from "../span-scanner.ts";

export interface LinkTarget {
  readonly url: string;
  readonly title: string | null;
  readonly end: number;
  readonly definition: LinkDefinition | null;
}

/** The target that follows the brackets from `open` to `close`, or null. */
export function targetAfter(scanner: SpanScanner, open: number, close: number): LinkTarget | null {
  const { text } = scanner;
  const after = close + 1;
  const label = { start: open + 1, id: close, end: after };
  const reference = readReference(scanner, label);
  if (reference !== null || text.charCodeAt(after) !== PAREN_OPEN) {
    return targetOfReference(scanner, reference ?? label);
  }
  if (text.charCodeAt(after + 1) === LESS_THAN) {
    const end = angleEnd(scanner, after + 2);
    if (end !== -1) return targetInAngles(scanner, after, end);
  }
  return targetInParentheses(scanner, after);
}

interface Reference {
  readonly start: number;
  /** Index after the id. */
  readonly id: number;
  readonly end: number;
}

// `[id]`, white space before it or not; empty brackets stand for the link's own text.
function readReference({ text, searches }: SpanScanner, label: Reference): Reference | null {
  let open = label.end;
  while (isWhitespace(text.charCodeAt(open))) open += 1;
  if (text.charCodeAt(open) !== BRACKET_OPEN) return null;
  const close = searches.find("]", open);
  if (close === -1) return null;
  return close === open + 1
    ? { ...label, end: close + 1 }
    : { start: open + 1, id: close, end: close + 1 };
}

function targetOfReference(scanner: SpanScanner, { start, id, end }: Reference): LinkTarget | null {
  const { links, longestLinkId } = scanner.document;
  // White space collapses in an id, so that a text may be a little longer than the id it means.
  if (links.size === 0 || id - start > 2 * longestLinkId + 100) return null;
  const definition = links.get(normalizeLinkId(unescapeLabel(scanner.text.slice(start, id))));
  if (definition === undefined) return null;
  if (!scanner.document.expand(definition.url.length + (definition.title?.length ?? 0)))
    return null;
  return { url: definition.url, title: definition.title, end, definition };
}

function angleEnd({ text, searches }: SpanScanner, from: number): number {
  const close = searches.find(">", from);
  const newline = searches.find("\n", from);
  return close !== -1 &&
    (newline === -1 || close < newline) &&
    text.charCodeAt(close) === GREATER_THAN
    ? close
    : -1;
}

function targetInAngles(scanner: SpanScanner, open: number, close: number): LinkTarget | null {
  const url = scanner.text.slice(open + 2, close);
  if (scanner.text.charCodeAt(close + 1) === PAREN_CLOSE)
    return { url, title: null, end: close + 2, definition: null };
  return withTitle(scanner, url, close + 1);
}

// The URL ends at the parenthesis that matches, or before white space and a quotation mark.
function targetInParentheses(scanner: SpanScanner, open: number): LinkTarget | null {
  const { text, searches } = scanner;
  const close = scanner.parentheses.get(open) || -1;
  const quoted = mayHoldTitle(scanner, open, close) ? searches.findBy(quoteBefore, open + 1) : -1;
  if (close !== -1 && (quoted === -1 || close < quoted)) {
    return {
      url: trim(text.slice(open + 1, close)),
      title: null,
      end: close + 1,
      definition: null,
    };
  }
  return quoted === -1 ? null : withTitle(scanner, trim(text.slice(open + 1, quoted)), quoted);
}

// Quotation marks are looked for only where one is before the closing parenthesis.
function mayHoldTitle({ searches }: SpanScanner, open: number, close: number): boolean {
  if (close === -1) return true;
  const double = searches.find('"', open);
  const single = searches.find("'", open);
  return (double !== -1 && double < close) || (single !== -1 && single < close);
}

function withTitle({ text, searches }: SpanScanner, url: string, at: number): LinkTarget | null {
  let open = at;
  while (isWhitespace(text.charCodeAt(open))) open += 1;
  const quote = text.charCodeAt(open);
  if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) return null;
  const close = searches.findBy(quote === DOUBLE_QUOTE ? doubleTitleEnd : singleTitleEnd, open + 2);
  if (close === -1) return null;
  const end = text.indexOf(")", close) + 1;
  return { url, title: text.slice(open + 1, close), end, definition: null };
}

/** A label without its escapes. */
export function unescapeLabel(text: string): string {
  if (!text.includes("\\")) return text;
  let plain = "";
  for (let at = 0; at < text.length; at += 1) {
    const isEscape = text[at] === "\\" && isAsciiPunctuation(text.charCodeAt(at + 1));
    plain += isEscape ? text.charAt((at += 1)) : text.charAt(at);
  }
  return plain;
}

// White space before a quotation mark.
function quoteBefore(text: string, from: number): number {
  for (let at = nextQuote(text, from + 1); at !== -1; at = nextQuote(text, at + 1)) {
    if (isWhitespace(text.charCodeAt(at - 1))) return at - 1;
  }
  return -1;
}

function nextQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return at;
  }
  return -1;
}

function doubleTitleEnd(text: string, from: number): number {
  return titleEnd(text, '"', from);
}

function singleTitleEnd(text: string, from: number): number {
  return titleEnd(text, "'", from);
}

// A quotation mark, white space or not, and a closing parenthesis.
function titleEnd(text: string, quote: string, from: number): number {
  for (let at = text.indexOf(quote, from); at !== -1; at = text.indexOf(quote, at + 1)) {
    let end = at + 1;
    while (isWhitespace(text.charCodeAt(end))) end += 1;
    if (text.charCodeAt(end) === PAREN_CLOSE) return at;
  }
  return -1;
}
