// Definition lists: terms, one a line, then `: definition`, one or more.

import { type AttributeList, type Attributes, printAttributes } from "../attribute-list.ts";
import { COLON, isBlank, PIPE } from "../characters.ts";
import { endOfBlankLines, skipOptionalSpace, type BlockScanner } from "../block-scanner.ts";
import { isEndOfBlock } from "./end-of-block.ts";
import { ItemLines, splitList } from "./item-lines.ts";
import type { ItemStart } from "./item-marker.ts";
import { printItemAs, tighten } from "./list.ts";
import { kramdownId } from "../heading-ids.ts";
import type { BlockConstruct } from "../construct.ts";
import type { KramdownToken } from "../kramdown-token.ts";
import type { ParagraphToken } from "./paragraph.ts";
import type { Printing } from "../printing.ts";

export interface DefinitionListToken {
  type: "definition_list";
  raw: string;
  items: (DefinitionTermToken | DefinitionToken)[];
  attributes: Attributes | null;
  list: AttributeList | null;
}

export interface DefinitionTermToken {
  type: "definition_term";
  raw: string;
  text: string;
  tokens: KramdownToken[];
  attributes: Attributes | null;
  list: AttributeList | null;
  readonly line: number;
  readonly isInHtml: boolean;
}

export interface DefinitionToken {
  type: "definition";
  raw: string;
  tokens: KramdownToken[];
  attributes: Attributes | null;
  list: AttributeList | null;
}

export const definitionList: BlockConstruct = {
  name: "definition list",
  startsWith: ":",
  read: readDefinitionList,
  interrupts: (scanner, at) => definitionStart(scanner.text, at, 3) !== null,
  prints: [
    { type: "definition_list", print: printDefinitionList },
    { type: "definition_term", print: printTerm },
    {
      type: "definition",
      print: (token: DefinitionToken, printing) => printItemAs("dd", token, printing),
    },
  ],
};

function definitionStart(text: string, at: number, indent: number): ItemStart | null {
  const mark = skipOptionalSpace(text, at);
  if (mark - at > indent || text.charCodeAt(mark) !== COLON) return null;
  const next = text.charCodeAt(mark + 1);
  return isBlank(next) || next === PIPE ? { content: mark + 1, column: mark + 1 - at } : null;
}

interface Definition {
  readonly lines: ItemLines;
  readonly startsWithParagraph: boolean;
}

function readDefinitionList(scanner: BlockScanner): boolean {
  if (definitionStart(scanner.text, scanner.position, 3) === null || !scanner.canNest())
    return false;
  const before = scanner.last()?.type === "space" ? scanner.tokens.at(-2) : scanner.last();
  if (before?.type !== "paragraph") return false;
  const isAfterBlank = scanner.last()?.type === "space";
  if (isAfterBlank && scanner.last()?.raw !== "\n") return false;
  scanner.tokens.length -= isAfterBlank ? 2 : 1;
  scanner.document.spanHolders.delete(before);

  const start = scanner.position;
  const definitions = readDefinitions(scanner, isAfterBlank);
  const token: DefinitionListToken = {
    type: "definition_list",
    raw: before.raw + scanner.text.slice(start, scanner.position),
    items: termsOf(scanner, before),
    attributes: null,
    list: null,
  };
  const trailing = addDefinitions(scanner, token, definitions);
  addOrMerge(scanner, token, before);
  if (trailing !== null) scanner.tokens.push(trailing);
  return true;
}

function readDefinitions(scanner: BlockScanner, isAfterParagraph: boolean): Definition[] {
  const definitions: Definition[] = [];
  let startsWithParagraph = isAfterParagraph;
  let isAfterBlank = false;
  let indent = 3;
  while (!scanner.isAtEnd()) {
    const { text, position } = scanner;
    const start = definitionStart(text, position, indent);
    const last = definitions.at(-1);
    if (start !== null) {
      const lines = new ItemLines(scanner, start, { at: position, partsLists: false });
      definitions.push({ lines, startsWithParagraph });
      indent = Math.min(3, lines.indentation - 1);
      startsWithParagraph = false;
      isAfterBlank = false;
    } else if (isEndOfBlock(text, position)) break;
    else if (last?.lines.takeLine(scanner, isAfterBlank)) {
      startsWithParagraph = false;
      isAfterBlank = false;
    } else if (last !== undefined && endOfBlankLines(text, position) !== -1) {
      last.lines.takeBlankLines(scanner, endOfBlankLines(text, position));
      startsWithParagraph = true;
      isAfterBlank = true;
    } else break;
  }
  return definitions;
}

function termsOf(scanner: BlockScanner, paragraph: ParagraphToken): DefinitionTermToken[] {
  return paragraph.text.split("\n").map((line, index) => {
    const [list, text] = splitList(line);
    const term: DefinitionTermToken = {
      type: "definition_term",
      raw: line,
      text,
      tokens: [],
      attributes: null,
      list,
      line: paragraph.line + index,
      isInHtml: scanner.isInHtml,
    };
    scanner.document.spanHolders.add(term);
    return term;
  });
}

// Gives the blank line that the last definition ends with.
function addDefinitions(
  scanner: BlockScanner,
  token: DefinitionListToken,
  definitions: readonly Definition[],
): KramdownToken | null {
  let trailing: KramdownToken | null = null;
  for (const { lines, startsWithParagraph } of definitions) {
    const { raw, tokens, list } = lines.read(scanner);
    const item: DefinitionToken = { type: "definition", raw, tokens, attributes: null, list };
    token.items.push(item);
    if (tokens.length === 0) continue;
    trailing = tokens.at(-1)?.type === "space" ? (tokens.pop() ?? null) : null;
    if (!startsWithParagraph) tighten(scanner, item);
  }
  return trailing;
}

// Terms and definitions that follow a definition list belong to it.
function addOrMerge(
  scanner: BlockScanner,
  token: DefinitionListToken,
  paragraph: ParagraphToken,
): void {
  const last = scanner.last();
  const before = last?.type === "space" ? scanner.tokens.at(-2) : last;
  if (before?.type === "definition_list") {
    if (last?.type === "space") scanner.tokens.pop();
    before.items.push(...token.items);
    before.raw += token.raw;
    return;
  }
  // The terms' paragraph had the attribute list, if there was one.
  token.list = paragraph.list;
  scanner.pending = null;
  scanner.add(token);
}

function printDefinitionList(token: DefinitionListToken, printing: Printing): string {
  addTermIds(token);
  return `<dl${printAttributes(token.attributes)}>\n${printing.blocks(token.items)}</dl>\n`;
}

const AUTO_IDS = /^auto_ids(?:-(.*))?$/s;

// `{:auto_ids}` or `{:auto_ids-prefix-}` gives each term an id made of its text.
function addTermIds({ list, items }: DefinitionListToken): void {
  const prefix = list?.references
    .map((name) => AUTO_IDS.exec(name))
    .find((found) => found !== null);
  if (prefix === undefined) return;
  for (const item of items) {
    if (item.type !== "definition_term" || item.attributes?.has("id")) continue;
    item.attributes = new Map(item.attributes).set("id", (prefix[1] ?? "") + kramdownId(item.text));
  }
}

function printTerm(token: DefinitionTermToken, printing: Printing): string {
  return `<dt${printAttributes(token.attributes)}>${printing.spans(token.tokens)}</dt>\n`;
}
