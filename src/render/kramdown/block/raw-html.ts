// The content of raw HTML elements: text escaped, tags tidied (attributes quoted, end tags completed), and
// elements inside that ask for Markdown read as such. Elements nest on a list, not on the stack.

import { escapeHtmlText } from "../escape.ts";
import { isMeantAsMarkdown } from "../meant-markdown.ts";
import { printAttributes } from "../attribute-list.ts";
import type { ElementPlace, HtmlElementToken, HtmlToken } from "./html-block.ts";
import { readEndTag, readStartTag, type StartTag } from "../html-tag.ts";
import { VOID_ELEMENTS } from "../html-elements.ts";
import type { BlockScanner } from "../block-scanner.ts";

/** Reads an element inside that is not raw, from its start tag on. */
export type ReadElement = (
  scanner: BlockScanner,
  tag: StartTag,
  place: ElementPlace,
) => HtmlElementToken;

/** Reads the content and the end tag of a raw element into its tokens. */
export function readRawHtml(
  scanner: BlockScanner,
  element: HtmlElementToken,
  readElement: ReadElement,
): void {
  const reader = new RawHtmlReader(scanner, element, readElement);
  reader.read();
}

class RawHtmlReader {
  readonly #scanner: BlockScanner;
  readonly #element: HtmlElementToken;
  readonly #readElement: ReadElement;
  /** Names of the elements that are open, the outermost first. */
  readonly #open: string[];
  #markup = "";

  constructor(scanner: BlockScanner, element: HtmlElementToken, readElement: ReadElement) {
    this.#scanner = scanner;
    this.#element = element;
    this.#readElement = readElement;
    this.#open = [element.name];
  }

  read(): void {
    const { text } = this.#scanner;
    while (this.#open.length > 0) {
      const at = text.indexOf("<", this.#scanner.position);
      const end = at === -1 ? text.length : at;
      this.#markup += escapeHtmlText(text.slice(this.#scanner.position, end));
      this.#scanner.position = end;
      if (at === -1) break;
      this.#readTag(at);
    }
    // Elements without an end tag end with the text; the outermost is closed by its printer.
    for (let index = this.#open.length - 1; index > 0; index -= 1)
      this.#markup += `</${this.#open[index] ?? ""}>`;
    this.#flush();
  }

  #readTag(at: number): void {
    const scanner = this.#scanner;
    const { text } = scanner;
    const comment = text.startsWith("<!--", at) ? scanner.searches.find("-->", at + 4) : -1;
    if (comment !== -1) {
      this.#markup += text.slice(at, comment + 3);
      scanner.position = comment + 3;
      return;
    }
    const end = readEndTag(text, at);
    if (end !== null) {
      scanner.position = end.end;
      this.#close(end.name, text.slice(at, end.end));
      return;
    }
    const start = readStartTag(text, at, scanner.searches);
    if (start !== null) {
      this.#start(start, at);
      return;
    }
    this.#markup += "&lt;";
    scanner.position = at + 1;
  }

  #close(name: string, written: string): void {
    const open = this.#open.at(-1) ?? "";
    if (open !== name && open !== name.toLowerCase()) {
      this.#markup += escapeHtmlText(written);
      return;
    }
    this.#open.pop();
    if (this.#open.length > 0) this.#markup += `</${open}>`;
  }

  #start(tag: StartTag, at: number): void {
    const scanner = this.#scanner;
    const isSpecial =
      tag.name === "script" || tag.name === "style" || tag.attributes.has("markdown");
    if ((isSpecial || isMeantAsMarkdown(scanner, tag)) && scanner.canNest()) {
      this.#flush();
      this.#element.tokens.push(this.#readElement(scanner, tag, { at, isInRaw: true }));
      return;
    }
    scanner.position = tag.end;
    const start = `<${tag.name}${printAttributes(tag.attributes)}`;
    if (tag.isClosed || VOID_ELEMENTS.has(tag.name)) {
      this.#markup += `${start} />`;
      return;
    }
    this.#markup += `${start}>`;
    this.#open.push(tag.name);
  }

  #flush(): void {
    if (this.#markup === "") return;
    const token: HtmlToken = {
      type: "html",
      raw: this.#markup,
      text: this.#markup,
      block: true,
      pre: false,
    };
    this.#element.tokens.push(token);
    this.#markup = "";
  }
}
