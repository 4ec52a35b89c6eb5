// GFM's struck text, `~~text~~`.

import { isWhitespace, TILDE } from "../characters.ts";
import { readSpans } from "../read-spans.ts";
import { SpanScanner } from "../span-scanner.ts";
import type { KramdownToken } from "../kramdown-token.ts";
import type { Printing } from "../printing.ts";
import { type Attributes, printAttributes } from "../attribute-list.ts";
import type { SpanConstruct } from "../construct.ts";

export interface DelToken {
  type: "del";
  raw: string;
  text: string;
  tokens: KramdownToken[];
  attributes: Attributes | null;
}

export const strikethrough: SpanConstruct = {
  name: "strikethrough",
  startsWith: "~",
  read: readStrikethrough,
  prints: [{ type: "del", print: printDel }],
};

function readStrikethrough(scanner: SpanScanner): boolean {
  const { text, position } = scanner;
  if (
    scanner.document.options.input !== "GFM" ||
    scanner.code(1) !== TILDE ||
    isEdge(scanner.code(2))
  )
    return false;
  let close = scanner.searches.find("~~", position + 3);
  while (close !== -1 && isEdge(text.charCodeAt(close - 1)))
    close = scanner.searches.find("~~", close + 1);
  if (close === -1 || !scanner.canTry()) return false;
  const content = text.slice(position + 2, close);
  const inside = new SpanScanner(content, scanner);
  inside.depth = scanner.depth + 1;
  inside.context = scanner.context;
  readSpans(inside, null);
  scanner.position = close + 2;
  const raw = text.slice(position, close + 2);
  scanner.add({ type: "del", raw, text: content, tokens: inside.tokens, attributes: null });
  return true;
}

function isEdge(code: number): boolean {
  return isWhitespace(code) || code === TILDE;
}

function printDel(token: DelToken, printing: Printing): string {
  return `<del${printAttributes(token.attributes)}>${printing.spans(token.tokens)}</del>`;
}
