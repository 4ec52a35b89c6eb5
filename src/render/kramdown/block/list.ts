// Lists, `*`, `+`, `-` or `1.`: the column of an item's text decides what belongs to it, and each item
// decides for itself whether it is tight. `{:toc}` after a list makes it the table of contents.

import { type AttributeList, type Attributes, printAttributes } from "../attribute-list.ts";
import { endOfBlankLines, type BlockScanner } from "../block-scanner.ts";
import { FOOTNOTES_PLACE } from "../footnotes.ts";
import { isEndOfBlock } from "./end-of-block.ts";
import { isHorizontalRule } from "./horizontal-rule.ts";
import { ItemLines } from "./item-lines.ts";
import { itemStart } from "./item-marker.ts";
import { markTasks } from "./task-list.ts";
import { printToc } from "../toc.ts";
import type { BlockConstruct } from "../construct.ts";
import type { KramdownToken } from "../kramdown-token.ts";
import type { Printing } from "../printing.ts";

export interface ListToken {
  type: "list";
  raw: string;
  ordered: boolean;
  start: "";
  loose: boolean;
  items: ListItemToken[];
  attributes: Attributes | null;
  list: AttributeList | null;
}

export interface ListItemToken {
  type: "list_item";
  raw: string;
  text: string;
  task: boolean;
  checked?: boolean;
  loose: boolean;
  tokens: KramdownToken[];
  attributes: Attributes | null;
  list: AttributeList | null;
}

export const list: BlockConstruct = {
  name: "list",
  startsWith: "*+-0123456789",
  read: readList,
  interrupts: (scanner, at) => itemStart(scanner.text, at, 3) !== null,
  prints: [
    { type: "list", print: printList },
    { type: "list_item", print: printItem },
  ],
};

function readList(scanner: BlockScanner): boolean {
  const { text } = scanner;
  const first = itemStart(text, scanner.position, 3);
  if (first === null || !scanner.canNest()) return false;
  const start = scanner.position;
  const items: ItemLines[] = [];
  let isAfterBlank = false;
  let hasEnd = false;
  let indent = 3;
  while (!scanner.isAtEnd()) {
    const at = scanner.position;
    if (isAfterBlank && isHorizontalRule(text, at)) break;
    if (isEndOfBlock(text, at)) {
      scanner.position = scanner.endOfLine(at);
      hasEnd = true;
      break;
    }
    const marker = itemStart(text, at, indent);
    const item = items.at(-1);
    if (marker !== null && marker.ordered === first.ordered) {
      const next = new ItemLines(scanner, marker, { at, partsLists: true });
      indent = Math.min(3, next.indentation - 1);
      items.push(next);
      isAfterBlank = false;
    } else if (item?.takeLine(scanner, isAfterBlank)) {
      isAfterBlank = false;
    } else if (item !== undefined && endOfBlankLines(text, at) !== -1) {
      item.takeBlankLines(scanner, endOfBlankLines(text, at));
      isAfterBlank = true;
    } else break;
  }
  const token = createList(text.slice(start, scanner.position), first.ordered);
  scanner.add(token);
  readItems(scanner, token, { items, hasEnd });
  if (scanner.document.options.input === "GFM") markTasks(token);
  return true;
}

function createList(raw: string, ordered: boolean): ListToken {
  return {
    type: "list",
    raw,
    ordered,
    start: "",
    loose: false,
    items: [],
    attributes: null,
    list: null,
  };
}

interface ListLines {
  readonly items: readonly ItemLines[];
  readonly hasEnd: boolean;
}

function readItems(scanner: BlockScanner, token: ListToken, { items, hasEnd }: ListLines): void {
  let trailing: KramdownToken | null = null;
  for (const lines of items) {
    const item = lines.read(scanner);
    token.items.push(item);
    dropMarkOfFirstParagraph(item);
    const isLast = token.items.length === items.length;
    if (isTight(item, { isLast, hasEnd, items: token.items })) tighten(scanner, item);
    else item.loose = item.tokens[0]?.type === "paragraph";
    trailing = item.tokens.at(-1)?.type === "space" ? (item.tokens.pop() ?? null) : null;
    token.loose ||= item.loose;
  }
  if (trailing !== null && !hasEnd) scanner.tokens.push(trailing);
}

// A block attribute list inside an item leaves a mark, which must not make the item look longer.
function dropMarkOfFirstParagraph(item: ListItemToken): void {
  const [first, second] = item.tokens;
  const isMark = second?.type === "mark" && second.of === "attribute-list";
  if (first?.type === "paragraph" && first.list !== null && isMark) item.tokens.splice(1, 1);
}

interface ItemPlace {
  readonly isLast: boolean;
  readonly hasEnd: boolean;
  readonly items: readonly ListItemToken[];
}

// The last item has no blank line to say what it is: it follows the items before it.
function isTight(item: ListItemToken, { isLast, hasEnd, items }: ItemPlace): boolean {
  const [first, second] = item.tokens;
  if (first?.type !== "paragraph") return false;
  const endsHere = isLast && item.tokens.length === 2 && !hasEnd;
  if (second?.type === "space" && !endsHere) return false;
  if (!isLast || items.length === 1) return true;
  return items.slice(0, -1).some(({ tokens }) => tokens[0]?.type !== "paragraph");
}

/** Turns an item's first paragraph into text without `<p>`. */
export function tighten(scanner: BlockScanner, item: Pick<ListItemToken, "tokens">): void {
  const [first, second] = item.tokens;
  if (first?.type !== "paragraph") return;
  const isFollowed = second !== undefined && second.type !== "space";
  const { raw, line, isInHtml } = first;
  const text = isFollowed ? withoutBreak(scanner, first.text) : first.text;
  const tight = { type: "text" as const, raw, text, tokens: [], line, isInHtml };
  item.tokens[0] = tight;
  scanner.document.spanHolders.delete(first);
  scanner.document.spanHolders.add(tight);
}

// Before a block there is nothing to break, so that a backslash at the end is only left out.
function withoutBreak(scanner: BlockScanner, text: string): string {
  const { input, hardWrap } = scanner.document.options;
  const isBreak = input === "GFM" && !hardWrap && !scanner.isInHtml && text.endsWith("\\");
  return isBreak ? text.slice(0, -1) : text;
}

function printList(token: ListToken, printing: Printing): string {
  if (token.list?.references.includes("toc")) return printToc(token, printing);
  if (token.list?.references.includes("footnotes")) {
    printing.hasFootnotesPlace = true;
    return FOOTNOTES_PLACE;
  }
  const tag = token.ordered ? "ol" : "ul";
  return `<${tag}${printAttributes(token.attributes)}>\n${printing.blocks(token.items)}</${tag}>\n`;
}

function printItem(token: ListItemToken, printing: Printing): string {
  return printItemAs("li", token, printing);
}

/** An item with its end tag: a tight one begins on the line of its start tag. */
export function printItemAs(
  tag: "li" | "dd",
  token: Pick<ListItemToken, "attributes" | "tokens">,
  printing: Printing,
): string {
  const [first, second] = token.tokens;
  const start = `<${tag}${printAttributes(token.attributes)}>`;
  if (first?.type !== "text") {
    return `${start}${first === undefined ? "" : "\n"}${printing.blocks(token.tokens)}</${tag}>\n`;
  }
  const parting = second === undefined || second.type === "space" ? "" : "\n";
  const rest = printing.blocks(token.tokens.slice(1));
  return `${start}${printing.blocks([first])}${parting}${rest}</${tag}>\n`;
}
