// Horizontal rules: three or more `*`, `-` or `_`, white space between them or not.

import { type AttributeList, type Attributes, printAttributes } from "../attribute-list.ts";
import { ASTERISK, HYPHEN, isBlank, NEWLINE, UNDERSCORE } from "../characters.ts";
import { skipOptionalSpace, type BlockScanner } from "../block-scanner.ts";
import type { BlockConstruct } from "../construct.ts";

export interface RuleToken {
  type: "hr";
  raw: string;
  attributes: Attributes | null;
  list: AttributeList | null;
}

export const horizontalRule: BlockConstruct = {
  name: "horizontal rule",
  startsWith: "*-_",
  read: readHorizontalRule,
  prints: [
    { type: "hr", print: (token: RuleToken) => `<hr${printAttributes(token.attributes)} />\n` },
  ],
};

const FEWEST_SIGNS = 3;

function readHorizontalRule(scanner: BlockScanner): boolean {
  if (!isHorizontalRule(scanner.text, scanner.position)) return false;
  const end = scanner.endOfLine(scanner.position);
  const raw = scanner.text.slice(scanner.position, end);
  scanner.add({ type: "hr", raw, attributes: null, list: null });
  scanner.position = end;
  return true;
}

/** Whether the line at an index is a rule. */
export function isHorizontalRule(text: string, at: number): boolean {
  let position = skipOptionalSpace(text, at);
  const sign = text.charCodeAt(position);
  if (sign !== ASTERISK && sign !== HYPHEN && sign !== UNDERSCORE) return false;
  let count = 0;
  for (; position < text.length && text.charCodeAt(position) !== NEWLINE; position += 1) {
    const code = text.charCodeAt(position);
    if (code === sign) count += 1;
    else if (!isBlank(code)) return false;
  }
  return count >= FEWEST_SIGNS;
}
