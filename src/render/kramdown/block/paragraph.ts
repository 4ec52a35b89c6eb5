// Paragraphs: what nothing else wants. A paragraph right after another goes on with it.

import { type AttributeList, type Attributes, printAttributes } from "../attribute-list.ts";
import { isBlank, trimEnd, trimStart } from "../characters.ts";
import { skipOptionalSpace, type BlockScanner } from "../block-scanner.ts";
import { escapeText } from "../escape.ts";
import type { BlockConstruct } from "../construct.ts";
import type { ImageToken } from "../span/link.ts";
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
  if (isBlank(scanner.text.charCodeAt(skipOptionalSpace(scanner.text, start))))
    return readStrayLine(scanner);
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
  addParagraph(scanner, start, trimStart(text));
  return true;
}

// A paragraph cannot begin with a tab after spaces: such a line is text without an element.
function readStrayLine(scanner: BlockScanner): true {
  const { text, position, tokens } = scanner;
  const end = scanner.endOfLine(position);
  const raw = text.slice(position, end);
  scanner.position = end;
  const last = tokens.at(-1);
  if (last?.type === "text" && last.tokens !== undefined) {
    last.text += raw;
    return true;
  }
  const line = {
    type: "text" as const,
    raw,
    text: raw,
    tokens: [],
    line: scanner.lineAt(position),
    isInHtml: scanner.isInHtml,
  };
  tokens.push(line);
  scanner.document.spanHolders.add(line);
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

function printParagraph(token: ParagraphToken, printing: Printing): string {
  const [image] = token.tokens;
  if (image?.type === "image" && image.isStandalone && token.tokens.length === 1) {
    return printFigure(image, token.attributes, printing);
  }
  const content = printing.spans(token.tokens) + printing.backlinksIn(token);
  return `<p${printAttributes(token.attributes)}>${content}</p>\n`;
}

// `![text](url){:standalone}` alone in its paragraph; the image's class and id go to the figure.
function printFigure(image: ImageToken, attributes: Attributes | null, printing: Printing): string {
  const ofFigure: Attributes = new Map(attributes);
  const ofImage: Attributes = new Map(image.attributes);
  for (const name of ["class", "id"]) {
    const value = ofImage.get(name);
    if (value === undefined || ofFigure.has(name)) continue;
    ofFigure.set(name, value);
    ofImage.delete(name);
  }
  const markup = printing.spans([{ ...image, attributes: ofImage }]);
  const caption = `<figcaption>${escapeText(image.text)}</figcaption>`;
  return `<figure${printAttributes(ofFigure)}>\n${markup}\n${caption}\n</figure>\n`;
}
