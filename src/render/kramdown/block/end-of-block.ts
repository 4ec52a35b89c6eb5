// The end-of-block mark, a `^` alone on its line: it parts two blocks that would be one.

import { CARET } from "../characters.ts";
import { isRestBlank, type BlockScanner } from "../block-scanner.ts";
import type { AttributeList } from "../attribute-list.ts";
import type { BlockConstruct } from "../construct.ts";

/** Something that was read and prints nothing, but that its neighbours look at while blocks are read. */
export interface MarkToken {
  type: "mark";
  raw: string;
  of: "end-of-block" | "attribute-list" | "definition" | "extension";
  /** A definition takes the attribute list around it; null otherwise. */
  readonly definition: { list: AttributeList | null } | null;
}

export const endOfBlock: BlockConstruct = {
  name: "end of block",
  startsWith: "^",
  read: readEndOfBlock,
  interrupts: (scanner, at) => isEndOfBlock(scanner.text, at),
};

/** Whether the line at an index is the mark. */
export function isEndOfBlock(text: string, at: number): boolean {
  return text.charCodeAt(at) === CARET && isRestBlank(text, at + 1);
}

function readEndOfBlock(scanner: BlockScanner): boolean {
  if (!isEndOfBlock(scanner.text, scanner.position)) return false;
  const end = scanner.endOfLine(scanner.position);
  const raw = scanner.text.slice(scanner.position, end);
  scanner.tokens.push({ type: "mark", raw, of: "end-of-block", definition: null });
  scanner.position = end;
  scanner.pending = null;
  return true;
}
