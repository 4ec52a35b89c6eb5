// Links and images: `[text](url "title")`, `[text][id]`, `[text]`, and the same after a `!`.

import { type Attributes, applyAttributeList, printAttributes } from "../attribute-list.ts";
import { BRACKET_CLOSE, BRACKET_OPEN, CARET, EXCLAMATION } from "../characters.ts";
import { escapeAttribute } from "../escape.ts";
import { IN_LINK, type SpanScanner, type Stop } from "../span-scanner.ts";
import { targetAfter, unescapeLabel, type LinkTarget } from "./link-target.ts";
import type { PlaceMap } from "../place-map.ts";
import type { KramdownToken } from "../kramdown-token.ts";
import type { Printing } from "../printing.ts";
import type { SpanConstruct } from "../construct.ts";

export interface LinkToken {
  type: "link";
  raw: string;
  href: string;
  title: string | null;
  text: string;
  tokens: KramdownToken[];
  attributes: Attributes | null;
}

export interface ImageToken {
  type: "image";
  raw: string;
  href: string;
  title: string | null;
  /** Marked `{:standalone}`: alone in its paragraph it is a figure. */
  isStandalone?: true;
  /** The alternative text. */
  text: string;
  tokens: KramdownToken[];
  attributes: Attributes | null;
}

export const link: SpanConstruct = {
  name: "link",
  startsWith: "[!",
  read: readLink,
  prints: [
    { type: "link", print: printLink },
    { type: "image", print: printImage },
  ],
};

function readLink(scanner: SpanScanner): boolean {
  const { text, position } = scanner;
  const isImage = scanner.code(0) === EXCLAMATION;
  const open = isImage ? position + 1 : position;
  const next = text.charCodeAt(open + 1);
  if (text.charCodeAt(open) !== BRACKET_OPEN || next === CARET || Number.isNaN(next)) return false;
  const isNested = !isImage && (scanner.context & IN_LINK) !== 0;
  if (isNested || !scanner.canTry() || !readElement(scanner, open, isImage)) {
    scanner.position = open + 1;
    scanner.addText(text.slice(position, open + 1));
  }
  return true;
}

function readElement(scanner: SpanScanner, open: number, isImage: boolean): boolean {
  const { text, position } = scanner;
  const context = scanner.context | IN_LINK;
  const unmatched = scanner.failures(`[ ${context}`);
  if (unmatched.get(open) !== 0) return false;
  // A bracket whose end is known from a walk around it is walked again only if a target follows.
  const known = scanner.brackets(context).get(open);
  if (known !== 0 && targetAfter(scanner, open, known) === null) return false;
  scanner.position = open + 1;
  const stop = new BracketStop(scanner.brackets(context), unmatched, open);
  const parent = isImage ? "image" : "link";
  const run = scanner.readInside({ context, parent, stop, takesRest: false });
  const close = scanner.position;
  const target = run.isFound ? targetAfter(scanner, open, close) : null;
  if (target === null) {
    scanner.position = position;
    return false;
  }
  scanner.position = target.end;
  const label = unescapeLabel(text.slice(open + 1, close));
  addLink(scanner, target, {
    type: parent,
    raw: text.slice(position, target.end),
    href: target.url,
    title: target.title,
    text: label,
    tokens: run.tokens,
    attributes: null,
  });
  return true;
}

function addLink(
  scanner: SpanScanner,
  { definition }: LinkTarget,
  token: LinkToken | ImageToken,
): void {
  if (definition?.list) {
    const attributes: Attributes = new Map();
    applyAttributeList(attributes, definition.list, scanner.document.attributeLists);
    token.attributes = attributes;
  }
  scanner.add(token);
}

// Counts brackets; an image's are its own. It learns where every bracket on its way ends.
class BracketStop implements Stop {
  readonly #ends: PlaceMap;
  readonly #unmatched: PlaceMap;
  readonly #open: number[];
  #images = 0;

  constructor(ends: PlaceMap, unmatched: PlaceMap, open: number) {
    this.#unmatched = unmatched;
    this.#ends = ends;
    this.#open = [open];
  }

  isAt(scanner: SpanScanner): boolean {
    const { text, position } = scanner;
    this.#dropImage(scanner);
    const code = text.charCodeAt(position);
    if (code === BRACKET_CLOSE) return this.#close(scanner);
    const isImage = code === EXCLAMATION && text.charCodeAt(position + 1) === BRACKET_OPEN;
    if (isImage) this.#open.push(position + 1);
    else if (code === BRACKET_OPEN) this.#open.push(position);
    return false;
  }

  /** A bracket inside that nothing closes leaves none for the brackets around it. */
  isHopeless({ text, position }: SpanScanner): boolean {
    const open = text.charCodeAt(position) === EXCLAMATION ? position + 1 : position;
    return this.#unmatched.get(open) !== 0;
  }

  /** What is open when the walk ends is closed nowhere. */
  giveUp(scanner: SpanScanner): void {
    this.#dropImage(scanner);
    for (const open of this.#open) this.#unmatched.set(open, 1);
  }

  #close({ position }: SpanScanner): boolean {
    if (this.#open.length === 1) return true;
    const open = this.#open.pop();
    if (open !== undefined) this.#ends.set(open, position);
    return false;
  }

  // The bracket seen last was an image's, which was read with its end.
  #dropImage({ images }: SpanScanner): void {
    if (images > this.#images) this.#open.pop();
    this.#images = images;
  }
}

function printLink(token: LinkToken, printing: Printing): string {
  const title = token.title === null ? "" : ` title="${escapeAttribute(token.title)}"`;
  const attributes = `href="${escapeAttribute(token.href)}"${title}${printAttributes(token.attributes)}`;
  return `<a ${attributes}>${printing.spans(token.tokens)}</a>`;
}

function printImage(token: ImageToken): string {
  const title = token.title === null ? "" : ` title="${escapeAttribute(token.title)}"`;
  const source = `src="${escapeAttribute(token.href)}" alt="${escapeAttribute(token.text)}"`;
  return `<img ${source}${title}${printAttributes(token.attributes)} />`;
}
