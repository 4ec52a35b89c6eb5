// HTML tags as kramdown sees them in blocks and in lines: `<name attributes>`, `</name>`, `<!-- -->`.

import { isHtmlElement } from "./html-elements.ts";
import type { Attributes } from "./attribute-list.ts";
import type { TextSearches } from "./text-searches.ts";
import {
  COLON,
  DOT,
  DOUBLE_QUOTE,
  EQUALS,
  GREATER_THAN,
  HYPHEN,
  isAsciiLetter,
  isAsciiWord,
  isWhitespace,
  isWordAt,
  LESS_THAN,
  SINGLE_QUOTE,
  SLASH,
  UNDERSCORE,
} from "./characters.ts";

export interface StartTag {
  /** In lower case where HTML knows the element. */
  readonly name: string;
  readonly attributes: Attributes;
  /** Written `<name />`. */
  readonly isClosed: boolean;
  /** Index after `>`. */
  readonly end: number;
}

export interface EndTag {
  /** As written. */
  readonly name: string;
  readonly end: number;
}

/** The start tag at an index of `<`, or null. */
export function readStartTag(text: string, at: number, searches: TextSearches): StartTag | null {
  const nameEnd = endOfTagName(text, at + 1);
  if (nameEnd === at + 1) return null;
  const written = text.slice(at + 1, nameEnd);
  const lower = written.toLowerCase();
  const isHtml = isHtmlElement(lower);
  const attributes: Attributes = new Map();
  let position = nameEnd;
  for (;;) {
    const start = skipWhitespace(text, position);
    if (start === position) break;
    const end = readAttribute(text, start, searches, isHtml, attributes);
    if (end === -1) break;
    position = end;
  }
  position = skipWhitespace(text, position);
  const isClosed = text.charCodeAt(position) === SLASH;
  if (isClosed) position += 1;
  if (text.charCodeAt(position) !== GREATER_THAN) return null;
  return { name: isHtml ? lower : written, attributes, isClosed, end: position + 1 };
}

/** The end tag at an index of `</`, or null. */
export function readEndTag(text: string, at: number): EndTag | null {
  if (text.charCodeAt(at) !== LESS_THAN || text.charCodeAt(at + 1) !== SLASH) return null;
  const nameEnd = endOfTagName(text, at + 2);
  if (nameEnd === at + 2) return null;
  const end = skipWhitespace(text, nameEnd);
  if (text.charCodeAt(end) !== GREATER_THAN) return null;
  return { name: text.slice(at + 2, nameEnd), end: end + 1 };
}

// Gives the index after the attribute, or -1. Values without quotes are words only: `width=50%` is no tag.
function readAttribute(
  text: string,
  at: number,
  searches: TextSearches,
  isHtml: boolean,
  into: Attributes,
): number {
  const nameEnd = endOfTagName(text, at);
  if (nameEnd === at) return -1;
  const written = text.slice(at, nameEnd);
  const name = isHtml ? written.toLowerCase() : written;
  const equals = skipWhitespace(text, nameEnd);
  if (text.charCodeAt(equals) !== EQUALS) {
    if (!into.has(name)) into.set(name, "");
    return nameEnd;
  }
  const start = skipWhitespace(text, equals + 1);
  const quote = text.charCodeAt(start);
  if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE)
    return readWordValue(text, start, name, into);
  const end = searches.find(quote === DOUBLE_QUOTE ? '"' : "'", start + 1);
  if (end === -1) return -1;
  into.set(name, text.slice(start + 1, end));
  return end + 1;
}

function readWordValue(text: string, start: number, name: string, into: Attributes): number {
  let end = start;
  while (end < text.length && isWordAt(text, end)) end += 1;
  if (end === start) return -1;
  into.set(name, text.slice(start, end));
  return end;
}

/** XML's name, one colon allowed: letters, digits, `_`, `-`, `.`, not beginning with a digit, `-` or `.`. */
export function endOfTagName(text: string, from: number): number {
  if (!isNameStart(text.charCodeAt(from))) return from;
  let end = from + 1;
  while (isNamePart(text.charCodeAt(end))) end += 1;
  if (text.charCodeAt(end) === COLON && isNameStart(text.charCodeAt(end + 1))) {
    end += 2;
    while (isNamePart(text.charCodeAt(end))) end += 1;
  }
  return end;
}

function isNameStart(code: number): boolean {
  return isAsciiLetter(code) || code === UNDERSCORE || code >= 0xc0;
}

function isNamePart(code: number): boolean {
  return isAsciiWord(code) || code === HYPHEN || code === DOT || code >= 0xb7;
}

function skipWhitespace(text: string, from: number): number {
  let at = from;
  while (isWhitespace(text.charCodeAt(at))) at += 1;
  return at;
}
