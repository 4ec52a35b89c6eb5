// HTML blocks: an element that begins a line, up to its end tag. Its content is left as it is, unless
// `markdown="1"` or the options ask for Markdown inside.

import { type AttributeList, type Attributes, printAttributes } from "../attribute-list.ts";
import { LESS_THAN, NEWLINE, SLASH } from "../characters.ts";
import {
  contentModelOf,
  SPAN_ELEMENTS,
  VOID_ELEMENTS,
  type ContentModel,
} from "../html-elements.ts";
import { endOfTagName, readEndTag, readStartTag, type StartTag } from "../html-tag.ts";
import { readBlocks, skipBlank, skipOptionalSpace, type BlockScanner } from "../block-scanner.ts";
import { isMeantAsMarkdown } from "../meant-markdown.ts";
import { readRawHtml } from "./raw-html.ts";
import type { BlockConstruct } from "../construct.ts";
import type { KramdownToken } from "../kramdown-token.ts";
import type { Printing } from "../printing.ts";

export interface HtmlElementToken {
  type: "html_element";
  raw: string;
  readonly name: string;
  readonly isBlock: boolean;
  /** Inside raw HTML, where line breaks are the author's. */
  readonly isInRaw: boolean;
  /** Written `<name />`. */
  readonly isClosed: boolean;
  readonly model: ContentModel;
  /** The Markdown source of an element that is read as spans. */
  text: string;
  tokens: KramdownToken[];
  attributes: Attributes;
  list: AttributeList | null;
  readonly line: number;
  readonly isInHtml: true;
  /** The element's name, where Jekyll would leave the content raw. */
  readonly meantIn?: string;
}

export interface HtmlToken {
  type: "html";
  raw: string;
  text: string;
  block: boolean;
  pre: boolean;
}

export const htmlBlock: BlockConstruct = {
  name: "HTML block",
  startsWith: "<",
  read: (scanner) => readComment(scanner) || readEnd(scanner) || readElementBlock(scanner),
  interrupts: (scanner, at) => isBlockTag(scanner.text, skipOptionalSpace(scanner.text, at)),
  prints: [
    { type: "html_element", print: printElement },
    { type: "html", print: (token: HtmlToken) => token.text },
  ],
};

// A tag, start or end, of an element that does not stand in a line of text.
function isBlockTag(text: string, at: number): boolean {
  if (text.charCodeAt(at) !== LESS_THAN) return false;
  const start = text.charCodeAt(at + 1) === SLASH ? at + 2 : at + 1;
  const end = endOfTagName(text, start);
  if (end === start) return false;
  const [word = ""] = text.slice(start, end).split(/\W/, 1);
  return word !== "script" && !SPAN_ELEMENTS.has(word);
}

function readComment(scanner: BlockScanner): boolean {
  const { text, position } = scanner;
  // Unlike a tag, it must not be indented.
  if (!text.startsWith("<!--", position)) return false;
  const close = scanner.searches.find("-->", position + 4);
  if (close === -1) return false;
  const markup = text.slice(position, close + 3);
  scanner.tokens.push({ type: "html", raw: markup, text: `${markup}\n`, block: true, pre: false });
  scanner.position = skipRestOfLine(text, close + 3);
  return true;
}

// The end tag of the element whose blocks are being read ends them.
function readEnd(scanner: BlockScanner): boolean {
  const { text, position, element } = scanner;
  if (element === null) return false;
  const tag = readEndTag(text, skipOptionalSpace(text, position));
  if (tag === null || tag.name.toLowerCase() !== element.name.toLowerCase()) return false;
  scanner.position = skipRestOfLine(text, tag.end);
  scanner.hasEnded = true;
  return true;
}

function readElementBlock(scanner: BlockScanner): boolean {
  const { text, position } = scanner;
  const start = skipOptionalSpace(text, position);
  if (text.charCodeAt(start) !== LESS_THAN || !scanner.canNest()) return false;
  const tag = readStartTag(text, start, scanner.searches);
  if (tag === null || SPAN_ELEMENTS.has(tag.name.toLowerCase())) return false;
  const list = scanner.pending;
  scanner.pending = null;
  const token = readElement(scanner, tag, { at: start, isInRaw: false });
  token.list = list;
  scanner.tokens.push(token);
  // What follows a script is a blank line, so that a block may begin there that needs one.
  if (!isVerbatim(tag.name)) scanner.position = skipRestOfLine(text, scanner.position);
  return true;
}

function isVerbatim(name: string): boolean {
  return name === "script" || name === "style";
}

export interface ElementPlace {
  /** Index of the start tag. */
  readonly at: number;
  readonly isInRaw: boolean;
}

/** Reads an element whose start tag was seen, with its content and end tag; moves the scanner after it. */
function readElement(
  scanner: BlockScanner,
  tag: StartTag,
  { at, isInRaw }: ElementPlace,
): HtmlElementToken {
  const { document, text } = scanner;
  const written = takeMarkdownAttribute(tag);
  const isMeant =
    written === null && !document.options.parseBlockHtml && isMeantAsMarkdown(scanner, tag);
  const inherited = document.options.parseBlockHtml && !isInRaw ? contentModelOf(tag.name) : "raw";
  const model = isMeant ? "span" : (written ?? inherited);
  const isClosed = tag.isClosed || VOID_ELEMENTS.has(tag.name);
  const token: HtmlElementToken = {
    type: "html_element",
    raw: "",
    name: tag.name,
    isBlock: true,
    isInRaw,
    isClosed,
    model,
    text: "",
    tokens: [],
    attributes: tag.attributes,
    list: null,
    line: scanner.lineAt(at),
    isInHtml: true,
    ...(isMeant ? { meantIn: tag.name } : {}),
  };
  scanner.position = tag.end;
  if (!isClosed) readContent(scanner, token);
  token.raw = text.slice(at, scanner.position);
  return token;
}

function readContent(scanner: BlockScanner, token: HtmlElementToken): void {
  if (isVerbatim(token.name)) readVerbatim(scanner, token);
  else if (token.model === "block") readBlockContent(scanner, token);
  else if (token.model === "span") readSpanContent(scanner, token);
  else readRawHtml(scanner, token, readElement);
}

function readBlockContent(scanner: BlockScanner, token: HtmlElementToken): void {
  const { tokens, pending, element, hasEnded, isInHtml } = scanner;
  scanner.position = skipRestOfLine(scanner.text, scanner.position);
  scanner.tokens = token.tokens;
  scanner.pending = null;
  scanner.element = token;
  scanner.isInHtml = true;
  scanner.depth += 1;
  readBlocks(scanner);
  scanner.depth -= 1;
  scanner.tokens = tokens;
  scanner.pending = pending;
  scanner.element = element;
  scanner.isInHtml = isInHtml;
  scanner.hasEnded = hasEnded;
}

function readSpanContent(scanner: BlockScanner, token: HtmlElementToken): void {
  const { text, position } = scanner;
  const close = scanner.endTags.find(token.name, position);
  const end = close === null ? text.length : close.start;
  token.text = text.slice(position, end);
  scanner.document.spanHolders.add(token);
  scanner.position = close === null ? text.length : close.end;
}

function readVerbatim(scanner: BlockScanner, token: HtmlElementToken): void {
  const { text, position } = scanner;
  const close = scanner.endTags.find(token.name, position);
  const raw = text.slice(position, close === null ? text.length : close.start);
  token.tokens.push({ type: "html", raw, text: raw, block: true, pre: true });
  scanner.position = close === null ? text.length : close.end;
}

/** Takes `markdown="…"` out of a tag's attributes → the model it asks for; null without one. */
export function takeMarkdownAttribute(
  tag: Pick<StartTag, "name" | "attributes">,
): ContentModel | null {
  const value = tag.attributes.get("markdown");
  tag.attributes.delete("markdown");
  if (value === "0") return "raw";
  if (value === "1") return contentModelOf(tag.name);
  return value === "block" || value === "span" ? value : null;
}

/** The index after white space and the newline, where nothing else is left of the line. */
function skipRestOfLine(text: string, at: number): number {
  const end = skipBlank(text, at);
  return text.charCodeAt(end) === NEWLINE ? end + 1 : at;
}

function printElement(token: HtmlElementToken, printing: Printing): string {
  const content =
    token.model === "block" ? printing.blocks(token.tokens) : printing.spans(token.tokens);
  const start = `<${token.name}${printAttributes(token.attributes)}`;
  const markup = start + restOfElement(token, content);
  return token.isBlock && !token.isInRaw ? `${markup}\n` : markup;
}

function restOfElement(
  { name, isClosed, isBlock, model }: HtmlElementToken,
  content: string,
): string {
  if (isBlock && isClosed && model === "raw") return " />";
  if (content === "" && VOID_ELEMENTS.has(name)) return " />";
  if (isBlock && model === "block" && content !== "") return `>\n${content}</${name}>`;
  return `>${content}</${name}>`;
}
