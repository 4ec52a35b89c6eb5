// Footnotes: their definitions, `[^name]: text` with indented lines after it, and their list at the page's end.

import { BRACKET_CLOSE, BRACKET_OPEN, CARET, COLON, isAsciiWord } from "../characters.ts";
import { afterIndent, endOfIndentedCode } from "./code-block.ts";
import { isNameCharacter } from "../attribute-list.ts";
import { readBlocks, skipBlank, skipOptionalSpace, type BlockScanner } from "../block-scanner.ts";
import type { BlockConstruct } from "../construct.ts";

export const footnoteDefinition: BlockConstruct = {
  name: "footnote definition",
  startsWith: "[",
  read: readFootnoteDefinition,
};

function readFootnoteDefinition(scanner: BlockScanner): boolean {
  const { text, position } = scanner;
  const open = skipOptionalSpace(text, position);
  const nameEnd = endOfFootnoteName(text, open);
  if (nameEnd === -1 || text.charCodeAt(nameEnd + 1) !== COLON || !scanner.canNest()) return false;
  const lineEnd = scanner.endOfLine(open);
  const end = endOfIndentedCode(scanner, lineEnd);
  const name = text.slice(open + 2, nameEnd);
  const content =
    text.slice(skipBlank(text, nameEnd + 2), lineEnd) + withoutIndent(text.slice(lineEnd, end));
  const inside = scanner.nested(content, scanner.lineAt(position));
  scanner.document.footnotes.set(name, { name, tokens: readBlocks(inside) });
  scanner.position = end;
  const raw = text.slice(position, end);
  scanner.tokens.push({
    type: "mark",
    raw,
    of: "definition",
    definition: { list: scanner.pending },
  });
  scanner.pending = null;
  return true;
}

/** The index of the `]` of `[^name]` at an index; -1 where there is none. */
export function endOfFootnoteName(text: string, at: number): number {
  if (text.charCodeAt(at) !== BRACKET_OPEN || text.charCodeAt(at + 1) !== CARET) return -1;
  if (!isAsciiWord(text.charCodeAt(at + 2))) return -1;
  let end = at + 3;
  while (isNameCharacter(text.charCodeAt(end))) end += 1;
  return text.charCodeAt(end) === BRACKET_CLOSE ? end : -1;
}

function withoutIndent(source: string): string {
  let text = "";
  for (let at = 0; at < source.length;) {
    const newline = source.indexOf("\n", at);
    const end = newline === -1 ? source.length : newline + 1;
    text += source.slice(afterIndent(source, at), end);
    at = end;
  }
  return text;
}
