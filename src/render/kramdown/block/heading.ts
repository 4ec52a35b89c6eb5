// Headings, `# ATX` and underlined (setext), with an id of their own: `# Title {#id}`.

import { type AttributeList, type Attributes, printAttributes } from "../attribute-list.ts";
import { EQUALS, HASH, HYPHEN, isBlank, NEWLINE, trimEnd } from "../characters.ts";
import { isRestBlank, skipBlank, skipOptionalSpace, type BlockScanner } from "../block-scanner.ts";
import { hasParagraphEnd } from "../kramdown-options.ts";
import type { BlockConstruct } from "../construct.ts";
import type { KramdownToken } from "../kramdown-token.ts";
import type { Printing } from "../printing.ts";

export interface HeadingToken {
  type: "heading";
  raw: string;
  depth: number;
  text: string;
  tokens: KramdownToken[];
  attributes: Attributes | null;
  list: AttributeList | null;
  readonly line: number;
  readonly isInHtml: boolean;
}

export const atxHeading: BlockConstruct = {
  name: "ATX heading",
  startsWith: "#",
  read: readAtxHeading,
  interrupts: (scanner, at) => contentOfAtx(scanner, at) !== null,
  prints: [{ type: "heading", print: printHeading }],
};

export const setextHeading: BlockConstruct = {
  name: "setext heading",
  startsWith: null,
  read: readSetextHeading,
};

const MAX_LEVEL = 6;

interface AtxContent {
  readonly level: number;
  readonly start: number;
}

function contentOfAtx(scanner: BlockScanner, at: number): AtxContent | null {
  const { text } = scanner;
  let position = at;
  while (position < at + MAX_LEVEL && text.charCodeAt(position) === HASH) position += 1;
  const level = position - at;
  if (level === 0) return null;
  // GFM wants a space: `#hashtag` is text.
  if (scanner.document.options.input === "GFM" && !isBlank(text.charCodeAt(position))) return null;
  const start = skipBlank(text, position);
  return start >= text.length || text.charCodeAt(start) === NEWLINE ? null : { level, start };
}

function readAtxHeading(scanner: BlockScanner): boolean {
  if (!hasParagraphEnd(scanner.document.options) && !scanner.isAfterBoundary()) return false;
  const content = contentOfAtx(scanner, scanner.position);
  if (content === null) return false;
  const end = scanner.endOfLine(content.start);
  const [written, id] = splitId(trimEnd(scanner.text.slice(content.start, end)));
  const isGfm = scanner.document.options.input === "GFM";
  const text = isGfm ? withoutClosingHashes(written) : withoutHashes(written);
  if (text === "") return false;
  addHeading(scanner, { level: content.level, text, id, end });
  return true;
}

function readSetextHeading(scanner: BlockScanner): boolean {
  const { text, position } = scanner;
  const start = skipOptionalSpace(text, position);
  if (isBlank(text.charCodeAt(start))) return false;
  const underline = scanner.endOfLine(start);
  const sign = text.charCodeAt(underline);
  if (sign !== HYPHEN && sign !== EQUALS) return false;
  let end = underline;
  while (text.charCodeAt(end) === HYPHEN || text.charCodeAt(end) === EQUALS) end += 1;
  if (!isRestBlank(text, end) || !scanner.isAfterBoundary()) return false;
  const [content, id] = splitId(trimEnd(text.slice(start, underline)));
  addHeading(scanner, {
    level: sign === EQUALS ? 1 : 2,
    text: content,
    id,
    end: scanner.endOfLine(end),
  });
  return true;
}

interface HeadingContent {
  readonly level: number;
  readonly text: string;
  readonly id: string | null;
  readonly end: number;
}

function addHeading(scanner: BlockScanner, { level, text, id, end }: HeadingContent): void {
  const depth = level + scanner.document.options.headerOffset;
  const token: HeadingToken = {
    type: "heading",
    raw: scanner.text.slice(scanner.position, end),
    depth: Math.min(MAX_LEVEL, Math.max(1, depth)),
    text,
    tokens: [],
    attributes: id === null ? null : new Map([["id", id]]),
    list: null,
    line: scanner.lineAt(scanner.position),
    isInHtml: scanner.isInHtml,
  };
  scanner.add(token);
  scanner.document.headings.push(token);
  scanner.document.spanHolders.add(token);
  scanner.position = end;
}

/** `Title {#id}` → title and id. */
function splitId(text: string): [text: string, id: string | null] {
  if (!text.endsWith("}")) return [text, null];
  const open = text.lastIndexOf("{#");
  if (open <= 0 || !isBlank(text.charCodeAt(open - 1))) return [text, null];
  const id = text.slice(open + 2, -1);
  if (!/^[A-Za-z][\w:-]*$/.test(id)) return [text, null];
  return [trimEnd(text.slice(0, open)), id];
}

// In kramdown's own input the hashes need no space before them, but a backslash keeps them.
function withoutHashes(text: string): string {
  const content = text.replace(/#+$/, "");
  return content.endsWith("\\") ? text : trimEnd(content);
}

function withoutClosingHashes(text: string): string {
  let end = text.length;
  while (text.charCodeAt(end - 1) === HASH) end -= 1;
  if (end === text.length || !isBlank(text.charCodeAt(end - 1))) return text;
  return trimEnd(text.slice(0, end));
}

function printHeading(token: HeadingToken, printing: Printing): string {
  const tag = `h${token.depth}`;
  return `<${tag}${printAttributes(token.attributes)}>${printing.spans(token.tokens)}${printing.backlinksIn(token)}</${tag}>\n`;
}
