// The lines of one item of a list or of a definition list: which lines belong to it, and what is left of
// them when the indentation is taken off.

import {
  createAttributeList,
  endOfAttributeList,
  readAttributeList,
  type AttributeList,
} from "../attribute-list.ts";
import {
  BRACE_OPEN,
  COLON,
  isAsciiWord,
  isWhitespace,
  SLASH,
  SPACE,
  TAB,
  trim,
  trimStart,
} from "../characters.ts";
import { isRestBlank, readBlocks, type BlockScanner } from "../block-scanner.ts";
import { isNameCharacter } from "../attribute-list.ts";
import { itemStart, type ItemStart } from "./item-marker.ts";
import type { KramdownToken } from "../kramdown-token.ts";
import type { ListItemToken } from "./list.ts";

/** Column of the text of an item whose first line is empty. */
const EMPTY_ITEM_COLUMN = 4;

export interface ItemOptions {
  /** Index of the item's line. */
  readonly at: number;
  /** Whether a list inside begins a part of its own: so in lists, not in definition lists. */
  readonly partsLists: boolean;
}

export class ItemLines {
  /** Column at which the item's text stands. */
  readonly indentation: number;
  readonly #list: AttributeList | null;
  readonly #line: number;
  readonly #start: number;
  readonly #parts: string[];
  #end: number;
  #hasNestedList: boolean;
  readonly #partsLists: boolean;

  /** Takes the item's first line from the scanner. */
  constructor(scanner: BlockScanner, start: ItemStart, { at, partsLists }: ItemOptions) {
    const end = scanner.endOfLine(at);
    const [text, indentation] = firstLine(scanner.text.slice(start.content, end), start.column);
    const [list, content] = splitList(text);
    this.indentation = indentation;
    this.#list = list;
    this.#line = scanner.lineAt(at);
    this.#start = at;
    this.#end = end;
    this.#parts = [content];
    this.#partsLists = partsLists;
    this.#hasNestedList = startsList(content);
    scanner.position = end;
  }

  /** Takes the line at the scanner's position if it belongs to the item. */
  takeLine(scanner: BlockScanner, isAfterBlank: boolean): boolean {
    const { text, position } = scanner;
    if (isRestBlank(text, position)) return false;
    const isContent = isIndentedBy(text, position, this.indentation);
    if (!isContent && (isAfterBlank || endsLazyItem(scanner, this.indentation))) return false;
    const end = scanner.endOfLine(position);
    this.#append(text.slice(position, end));
    this.#end = end;
    scanner.position = end;
    return true;
  }

  takeBlankLines(scanner: BlockScanner, end: number): void {
    this.#hasNestedList = true;
    this.#addToLast(scanner.text.slice(scanner.position, end));
    this.#end = end;
    scanner.position = end;
  }

  /** The item's blocks. */
  read(scanner: BlockScanner): ListItemToken {
    return {
      type: "list_item",
      raw: scanner.text.slice(this.#start, this.#end),
      text: this.#parts.join(""),
      task: false,
      loose: false,
      tokens: readParts(scanner, this.#parts, this.#line),
      attributes: null,
      list: this.#list,
    };
  }

  // A nested list right under the item's text begins a new part, so that the text doesn't swallow it.
  #append(line: string): void {
    const expanded = expandTabs(line);
    const isIndented = hasSpaces(expanded, this.indentation);
    const rest = isIndented ? expanded.slice(this.indentation) : expanded;
    if (!this.#partsLists) {
      this.#addToLast(rest);
      return;
    }
    if (isIndented && !this.#hasNestedList && startsList(rest)) {
      this.#parts.push("");
      this.#hasNestedList = true;
    }
    const isForeignItem = !isIndented && this.#hasNestedList && startsList(rest);
    this.#addToLast(isForeignItem ? " ".repeat(this.indentation + 4) + rest : rest);
  }

  #addToLast(text: string): void {
    const last = this.#parts.length - 1;
    this.#parts[last] = (this.#parts[last] ?? "") + text;
  }
}

function startsList(text: string): boolean {
  return itemStart(text, 0, 3) !== null;
}

// Gives the first line's text and its column; tabs count to the next multiple of four.
function firstLine(content: string, column: number): [text: string, indentation: number] {
  if (isOnlyList(content)) return [trimStart(content), EMPTY_ITEM_COLUMN];
  let indentation = column;
  let at = 0;
  for (; content.charCodeAt(at) === SPACE || content.charCodeAt(at) === TAB; at += 1) {
    indentation += content.charCodeAt(at) === TAB ? 4 - (indentation % 4) : 1;
  }
  return [content.slice(at), indentation];
}

function isOnlyList(content: string): boolean {
  const [, rest] = splitList(content);
  return trim(rest) === "";
}

// `{: .class}` at the beginning of an item is the item's own.
export function splitList(text: string): [list: AttributeList | null, rest: string] {
  let at = 0;
  while (isWhitespace(text.charCodeAt(at))) at += 1;
  if (text.charCodeAt(at) !== BRACE_OPEN || text.charCodeAt(at + 1) !== COLON) return [null, text];
  if (opensOther(text, at + 2)) return [null, text];
  const end = endOfAttributeList(text, at + 2);
  if (end === -1 || end === at + 2) return [null, text];
  let rest = end + 1;
  while (isWhitespace(text.charCodeAt(rest))) rest += 1;
  return [readAttributeList(text.slice(at + 2, end), createAttributeList()), text.slice(rest)];
}

// `{::extension}`, `{:/stop}` and `{:name: definition}`.
function opensOther(text: string, at: number): boolean {
  if (text.charCodeAt(at) === COLON || text.charCodeAt(at) === SLASH) return true;
  if (!isAsciiWord(text.charCodeAt(at))) return false;
  let end = at;
  while (isNameCharacter(text.charCodeAt(end))) end += 1;
  return text.charCodeAt(end - 1) === COLON;
}

// Whether the line is indented as far as the item's text, tabs counting for four.
function isIndentedBy(text: string, at: number, indentation: number): boolean {
  const steps = Math.floor(indentation / 4);
  let position = at;
  for (let step = 0; step < steps; step += 1) {
    const next = afterStep(text, position);
    if (next === position) return false;
    position = next;
  }
  return hasSpacesAt(text, position, indentation % 4) || afterStep(text, position) !== position;
}

function afterStep(text: string, at: number): number {
  if (text.charCodeAt(at) === TAB) return at + 1;
  return hasSpacesAt(text, at, 4) ? at + 4 : at;
}

function hasSpaces(text: string, count: number): boolean {
  return hasSpacesAt(text, 0, count);
}

function hasSpacesAt(text: string, at: number, count: number): boolean {
  for (let index = at; index < at + count; index += 1) {
    if (text.charCodeAt(index) !== SPACE) return false;
  }
  return true;
}

// Only blocks that stand no deeper than the item's marker end the item without a blank line.
function endsLazyItem(scanner: BlockScanner, indentation: number): boolean {
  const { text, position } = scanner;
  let start = position;
  while (text.charCodeAt(start) === SPACE) start += 1;
  if (start - position > Math.min(3, indentation)) return false;
  return scanner.order.endsLazyLines(scanner, position);
}

function expandTabs(line: string): string {
  let tabs = 0;
  while (line.charCodeAt(tabs) === TAB) tabs += 1;
  return tabs === 0 ? line : "    ".repeat(tabs) + line.slice(tabs);
}

// The tokens of nested texts that are read one after another into one item.
function readParts(scanner: BlockScanner, parts: readonly string[], line: number): KramdownToken[] {
  const tokens: KramdownToken[] = [];
  let lineOfPart = line;
  for (const part of parts) {
    const inside = scanner.nested(part, lineOfPart);
    inside.tokens = tokens;
    readBlocks(inside);
    lineOfPart = inside.lineAt(part.length);
  }
  return tokens;
}
