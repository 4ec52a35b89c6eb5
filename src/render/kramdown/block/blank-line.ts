// Blank lines: they part blocks, and lists look at them.

import { endOfBlankLines, type BlockScanner } from "../block-scanner.ts";
import type { BlockConstruct } from "../construct.ts";

export interface SpaceToken {
  type: "space";
  raw: string;
}

export const blankLine: BlockConstruct = {
  name: "blank line",
  startsWith: "\n",
  read: readBlankLine,
  interrupts: (scanner, at) =>
    at >= scanner.text.length || endOfBlankLines(scanner.text, at) !== -1,
  prints: [{ type: "space", print: () => "\n" }],
};

function readBlankLine(scanner: BlockScanner): boolean {
  const end = endOfBlankLines(scanner.text, scanner.position);
  if (end === -1) return false;
  const raw = scanner.text.slice(scanner.position, end);
  const last = scanner.last();
  if (last?.type === "space") last.raw += raw;
  else {
    scanner.tokens.push({ type: "space", raw });
    // The list goes to the blank line, as to any block; more blank lines are none.
    scanner.pending = null;
  }
  scanner.position = end;
  return true;
}
