// Paragraphs: what nothing else wants. A paragraph right after another goes on with it.

import { type AttributeList, type Attributes, printAttributes } from "../attribute-list.ts";
import { isWhitespace } from "../characters.ts";
import type { BlockScanner } from "../block-scanner.ts";
import type { BlockConstruct } from "../construct.ts";
import type { KramdownToken } from "../kramdown-token.ts";
import type { Printing } from "../printing.ts";

export interface ParagraphToken {
  type: "paragraph";
  raw: string;
  text: string;
  tokens: KramdownToken[];
  attributes: Attributes | null;
  list: AttributeList | null;
  readonly line: number;
  readonly isInHtml: boolean;
}

export const paragraph: BlockConstruct = {
  name: "paragraph",
  startsWith: null,
  read: readParagraph,
  prints: [{ type: "paragraph", print: printParagraph }],
};

function readParagraph(scanner: BlockScanner): boolean {
  const start = scanner.position;
  let end = scanner.endOfLine(start);
  while (end < scanner.text.length && !scanner.order.endsParagraph(scanner, end))
    end = scanner.endOfLine(end);
  scanner.position = end;
  const text = trimEnd(scanner.text.slice(start, end));
  const last = scanner.last();
  if (last?.type === "paragraph") {
    const hasBreak = scanner.text.endsWith("  \n", start);
    last.text += (hasBreak ? "  \n" : "\n") + text;
    last.raw += scanner.text.slice(start, end);
    return true;
  }
  addParagraph(scanner, start, text.trimStart());
  return true;
}

function addParagraph(scanner: BlockScanner, start: number, text: string): void {
  const token: ParagraphToken = {
    type: "paragraph",
    raw: scanner.text.slice(start, scanner.position),
    text,
    tokens: [],
    attributes: null,
    list: null,
    line: scanner.lineAt(start),
    isInHtml: scanner.isInHtml,
  };
  scanner.add(token);
  scanner.document.spanHolders.add(token);
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isWhitespace(text.charCodeAt(end - 1))) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

function printParagraph(token: ParagraphToken, printing: Printing): string {
  return `<p${printAttributes(token.attributes)}>${printing.spans(token.tokens)}</p>\n`;
}
