// Hard line breaks: two spaces, `\\` or, in GFM, `\` at a line's end; with `hard_wrap`, every line's end.

import { BACKSLASH, NEWLINE, SPACE } from "../characters.ts";
import { IN_HTML, type SpanScanner } from "../span-scanner.ts";
import type { SpanConstruct } from "../construct.ts";

export interface BreakToken {
  type: "br";
  raw: string;
}

export const lineBreak: SpanConstruct = {
  name: "line break",
  startsWith: "\n\\",
  read: (scanner) =>
    scanner.code(0) === NEWLINE ? readLineEnd(scanner) : readBackslashes(scanner),
  prints: [{ type: "br", print: () => "<br />" }],
};

function readLineEnd(scanner: SpanScanner): boolean {
  const hasSpaces = scanner.code(-1) === SPACE && scanner.code(-2) === SPACE;
  if (hasHardWrap(scanner)) return !isAfterBreak(scanner) && addBreak(scanner, 0);
  if (!hasSpaces || scanner.position < scanner.plainStart + 2) return false;
  scanner.dropText(2);
  return addBreak(scanner, 0);
}

function readBackslashes(scanner: SpanScanner): boolean {
  if (scanner.code(1) === BACKSLASH && scanner.code(2) === NEWLINE) return addBreak(scanner, 2);
  const { input, hardWrap } = scanner.document.options;
  const isGfm = input === "GFM" && !hardWrap && (scanner.context & IN_HTML) === 0;
  return isGfm && scanner.code(1) === NEWLINE && addBreak(scanner, 1);
}

function isAfterBreak(scanner: SpanScanner): boolean {
  const before = scanner.elementBefore();
  return before !== null && before !== "symbol" && before.type === "br";
}

function hasHardWrap(scanner: SpanScanner): boolean {
  const { input, hardWrap } = scanner.document.options;
  return input === "GFM" && hardWrap && (scanner.context & IN_HTML) === 0;
}

// The newline itself is the text after the break: a quotation mark looks at it.
function addBreak(scanner: SpanScanner, length: number): boolean {
  const isLast = scanner.position + length + 1 === scanner.text.length;
  if (isLast && length < 2 && scanner.depth === 0 && scanner.document.options.input === "GFM") {
    scanner.position += length;
    return length > 0;
  }
  scanner.add({
    type: "br",
    raw: scanner.text.slice(scanner.position, scanner.position + length + 1),
  });
  scanner.position += length;
  return true;
}
