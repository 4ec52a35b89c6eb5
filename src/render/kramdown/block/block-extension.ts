// Extensions on lines of their own: `{::comment}`, `{::nomarkdown}` and `{::options … /}`.

import { isRestBlank, skipOptionalSpace, type BlockScanner } from "../block-scanner.ts";
import { readExtensionTag, type ExtensionTag } from "../extension-tag.ts";
import { parseKramdownOptions } from "../kramdown-options.ts";
import type { BlockConstruct } from "../construct.ts";
import type { DocumentState } from "../document-state.ts";

export const blockExtension: BlockConstruct = {
  name: "block extension",
  startsWith: "{",
  read: readBlockExtension,
};

function readBlockExtension(scanner: BlockScanner): boolean {
  const { text, position } = scanner;
  const tag = readExtensionTag(text, skipOptionalSpace(text, position), scanner.searches);
  if (tag === null || !isRestBlank(text, tag.end)) return false;
  const start = scanner.endOfLine(tag.end);
  if (tag.isClosed) return handle(scanner, tag, { body: null, end: start });
  const stop = findStop(scanner, tag.name, start);
  if (stop === -1) return false;
  const body = text.slice(start, stop).replace(/\n$/, "");
  return handle(scanner, tag, { body, end: scanner.endOfLine(stop) });
}

function findStop(scanner: BlockScanner, name: string, from: number): number {
  const { text } = scanner;
  const key = `{:/${name}}`;
  if (scanner.unclosedFences.has(key)) return -1;
  for (let at = text.indexOf("{:/", from); at !== -1; at = text.indexOf("{:/", at + 1)) {
    const end = endOfStop(text, at, name);
    const lineStart = text.lastIndexOf("\n", at) + 1;
    if (end !== -1 && isRestBlank(text, end) && skipOptionalSpace(text, lineStart) === at)
      return lineStart;
  }
  scanner.unclosedFences.add(key);
  return -1;
}

/** The index after `{:/name}` or `{:/}` at an index; -1 where neither stands. */
export function endOfStop(text: string, at: number, name: string): number {
  if (text.startsWith(`{:/${name}}`, at)) return at + name.length + 4;
  return text.startsWith("{:/}", at) ? at + 4 : -1;
}

interface ExtensionBody {
  readonly body: string | null;
  readonly end: number;
}

function handle(scanner: BlockScanner, tag: ExtensionTag, { body, end }: ExtensionBody): boolean {
  const raw = scanner.text.slice(scanner.position, end);
  if (tag.name === "comment") {
    if (body !== null) {
      scanner.tokens.push({
        type: "html",
        raw,
        text: `${commentOf(body)}\n`,
        block: true,
        pre: false,
      });
    }
  } else if (tag.name === "nomarkdown") {
    if (body !== null && isForHtml(tag)) {
      scanner.tokens.push({ type: "html", raw, text: `${body}\n`, block: true, pre: true });
    }
  } else if (tag.name === "options") {
    setOptions(scanner.document, tag);
    scanner.pending = null;
    scanner.tokens.push({ type: "mark", raw, of: "extension", definition: null });
  } else return false;
  scanner.position = end;
  return true;
}

/** A comment of the source → a comment of the page. */
export function commentOf(body: string): string {
  return `<!-- ${body} -->`;
}

/** Whether raw text is meant for HTML: it may name other formats only. */
export function isForHtml(tag: ExtensionTag): boolean {
  const type = tag.attributes.get("type");
  return type === undefined || type.split(/\s+/).includes("html");
}

/** `{::options auto_ids="false" /}` → the document's options from here on and before. */
export function setOptions(document: DocumentState, tag: ExtensionTag): void {
  const { options, notes } = parseKramdownOptions(
    Object.fromEntries(tag.attributes),
    document.options,
  );
  document.options = options;
  document.notes.push(...notes);
}
