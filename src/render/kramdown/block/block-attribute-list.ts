// Attribute lists on a line of their own: `{: .class}` for the block before or after, and definitions,
// `{:name: .class}`, for lists to refer to.

import {
  createAttributeList,
  endOfAttributeList,
  isNameCharacter,
  opensAttributeList,
  readAttributeList,
} from "../attribute-list.ts";
import { COLON, isAsciiWord } from "../characters.ts";
import { isRestBlank, skipOptionalSpace, type BlockScanner } from "../block-scanner.ts";
import type { AttributeList } from "../attribute-list.ts";
import type { BlockConstruct } from "../construct.ts";
import type { KramdownToken } from "../kramdown-token.ts";

export const blockAttributeList: BlockConstruct = {
  name: "attribute list",
  startsWith: "{",
  read: (scanner) => readDefinition(scanner) || readBlockAttributeList(scanner),
  interrupts: isBlockAttributeList,
};

/** Whether an attribute list is all that stands on the line at an index. */
export function isBlockAttributeList({ text, searches }: BlockScanner, at: number): boolean {
  const start = skipOptionalSpace(text, at);
  if (!opensAttributeList(text, start)) return false;
  const end = searches.findBy(endOfAttributeList, start + 2);
  return end !== -1 && isRestBlank(text, end + 1);
}

function readBlockAttributeList(scanner: BlockScanner): boolean {
  const { text, position } = scanner;
  if (!isBlockAttributeList(scanner, position)) return false;
  const start = skipOptionalSpace(text, position) + 2;
  const close = scanner.searches.findBy(endOfAttributeList, start);
  const end = scanner.endOfLine(close);
  const target = targetOf(scanner.last());
  const source = text.slice(start, close);
  if (target === null) {
    scanner.pending = readAttributeList(source, scanner.pending ?? createAttributeList());
  } else {
    target.list = readAttributeList(source, target.list ?? createAttributeList());
    if (!isBlockAttributeList(scanner, end)) {
      scanner.tokens.push({
        type: "mark",
        raw: text.slice(position, end),
        of: "attribute-list",
        definition: null,
      });
    }
  }
  scanner.position = end;
  return true;
}

// The block before the list takes it, unless a blank line or a mark is between them.
function targetOf(token: KramdownToken | null): { list: AttributeList | null } | null {
  if (token === null || token.type === "space") return null;
  if (token.type === "mark") return token.definition;
  // On what has no attributes the list is lost.
  return "list" in token ? token : { list: null };
}

function readDefinition(scanner: BlockScanner): boolean {
  const { text, position } = scanner;
  const start = skipOptionalSpace(text, position);
  if (!opensAttributeList(text, start) || !isAsciiWord(text.charCodeAt(start + 2))) return false;
  let nameEnd = start + 3;
  while (isNameCharacter(text.charCodeAt(nameEnd))) nameEnd += 1;
  // The last colon of the run ends the name: `{:a:b: .c}` defines "a:b".
  if (text.charCodeAt(nameEnd - 1) !== COLON || nameEnd - 1 === start + 2) return false;
  const close = scanner.searches.findBy(endOfAttributeList, nameEnd);
  if (close === -1 || close === nameEnd || !isRestBlank(text, close + 1)) return false;
  const name = text.slice(start + 2, nameEnd - 1);
  scanner.document.defineAttributeList(name, text.slice(nameEnd, close));
  scanner.position = scanner.endOfLine(close);
  const raw = text.slice(position, scanner.position);
  scanner.tokens.push({ type: "mark", raw, of: "definition", definition: null });
  return true;
}
