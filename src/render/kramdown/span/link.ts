// Links and images: `[text](url "title")`, `[text][id]`, `[text]`, and the same after a `!`.

import { type Attributes, applyAttributeList, printAttributes } from "../attribute-list.ts";
import {
  BRACKET_CLOSE,
  BRACKET_OPEN,
  CARET,
  DOUBLE_QUOTE,
  EXCLAMATION,
  GREATER_THAN,
  isAsciiPunctuation,
  isWhitespace,
  LESS_THAN,
  PAREN_CLOSE,
  PAREN_OPEN,
  SINGLE_QUOTE,
  trim,
} from "../characters.ts";
import { escapeAttribute } from "../escape.ts";
import { IN_LINK, type SpanScanner, type Stop } from "../span-scanner.ts";
import { normalizeLinkId, type LinkDefinition } from "../document-state.ts";
import type { PlaceMap } from "../place-map.ts";
import type { KramdownToken } from "../kramdown-token.ts";
import type { Printing } from "../printing.ts";
import type { SpanConstruct } from "../construct.ts";

export interface LinkToken {
  type: "link";
  raw: string;
  href: string;
  title: string | null;
  text: string;
  tokens: KramdownToken[];
  attributes: Attributes | null;
}

export interface ImageToken {
  type: "image";
  raw: string;
  href: string;
  title: string | null;
  /** Marked `{:standalone}`: alone in its paragraph it is a figure. */
  isStandalone?: true;
  /** The alternative text. */
  text: string;
  tokens: KramdownToken[];
  attributes: Attributes | null;
}

export const link: SpanConstruct = {
  name: "link",
  startsWith: "[!",
  read: readLink,
  prints: [
    { type: "link", print: printLink },
    { type: "image", print: printImage },
  ],
};

interface Target {
  readonly url: string;
  readonly title: string | null;
  readonly end: number;
  readonly definition: LinkDefinition | null;
}

function readLink(scanner: SpanScanner): boolean {
  const { text, position } = scanner;
  const isImage = scanner.code(0) === EXCLAMATION;
  const open = isImage ? position + 1 : position;
  const next = text.charCodeAt(open + 1);
  if (text.charCodeAt(open) !== BRACKET_OPEN || next === CARET || Number.isNaN(next)) return false;
  const isNested = !isImage && (scanner.context & IN_LINK) !== 0;
  if (isNested || !scanner.canTry() || !readElement(scanner, open, isImage)) {
    scanner.position = open + 1;
    scanner.addText(text.slice(position, open + 1));
  }
  return true;
}

function readElement(scanner: SpanScanner, open: number, isImage: boolean): boolean {
  const { text, position } = scanner;
  const context = scanner.context | IN_LINK;
  const unmatched = scanner.failures(`[ ${context}`);
  if (unmatched.get(open) !== 0) return false;
  // A bracket whose end is known from a walk around it is walked again only if a target follows.
  const known = scanner.brackets(context).get(open);
  if (known !== 0 && targetAfter(scanner, open, known) === null) return false;
  scanner.position = open + 1;
  const stop = new BracketStop(scanner.brackets(context), unmatched, open);
  const parent = isImage ? "image" : "link";
  const run = scanner.readInside({ context, parent, stop, takesRest: false });
  const close = scanner.position;
  const target = run.isFound ? targetAfter(scanner, open, close) : null;
  if (target === null) {
    scanner.position = position;
    return false;
  }
  scanner.position = target.end;
  const label = unescape(text.slice(open + 1, close));
  addLink(scanner, target, {
    type: parent,
    raw: text.slice(position, target.end),
    href: target.url,
    title: target.title,
    text: label,
    tokens: run.tokens,
    attributes: null,
  });
  return true;
}

function addLink(
  scanner: SpanScanner,
  { definition }: Target,
  token: LinkToken | ImageToken,
): void {
  if (definition?.list) {
    const attributes: Attributes = new Map();
    applyAttributeList(attributes, definition.list, scanner.document.attributeLists);
    token.attributes = attributes;
  }
  scanner.add(token);
}

// Counts brackets; an image's are its own. It learns where every bracket on its way ends.
class BracketStop implements Stop {
  readonly #ends: PlaceMap;
  readonly #unmatched: PlaceMap;
  readonly #open: number[];
  #images = 0;

  constructor(ends: PlaceMap, unmatched: PlaceMap, open: number) {
    this.#unmatched = unmatched;
    this.#ends = ends;
    this.#open = [open];
  }

  isAt(scanner: SpanScanner): boolean {
    const { text, position } = scanner;
    this.#dropImage(scanner);
    const code = text.charCodeAt(position);
    if (code === BRACKET_CLOSE) return this.#close(scanner);
    const isImage = code === EXCLAMATION && text.charCodeAt(position + 1) === BRACKET_OPEN;
    if (isImage) this.#open.push(position + 1);
    else if (code === BRACKET_OPEN) this.#open.push(position);
    return false;
  }

  /** A bracket inside that nothing closes leaves none for the brackets around it. */
  isHopeless({ text, position }: SpanScanner): boolean {
    const open = text.charCodeAt(position) === EXCLAMATION ? position + 1 : position;
    return this.#unmatched.get(open) !== 0;
  }

  /** What is open when the walk ends is closed nowhere. */
  giveUp(scanner: SpanScanner): void {
    this.#dropImage(scanner);
    for (const open of this.#open) this.#unmatched.set(open, 1);
  }

  #close({ position }: SpanScanner): boolean {
    if (this.#open.length === 1) return true;
    const open = this.#open.pop();
    if (open !== undefined) this.#ends.set(open, position);
    return false;
  }

  // The bracket seen last was an image's, which was read with its end.
  #dropImage({ images }: SpanScanner): void {
    if (images > this.#images) this.#open.pop();
    this.#images = images;
  }
}

// What follows the brackets from `open` to `close`.
function targetAfter(scanner: SpanScanner, open: number, close: number): Target | null {
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

function targetOfReference(scanner: SpanScanner, { start, id, end }: Reference): Target | null {
  const { links, longestLinkId } = scanner.document;
  // White space collapses in an id, so that a text may be a little longer than the id it means.
  if (links.size === 0 || id - start > 2 * longestLinkId + 100) return null;
  const definition = links.get(normalizeLinkId(unescape(scanner.text.slice(start, id))));
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

function targetInAngles(scanner: SpanScanner, open: number, close: number): Target | null {
  const url = scanner.text.slice(open + 2, close);
  if (scanner.text.charCodeAt(close + 1) === PAREN_CLOSE)
    return { url, title: null, end: close + 2, definition: null };
  return withTitle(scanner, url, close + 1);
}

// The URL ends at the parenthesis that matches, or before white space and a quotation mark.
function targetInParentheses(scanner: SpanScanner, open: number): Target | null {
  const { text, searches } = scanner;
  const close = scanner.parentheses.get(open) ?? -1;
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

function withTitle({ text, searches }: SpanScanner, url: string, at: number): Target | null {
  let open = at;
  while (isWhitespace(text.charCodeAt(open))) open += 1;
  const quote = text.charCodeAt(open);
  if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) return null;
  const close = searches.findBy(quote === DOUBLE_QUOTE ? doubleTitleEnd : singleTitleEnd, open + 2);
  if (close === -1) return null;
  const end = text.indexOf(")", close) + 1;
  return { url, title: text.slice(open + 1, close), end, definition: null };
}

function unescape(text: string): string {
  if (!text.includes("\\")) return text;
  let plain = "";
  for (let at = 0; at < text.length; at += 1) {
    const isEscape = text[at] === "\\" && isAsciiPunctuation(text.charCodeAt(at + 1));
    plain += isEscape ? text.charAt((at += 1)) : text.charAt(at);
  }
  return plain;
}

function printLink(token: LinkToken, printing: Printing): string {
  const title = token.title === null ? "" : ` title="${escapeAttribute(token.title)}"`;
  const attributes = `href="${escapeAttribute(token.href)}"${title}${printAttributes(token.attributes)}`;
  return `<a ${attributes}>${printing.spans(token.tokens)}</a>`;
}

function printImage(token: ImageToken): string {
  const title = token.title === null ? "" : ` title="${escapeAttribute(token.title)}"`;
  const source = `src="${escapeAttribute(token.href)}" alt="${escapeAttribute(token.text)}"`;
  return `<img ${source}${title}${printAttributes(token.attributes)} />`;
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
