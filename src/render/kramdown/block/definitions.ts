// Definitions that print nothing where they stand: of links, `[id]: url "title"`, and of abbreviations,
// `*[HTML]: Hypertext Markup Language`.

import {
  ASTERISK,
  BRACKET_CLOSE,
  BRACKET_OPEN,
  COLON,
  DOUBLE_QUOTE,
  isBlank,
  LESS_THAN,
  NEWLINE,
  SINGLE_QUOTE,
  trim,
  trimEnd,
} from "../characters.ts";
import { isRestBlank, skipBlank, skipOptionalSpace, type BlockScanner } from "../block-scanner.ts";
import { normalizeLinkId } from "../document-state.ts";
import type { AttributeList } from "../attribute-list.ts";
import type { BlockConstruct } from "../construct.ts";

export const linkDefinition: BlockConstruct = {
  name: "link definition",
  startsWith: "[",
  read: readLinkDefinition,
};

export const abbreviationDefinition: BlockConstruct = {
  name: "abbreviation definition",
  startsWith: "*",
  read: readAbbreviationDefinition,
};

interface Target {
  readonly url: string;
  readonly title: string | null;
  readonly end: number;
}

function readLinkDefinition(scanner: BlockScanner): boolean {
  const { text, position } = scanner;
  const open = skipOptionalSpace(text, position);
  if (text.charCodeAt(open) !== BRACKET_OPEN) return false;
  let close = open + 1;
  while (close < text.length && text.charCodeAt(close) !== BRACKET_CLOSE) {
    if (text.charCodeAt(close) === NEWLINE) return false;
    close += 1;
  }
  if (close === open + 1 || text.charCodeAt(close + 1) !== COLON) return false;
  const target = readTarget(text, skipBlank(text, close + 2));
  if (target === null) return false;
  const definition = { url: target.url, title: target.title, list: takePending(scanner) };
  scanner.document.defineLink(normalizeLinkId(text.slice(open + 1, close)), definition);
  finishDefinition(scanner, target.end, definition);
  return true;
}

function takePending(scanner: BlockScanner): AttributeList | null {
  const { pending } = scanner;
  scanner.pending = null;
  return pending;
}

function finishDefinition(
  scanner: BlockScanner,
  end: number,
  definition: { list: AttributeList | null },
): void {
  const raw = scanner.text.slice(scanner.position, end);
  scanner.tokens.push({ type: "mark", raw, of: "definition", definition });
  scanner.position = end;
}

// `<url>` or the rest of the line, then a title on the same or the next line.
function readTarget(text: string, at: number): Target | null {
  const newline = text.indexOf("\n", at);
  const lineEnd = newline === -1 ? text.length : newline;
  if (text.charCodeAt(at) === LESS_THAN) {
    const close = text.indexOf(">", at);
    if (close !== -1 && close < lineEnd) {
      const found = withTitle(text, text.slice(at + 1, close), close + 1);
      if (found !== null) return found;
    }
  }
  if (at >= lineEnd) return null;
  // A quotation mark after white space begins a title, or the line is no definition.
  for (let open = at + 1; open < lineEnd; open += 1) {
    if (!isBlank(text.charCodeAt(open - 1)) || !isQuote(text.charCodeAt(open))) continue;
    const title = readTitle(text, open);
    return title === null ? null : { url: trimEnd(text.slice(at, open)), ...title };
  }
  return withTitle(text, trimEnd(text.slice(at, lineEnd)), lineEnd);
}

// A title may also stand on the next line.
function withTitle(text: string, url: string, at: number): Target | null {
  const start = skipBlank(text, at);
  if (start < text.length && text.charCodeAt(start) !== NEWLINE) {
    const title = start > at ? readTitle(text, start) : null;
    return title === null ? null : { url, ...title };
  }
  const nextLine = skipBlank(text, start + 1);
  const title = readTitle(text, nextLine);
  return title === null ? { url, title: null, end: afterNewline(text, start) } : { url, ...title };
}

function readTitle(text: string, at: number): { title: string; end: number } | null {
  const quote = text.charCodeAt(at);
  if (!isQuote(quote)) return null;
  for (let end = at + 2; end < text.length && text.charCodeAt(end) !== NEWLINE; end += 1) {
    if (text.charCodeAt(end) !== quote || !isRestBlank(text, end + 1)) continue;
    return { title: text.slice(at + 1, end), end: afterNewline(text, skipBlank(text, end + 1)) };
  }
  return null;
}

function afterNewline(text: string, at: number): number {
  return Math.min(text.length, at + 1);
}

function isQuote(code: number): boolean {
  return code === DOUBLE_QUOTE || code === SINGLE_QUOTE;
}

function readAbbreviationDefinition(scanner: BlockScanner): boolean {
  const { text, position } = scanner;
  const mark = skipOptionalSpace(text, position);
  if (text.charCodeAt(mark) !== ASTERISK || text.charCodeAt(mark + 1) !== BRACKET_OPEN)
    return false;
  const lineEnd = scanner.endOfLine(mark);
  const close = text.indexOf("]:", mark + 3);
  if (close === -1 || close >= lineEnd) return false;
  const definition = {
    text: text.slice(mark + 2, close),
    title: trim(text.slice(close + 2, lineEnd)),
    list: takePending(scanner),
  };
  scanner.document.abbreviations.set(definition.text, definition);
  finishDefinition(scanner, lineEnd, definition);
  return true;
}
