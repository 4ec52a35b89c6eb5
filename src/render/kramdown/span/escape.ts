// Escapes: a backslash before a sign of the dialect makes it text.

import { TILDE } from "../characters.ts";
import type { SpanConstruct } from "../construct.ts";
import type { SpanScanner } from "../span-scanner.ts";

export const escape: SpanConstruct = { name: "escape", startsWith: "\\", read: readEscape };

const ESCAPABLE = "\\.*_+`<>()[]{}#!:|\"'$=-";

function readEscape(scanner: SpanScanner): boolean {
  const code = scanner.code(1);
  const isEscapable = code < 0x80 && ESCAPABLE.includes(String.fromCharCode(code));
  const isTilde = code === TILDE && scanner.document.options.input === "GFM";
  if (!isEscapable && !isTilde) return false;
  scanner.addText(scanner.text.charAt(scanner.position + 1));
  scanner.position += 2;
  return true;
}
