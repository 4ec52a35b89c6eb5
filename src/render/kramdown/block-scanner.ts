// The state of reading blocks: a text, a position that stands at the beginning of a line, and the tokens
// read so far. Constructs move the position; nothing is sliced off the text.

import {
  type AttributeList,
  type AttributeListDefinitions,
  applyAttributeList,
} from "./attribute-list.ts";
import { TextSearches } from "./text-searches.ts";
import { isBlank, isWhitespace, NEWLINE, SPACE, TAB } from "./characters.ts";
import { EndTagSearch } from "./end-tag-search.ts";
import type { BlockOrder } from "./construct.ts";
import type { DocumentState } from "./document-state.ts";
import type { HtmlElementToken } from "./block/html-block.ts";
import type { KramdownToken } from "./kramdown-token.ts";

/** Blocks within blocks beyond this are text: deeper than any real post, far from the end of the stack. */
const MAX_BLOCK_DEPTH = 50;

export interface BlockScannerPlace {
  /** How many blocks are around this text. */
  readonly depth: number;
  /** 1-based line of the document on which this text begins. */
  readonly line: number;
  readonly isInHtml: boolean;
}

export class BlockScanner {
  readonly text: string;
  readonly order: BlockOrder;
  readonly document: DocumentState;
  readonly place: BlockScannerPlace;
  readonly searches: TextSearches;
  readonly endTags: EndTagSearch;
  /** Fences for which no end was found. */
  readonly unclosedFences: Set<string> = new Set();
  position = 0;
  tokens: KramdownToken[];
  /** An attribute list that waits for the block after it. */
  pending: AttributeList | null = null;
  /** The element whose end tag ends this run of blocks. */
  element: HtmlElementToken | null = null;
  hasEnded = false;
  isInHtml: boolean;
  depth: number;
  readonly #lines: LineCounter;

  constructor(
    text: string,
    outer: Pick<BlockScanner, "order" | "document">,
    place: BlockScannerPlace,
  ) {
    this.text = text;
    this.order = outer.order;
    this.document = outer.document;
    this.place = place;
    this.depth = place.depth;
    this.isInHtml = place.isInHtml;
    this.tokens = [];
    this.#lines = new LineCounter(text, place.line);
    this.searches = new TextSearches(text);
    this.endTags = new EndTagSearch(text);
  }

  /** 1-based line of the document at a position. */
  lineAt(position: number): number {
    return this.#lines.at(position);
  }

  isAtEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** Index after the newline of the line at an index. */
  endOfLine(at: number): number {
    const end = this.text.indexOf("\n", at);
    return end === -1 ? this.text.length : end + 1;
  }

  /** Adds a block; the attribute list that waited goes to it. */
  add(token: KramdownToken): void {
    if (this.pending !== null && "list" in token) {
      token.list = this.pending;
      this.pending = null;
    }
    this.tokens.push(token);
  }

  /** The last block, or null. */
  last(): KramdownToken | null {
    return this.tokens.at(-1) ?? null;
  }

  /** Whether a block that needs a boundary before it may begin here. */
  isAfterBoundary(): boolean {
    const last = this.last();
    if (last === null || last.type === "space" || this.pending !== null) return true;
    return last.type === "mark" && last.of === "end-of-block";
  }

  /** A scanner of a text inside this one, such as a quote's without its marks. */
  nested(text: string, line: number): BlockScanner {
    return new BlockScanner(text, this, { depth: this.depth + 1, line, isInHtml: this.isInHtml });
  }

  /** Whether blocks may nest deeper; at the limit a note is left once. */
  canNest(): boolean {
    if (this.depth < MAX_BLOCK_DEPTH) return true;
    const { notes } = this.document;
    if (!notes.some((note) => note.rule === "kramdown/depth")) {
      const line = this.lineAt(this.position);
      this.document.warn(
        "kramdown/depth",
        line,
        `Cannot nest blocks deeper than ${MAX_BLOCK_DEPTH} levels: what is deeper is shown as text`,
      );
    }
    return false;
  }
}

/** Reads blocks until the text or the element around them ends. */
export function readBlocks(scanner: BlockScanner): KramdownToken[] {
  while (!scanner.isAtEnd() && !scanner.hasEnded) {
    const first = scanner.text.charCodeAt(skipIndent(scanner.text, scanner.position));
    const constructs = scanner.order.constructsAt(first);
    // The last construct of the order, the paragraph, takes whatever is left.
    for (const construct of constructs) if (construct.read(scanner)) break;
  }
  return scanner.tokens;
}

/** Looks attribute lists up, now that all definitions are known, and drops the marks, which only parsing needs. */
export function finishBlocks(tokens: KramdownToken[], definitions: AttributeListDefinitions): void {
  let kept = 0;
  for (const token of tokens) {
    if (token.type === "mark") continue;
    if ("list" in token && token.list !== null) {
      const { list } = token;
      token.attributes ??= new Map();
      applyAttributeList(token.attributes, list, definitions);
    }
    if ("items" in token) finishBlocks(token.items, definitions);
    if ("tokens" in token) finishBlocks(token.tokens, definitions);
    tokens[kept] = token;
    kept += 1;
  }
  tokens.length = kept;
}

/** The index after up to three spaces. */
export function skipOptionalSpace(text: string, at: number): number {
  let end = at;
  while (end < at + 3 && text.charCodeAt(end) === SPACE) end += 1;
  return end;
}

/** The index after spaces and tabs. */
export function skipBlank(text: string, at: number): number {
  let end = at;
  while (isBlank(text.charCodeAt(end))) end += 1;
  return end;
}

/** Whether a line at an index is indented as code: a tab or four spaces. */
export function isIndented(text: string, at: number): boolean {
  if (text.charCodeAt(at) === TAB) return true;
  return skipOptionalSpace(text, at) === at + 3 && text.charCodeAt(at + 3) === SPACE;
}

/** Whether nothing but white space stands from an index to the end of its line. */
export function isRestBlank(text: string, at: number): boolean {
  let end = at;
  while (end < text.length && text.charCodeAt(end) !== NEWLINE) {
    if (!isWhitespace(text.charCodeAt(end))) return false;
    end += 1;
  }
  return true;
}

/** The index after the blank lines that begin at an index; -1 where there is none. */
export function endOfBlankLines(text: string, at: number): number {
  let end = -1;
  let position = at;
  while (position < text.length && isWhitespace(text.charCodeAt(position))) {
    if (text.charCodeAt(position) === NEWLINE) end = position + 1;
    position += 1;
  }
  return end;
}

function skipIndent(text: string, at: number): number {
  let end = at;
  while (isWhitespace(text.charCodeAt(end)) && text.charCodeAt(end) !== NEWLINE) end += 1;
  return end;
}

// Counts newlines from the last place asked about: positions mostly grow.
class LineCounter {
  readonly #text: string;
  readonly #first: number;
  #at = 0;
  #line: number;

  constructor(text: string, line: number) {
    this.#text = text;
    this.#first = line;
    this.#line = line;
  }

  at(position: number): number {
    if (position < this.#at) {
      this.#at = 0;
      this.#line = this.#first;
    }
    for (let end = this.#text.indexOf("\n", this.#at); end !== -1 && end < position;) {
      this.#line += 1;
      this.#at = end + 1;
      end = this.#text.indexOf("\n", this.#at);
    }
    return this.#line;
  }
}
