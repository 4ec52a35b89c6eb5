// Character references, `&copy;`, `&#169;` and `&#xa9;`, as their characters.

import { decodeEntity } from "../entities.ts";
import { COLON, HASH, HYPHEN, isAsciiWord, SEMICOLON } from "../characters.ts";
import type { SpanConstruct } from "../construct.ts";
import type { SpanScanner } from "../span-scanner.ts";

export const entity: SpanConstruct = { name: "entity", startsWith: "&", read: readEntity };

const NUMERIC = /^#(?:\d+|x[0-9a-fA-F]+)$/;
const LONGEST_NAME = 32;

function readEntity(scanner: SpanScanner): boolean {
  const { text, position } = scanner;
  const start = position + 1;
  const limit = start + LONGEST_NAME;
  let end = scanner.code(1) === HASH ? start + 1 : start;
  while (end < limit && isNamePart(text.charCodeAt(end))) end += 1;
  if (text.charCodeAt(end) !== SEMICOLON) return false;
  const name = text.slice(start, end);
  if (name.startsWith("#") ? !NUMERIC.test(name) : !isNameStart(text.charCodeAt(start)))
    return false;
  const character = decodeEntity(name);
  if (character === null) return false;
  scanner.addSymbol(character);
  scanner.position = end + 1;
  return true;
}

function isNameStart(code: number): boolean {
  return isAsciiWord(code) || code === COLON;
}

function isNamePart(code: number): boolean {
  return isAsciiWord(code) || code === COLON || code === HYPHEN;
}
