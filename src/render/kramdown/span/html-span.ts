// HTML in a line: elements that may stand there, with Markdown inside, and comments.

import { EXCLAMATION, LESS_THAN, SLASH } from "../characters.ts";
import {
  contentModelOf,
  BLOCK_ELEMENTS,
  isHtmlElement,
  VOID_ELEMENTS,
  type ContentModel,
} from "../html-elements.ts";
import { endOfTagName, readEndTag, readStartTag, type StartTag } from "../html-tag.ts";
import { IN_HTML, IN_RAW, type SpanScanner, type Stop } from "../span-scanner.ts";
import { takeMarkdownAttribute } from "../block/html-block.ts";
import type { SpanConstruct } from "../construct.ts";

export const htmlSpan: SpanConstruct = { name: "HTML span", startsWith: "<", read: readHtmlSpan };

function readHtmlSpan(scanner: SpanScanner): boolean {
  const { text, position } = scanner;
  const next = scanner.code(1);
  if (next === EXCLAMATION && text.startsWith("<!--", position)) return readComment(scanner);
  if (next === SLASH) return readStrayEnd(scanner);
  if (endOfTagName(text, position + 1) === position + 1) return false;
  const tag = readStartTag(text, position, scanner.searches);
  if (tag === null || !scanner.canTry()) return readSign(scanner);
  if (BLOCK_ELEMENTS.has(tag.name)) {
    scanner.position = tag.end;
    scanner.addText(text.slice(position, tag.end));
    return true;
  }
  readElement(scanner, tag);
  return true;
}

// A tag that is none: the `<` is text, and what follows is read on its own.
function readSign(scanner: SpanScanner): boolean {
  scanner.addText("<");
  scanner.position += 1;
  return true;
}

function readComment(scanner: SpanScanner): boolean {
  const { text, position } = scanner;
  const close = scanner.searches.find("-->", position + 4);
  if (close === -1) return readSign(scanner);
  const raw = text.slice(position, close + 3);
  scanner.position = close + 3;
  scanner.add({ type: "html", raw, text: raw, block: false, pre: false });
  return true;
}

function readStrayEnd(scanner: SpanScanner): boolean {
  const { text, position } = scanner;
  const tag = readEndTag(text, position);
  if (tag === null) return readSign(scanner);
  scanner.position = tag.end;
  scanner.addText(text.slice(position, tag.end));
  return true;
}

function readElement(scanner: SpanScanner, tag: StartTag): void {
  const { text, position, document } = scanner;
  for (const [name, value] of tag.attributes) {
    if (value.includes("\n")) tag.attributes.set(name, value.replace(/\n+/g, " "));
  }
  const written = takeMarkdownAttribute(tag);
  const isRaw = contentModelOf(tag.name) === "raw" || (scanner.context & IN_RAW) !== 0;
  const model = modelOf(written, isRaw || !document.options.parseSpanHtml);
  const isClosed = tag.isClosed || VOID_ELEMENTS.has(tag.name);
  scanner.position = tag.end;
  const stop = createStop(tag.name);
  const outer = (scanner.context | IN_HTML) & ~IN_RAW;
  const context = model === "raw" ? outer | IN_RAW : outer;
  const run = isClosed
    ? null
    : scanner.readInside({ context, parent: "html_element", stop, takesRest: true });
  if (run?.isFound) scanner.position = text.indexOf(">", scanner.position) + 1;
  scanner.add({
    type: "html_element",
    raw: text.slice(position, scanner.position),
    name: tag.name,
    isBlock: false,
    isInRaw: false,
    isClosed,
    model,
    text: "",
    tokens: run?.tokens ?? [],
    attributes: tag.attributes,
    list: null,
    line: 0,
    isInHtml: true,
  });
}

function modelOf(written: ContentModel | null, isRaw: boolean): ContentModel {
  if (written === "span") return "span";
  if (written === "raw") return "raw";
  return isRaw ? "raw" : "span";
}

function createStop(name: string): Stop {
  const isHtml = isHtmlElement(name);
  return {
    isAt: ({ text, position }) => {
      if (text.charCodeAt(position) !== LESS_THAN || text.charCodeAt(position + 1) !== SLASH) {
        return false;
      }
      const tag = readEndTag(text, position);
      return tag !== null && (tag.name === name || (isHtml && tag.name.toLowerCase() === name));
    },
    // An element without its end tag takes the rest: there is no second search.
    isHopeless: () => false,
    giveUp: () => undefined,
  };
}
