// Attribute lists right after a span, `*text*{: .class}`, and extensions in a line, `{::nomarkdown}…{:/}`.

import {
  applyAttributeList,
  createAttributeList,
  endOfAttributeList,
  opensAttributeList,
  readAttributeList,
} from "../attribute-list.ts";
import { COLON, SLASH } from "../characters.ts";
import { commentOf, endOfStop, isForHtml, setOptions } from "../block/block-extension.ts";
import { readExtensionTag, type ExtensionTag } from "../extension-tag.ts";
import type { SpanConstruct } from "../construct.ts";
import type { SpanScanner } from "../span-scanner.ts";

export const spanExtension: SpanConstruct = {
  name: "span extension",
  startsWith: "{",
  read: readSpanExtension,
};

function readSpanExtension(scanner: SpanScanner): boolean {
  if (scanner.code(1) !== COLON) return false;
  const next = scanner.code(2);
  if (next === COLON || next === SLASH) return readExtension(scanner);
  return opensAttributeList(scanner.text, scanner.position) && readSpanAttributeList(scanner);
}

// After text there is nothing that could take the list: then it is text itself.
function readSpanAttributeList(scanner: SpanScanner): boolean {
  const { text, position } = scanner;
  const close = scanner.searches.findBy(endOfAttributeList, position + 2);
  if (close === -1) return false;
  const element = scanner.elementBefore();
  if (element === null) return readSign(scanner);
  const list = readAttributeList(text.slice(position + 2, close), createAttributeList());
  if (element !== "symbol" && "attributes" in element) {
    element.attributes ??= new Map();
    applyAttributeList(element.attributes, list, scanner.document.attributeLists);
    if (element.type === "image" && list.references.includes("standalone"))
      element.isStandalone = true;
  }
  scanner.position = close + 1;
  return true;
}

function readSign(scanner: SpanScanner): boolean {
  scanner.addText("{");
  scanner.position += 1;
  return true;
}

function readExtension(scanner: SpanScanner): boolean {
  const { text, position } = scanner;
  const tag = readExtensionTag(text, position, scanner.searches);
  if (tag === null) return scanner.code(2) === SLASH ? readSign(scanner) : false;
  if (tag.isClosed) return handle(scanner, tag, { body: null, end: tag.end }) || readSign(scanner);
  const stop = findStop(scanner, tag);
  if (stop === null) return readSign(scanner);
  return (
    handle(scanner, tag, { body: text.slice(tag.end, stop.start), end: stop.end }) ||
    readSign(scanner)
  );
}

function findStop(scanner: SpanScanner, tag: ExtensionTag): { start: number; end: number } | null {
  const { text } = scanner;
  const failures = scanner.failures(`{:/${tag.name}}`);
  if (failures.get(text.length) !== 0) return null;
  for (let at = text.indexOf("{:/", tag.end); at !== -1; at = text.indexOf("{:/", at + 1)) {
    const end = endOfStop(text, at, tag.name);
    if (end !== -1) return { start: at, end };
  }
  // Searches go from left to right, also when a text is walked again from further on.
  if (scanner.depth === 0) failures.set(text.length, 1);
  return null;
}

interface ExtensionBody {
  readonly body: string | null;
  readonly end: number;
}

function handle(scanner: SpanScanner, tag: ExtensionTag, { body, end }: ExtensionBody): boolean {
  const raw = scanner.text.slice(scanner.position, end);
  if (tag.name === "comment") {
    if (body !== null)
      scanner.add({ type: "html", raw, text: commentOf(body), block: false, pre: false });
  } else if (tag.name === "nomarkdown") {
    if (body !== null && isForHtml(tag))
      scanner.add({ type: "html", raw, text: body, block: false, pre: true });
  } else if (tag.name === "options") setOptions(scanner.document, tag);
  else return false;
  scanner.position = end;
  return true;
}
