// Formulas in a line, `$$…$$`.

import { type Attributes, printAttributes } from "../attribute-list.ts";
import { DOLLAR, trim } from "../characters.ts";
import type { Printing } from "../printing.ts";
import type { SpanConstruct } from "../construct.ts";
import type { SpanScanner } from "../span-scanner.ts";

export interface InlineMathToken {
  type: "inline_math";
  raw: string;
  /** TeX. */
  text: string;
  attributes: Attributes | null;
}

export const inlineMath: SpanConstruct = {
  name: "inline math",
  startsWith: "$",
  read: readInlineMath,
  prints: [{ type: "inline_math", print: printInlineMath }],
};

function readInlineMath(scanner: SpanScanner): boolean {
  const { text, position } = scanner;
  if (scanner.code(1) !== DOLLAR) return false;
  const close = scanner.searches.find("$$", position + 2);
  if (close === -1) return false;
  scanner.position = close + 2;
  const raw = text.slice(position, close + 2);
  scanner.add({ type: "inline_math", raw, text: trim(raw.slice(2, -2)), attributes: null });
  return true;
}

function printInlineMath(token: InlineMathToken, printing: Printing): string {
  return printing.math(token.text, {
    isDisplay: false,
    attributes: printAttributes(token.attributes),
  });
}
