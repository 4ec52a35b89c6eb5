// Quotes, `> text`: the mark may be left out on the lines that go on with a paragraph (lazy lines).

import { type AttributeList, type Attributes, printAttributes } from "../attribute-list.ts";
import { GREATER_THAN, SPACE } from "../characters.ts";
import { readBlocks, skipOptionalSpace, type BlockScanner } from "../block-scanner.ts";
import type { BlockConstruct } from "../construct.ts";
import type { KramdownToken } from "../kramdown-token.ts";
import type { Printing } from "../printing.ts";

export interface BlockquoteToken {
  type: "blockquote";
  raw: string;
  text: string;
  tokens: KramdownToken[];
  attributes: Attributes | null;
  list: AttributeList | null;
}

export const blockquote: BlockConstruct = {
  name: "blockquote",
  startsWith: ">",
  read: readBlockquote,
  interrupts: (scanner, at) =>
    scanner.text.charCodeAt(skipOptionalSpace(scanner.text, at)) === GREATER_THAN,
  prints: [{ type: "blockquote", print: printBlockquote }],
};

function readBlockquote(scanner: BlockScanner): boolean {
  const start = scanner.position;
  if (scanner.text.charCodeAt(skipOptionalSpace(scanner.text, start)) !== GREATER_THAN)
    return false;
  if (!scanner.canNest()) return false;
  let text = "";
  let at = start;
  do {
    const end = scanner.endOfLine(at);
    text += scanner.text.slice(afterMark(scanner.text, at), end);
    at = end;
  } while (at < scanner.text.length && !scanner.order.endsLazyLines(scanner, at));
  const token: BlockquoteToken = {
    type: "blockquote",
    raw: scanner.text.slice(start, at),
    text,
    tokens: [],
    attributes: null,
    list: null,
  };
  scanner.add(token);
  const inside = scanner.nested(text, scanner.lineAt(start));
  inside.tokens = token.tokens;
  readBlocks(inside);
  scanner.position = at;
  return true;
}

function afterMark(text: string, at: number): number {
  const mark = skipOptionalSpace(text, at);
  if (text.charCodeAt(mark) !== GREATER_THAN) return at;
  return text.charCodeAt(mark + 1) === SPACE ? mark + 2 : mark + 1;
}

function printBlockquote(token: BlockquoteToken, printing: Printing): string {
  return `<blockquote${printAttributes(token.attributes)}>\n${printing.blocks(token.tokens)}</blockquote>\n`;
}
