// Displayed formulas: `$$ … $$` that begins and ends at a block's boundary. Elsewhere it is an inline one.

import { type AttributeList, type Attributes, printAttributes } from "../attribute-list.ts";
import { BACKSLASH, DOLLAR, trim } from "../characters.ts";
import { isEndOfBlock } from "./end-of-block.ts";
import {
  endOfBlankLines,
  isRestBlank,
  skipOptionalSpace,
  type BlockScanner,
} from "../block-scanner.ts";
import { isBlockAttributeList } from "./block-attribute-list.ts";
import type { BlockConstruct } from "../construct.ts";
import type { Printing } from "../printing.ts";

export interface MathBlockToken {
  type: "math_block";
  raw: string;
  /** TeX. */
  text: string;
  attributes: Attributes | null;
  list: AttributeList | null;
}

export const mathBlock: BlockConstruct = {
  name: "math block",
  startsWith: "$\\",
  read: readMathBlock,
  prints: [{ type: "math_block", print: printMathBlock }],
};

function readMathBlock(scanner: BlockScanner): boolean {
  const { text, position } = scanner;
  const start = skipOptionalSpace(text, position);
  if (text.charCodeAt(start) === BACKSLASH) return skipEscape(scanner, start);
  if (text.charCodeAt(start) !== DOLLAR || text.charCodeAt(start + 1) !== DOLLAR) return false;
  if (!scanner.isAfterBoundary()) return false;
  const close = scanner.searches.find("$$", start + 2);
  if (close === -1) return false;
  const end = isRestBlank(text, close + 2) ? scanner.endOfLine(close + 2) : close + 2;
  if (!isBeforeBoundary(scanner, end)) return false;
  scanner.add({
    type: "math_block",
    raw: text.slice(position, end),
    text: trim(text.slice(start + 2, close)),
    attributes: null,
    list: null,
  });
  scanner.position = end;
  return true;
}

// `\\$$…$$` on lines of its own is an inline formula: the backslash goes, and the paragraph reads the rest.
function skipEscape(scanner: BlockScanner, at: number): false {
  const { text } = scanner;
  const isMath = text.charCodeAt(at + 1) === DOLLAR && text.charCodeAt(at + 2) === DOLLAR;
  if (!isMath || !scanner.isAfterBoundary()) return false;
  const close = scanner.searches.find("$$", at + 3);
  if (close !== -1 && isRestBlank(text, close + 2)) scanner.position = at + 1;
  return false;
}

/** Whether a block may end before an index: a blank line, an end mark, an attribute list or the end follows. */
export function isBeforeBoundary(scanner: BlockScanner, at: number): boolean {
  const { text } = scanner;
  if (at >= text.length || endOfBlankLines(text, at) !== -1) return true;
  return isEndOfBlock(text, at) || isBlockAttributeList(scanner, at);
}

function printMathBlock(token: MathBlockToken, printing: Printing): string {
  return `${printing.math(token.text, { isDisplay: true, attributes: printAttributes(token.attributes) })}\n`;
}
