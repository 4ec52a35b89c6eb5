// The state of reading spans: a text, a position, the tokens read so far at this level, and what is around
// them. Constructs that try and fail are remembered, so that no text is walked twice for the same question.

import { CachedSearch } from "./cached-search.ts";
import { EndTagSearch } from "./end-tag-search.ts";
import { DOUBLE_QUOTE, isWhitespace, PAREN_CLOSE, PAREN_OPEN, SINGLE_QUOTE } from "./characters.ts";
import { escapeHtmlText } from "./escape.ts";
import type { DocumentState } from "./document-state.ts";
import type { KramdownToken } from "./kramdown-token.ts";
import type { QuoteSearches } from "./html-tag.ts";
import type { SpanOrder } from "./construct.ts";

/** What is around a place, as bits: an element does not nest in its own kind. */
export const IN_EM = 1;
export const IN_STRONG = 2;
export const IN_LINK = 4;
/** Inside an HTML element of the line, where GFM's line breaks are none. */
export const IN_HTML = 8;
/** Inside an HTML element whose content is only searched for more HTML. */
export const IN_RAW = 16;

/** Spans within spans beyond this are text. */
export const MAX_SPAN_DEPTH = 50;

/**
 * Steps of work for each character of a text before openers are taken as text. Real posts need less than 3;
 * the memory of failures keeps most hostile texts under 10, and this bounds what it doesn't foresee.
 */
const STEPS_PER_CHARACTER = 40;
const FEWEST_STEPS = 10_000;

/** Where a run of spans ends. */
export interface Stop {
  /** Whether the run ends at the scanner's position. */
  isAt(scanner: SpanScanner): boolean;
  /** Whether a walk from the scanner's position is known to end in vain. */
  isHopeless(scanner: SpanScanner): boolean;
  /** Told the places of a walk that ended in vain. */
  giveUp(scanner: SpanScanner, visited: readonly number[]): void;
}

export class SpanScanner {
  readonly text: string;
  /** What may begin here: inside raw HTML, only HTML. */
  order: SpanOrder;
  readonly document: DocumentState;
  readonly isInHtml: boolean;
  readonly quotes: QuoteSearches;
  readonly endTags: EndTagSearch;
  readonly searches: SpanSearches;
  /** From where on nothing closes a run of backticks, by its length. */
  readonly unclosedCode: Map<number, number> = new Map();
  position = 0;
  /** Where the plain text that ends at the position begins: no construct was tried in it. */
  plainStart = 0;
  context: number;
  /** The kind of the innermost element: em's first star may be a strong's only where it isn't in an em. */
  parent: string | null = null;
  depth = 0;
  tokens: KramdownToken[] = [];
  /** Images among the tokens of this level. */
  images = 0;
  readonly #order: SpanOrder;
  #text = "";
  #endsWithElement = false;
  #steps = 0;
  readonly #failures = new Map<string, Set<number>>();
  readonly #brackets = new Map<number, Map<number, number>>();
  #parentheses: ReadonlyMap<number, number> | null = null;

  constructor(text: string, place: Pick<SpanScanner, "order" | "document" | "isInHtml">) {
    this.text = text;
    this.order = place.order;
    this.#order = place.order;
    this.document = place.document;
    this.isInHtml = place.isInHtml;
    this.context = place.isInHtml ? IN_HTML : 0;
    this.quotes = {
      doubleQuote: new CachedSearch((from) => text.indexOf('"', from)),
      singleQuote: new CachedSearch((from) => text.indexOf("'", from)),
    };
    this.endTags = new EndTagSearch(text);
    this.searches = {
      comment: new CachedSearch((from) => text.indexOf("-->", from)),
      math: new CachedSearch((from) => text.indexOf("$$", from)),
      greaterThan: new CachedSearch((from) => text.indexOf(">", from)),
      newline: new CachedSearch((from) => text.indexOf("\n", from)),
      strike: new CachedSearch((from) => text.indexOf("~~", from)),
      bracketClose: new CachedSearch((from) => text.indexOf("]", from)),
      quotedTitle: new CachedSearch((from) => quoteBefore(text, from)),
      doubleTitleEnd: new CachedSearch((from) => titleEnd(text, '"', from)),
      singleTitleEnd: new CachedSearch((from) => titleEnd(text, "'", from)),
    };
  }

  /** The character code at a distance from the position. */
  code(distance: number): number {
    return this.text.charCodeAt(this.position + distance);
  }

  addText(text: string): void {
    if (text === "") return;
    this.#text += text;
    this.#endsWithElement = false;
  }

  /** Adds a character that stands for a construct: an attribute list after it has something to belong to. */
  addSymbol(text: string): void {
    this.#text += text;
    this.#endsWithElement = true;
  }

  /** Takes characters back from the text, such as the spaces of a line break. */
  dropText(length: number): void {
    this.#text = this.#text.slice(0, this.#text.length - length);
  }

  add(token: KramdownToken): void {
    this.flush();
    this.tokens.push(token);
    if (token.type === "image") this.images += 1;
    this.#endsWithElement = true;
  }

  flush(): void {
    const text = this.#text;
    if (text === "") return;
    this.#text = "";
    if ((this.context & IN_RAW) === 0) this.tokens.push({ type: "text", raw: text, text });
    else this.tokens.push({ type: "text", raw: text, text: escapeHtmlText(text), escaped: true });
  }

  isEmpty(): boolean {
    return this.tokens.length === 0 && this.#text === "";
  }

  /** The element right before the position: null after text, "symbol" after a quote or the like. */
  elementBefore(): KramdownToken | "symbol" | null {
    if (!this.#endsWithElement) return null;
    return this.#text === "" ? (this.tokens.at(-1) ?? null) : "symbol";
  }

  /** Reads the spans inside an element from the position on; restores the level outside. */
  readInside(inside: Inside): SpanRun {
    const { tokens, images, context, parent, order } = this;
    const text = this.#text;
    const endsWithElement = this.#endsWithElement;
    this.tokens = [];
    this.images = 0;
    this.#text = "";
    this.#endsWithElement = false;
    this.context = inside.context;
    this.parent = inside.parent;
    this.order = (this.context & IN_RAW) === 0 ? this.#order : this.#order.inRawHtml;
    this.depth += 1;
    const isFound = readSpans(this, inside.stop);
    if (!isFound && inside.takesRest) this.#takeRest();
    this.flush();
    const run = { isFound, tokens: this.tokens };
    this.depth -= 1;
    this.tokens = tokens;
    this.images = images;
    this.context = context;
    this.parent = parent;
    this.order = order;
    this.#text = text;
    this.#endsWithElement = endsWithElement;
    return run;
  }

  #takeRest(): void {
    this.addText(this.text.slice(this.position));
    this.position = this.text.length;
  }

  /** Places at which a question was answered with no; the key names the question. */
  failures(key: string): Set<number> {
    const known = this.#failures.get(key);
    if (known !== undefined) return known;
    const failures = new Set<number>();
    this.#failures.set(key, failures);
    return failures;
  }

  /** Where brackets are known to end, by the context inside them. */
  brackets(context: number): Map<number, number> {
    const known = this.#brackets.get(context);
    if (known !== undefined) return known;
    const brackets = new Map<number, number>();
    this.#brackets.set(context, brackets);
    return brackets;
  }

  /** The closing parenthesis of each opening one: a URL may hold pairs of them. */
  get parentheses(): ReadonlyMap<number, number> {
    this.#parentheses ??= matchParentheses(this.text);
    return this.#parentheses;
  }

  /** Whether more elements may be tried: not too deep, and not too much tried in vain. */
  canTry(): boolean {
    return (
      this.depth < MAX_SPAN_DEPTH &&
      this.#steps < FEWEST_STEPS + STEPS_PER_CHARACTER * this.text.length
    );
  }

  step(): void {
    this.#steps += 1;
  }
}

export interface SpanSearches {
  readonly comment: CachedSearch;
  readonly math: CachedSearch;
  readonly greaterThan: CachedSearch;
  readonly newline: CachedSearch;
  readonly strike: CachedSearch;
  readonly bracketClose: CachedSearch;
  /** White space before a quotation mark. */
  readonly quotedTitle: CachedSearch;
  readonly doubleTitleEnd: CachedSearch;
  readonly singleTitleEnd: CachedSearch;
}

export interface Inside {
  /** All that is around the spans inside, as bits. */
  readonly context: number;
  readonly parent: string;
  readonly stop: Stop;
  /** Whether the element takes the rest of the text when its end is missing. */
  readonly takesRest: boolean;
}

export interface SpanRun {
  readonly isFound: boolean;
  readonly tokens: KramdownToken[];
}

/** Reads spans up to the stop or the text's end; tells whether the stop was found. */
export function readSpans(scanner: SpanScanner, stop: Stop | null): boolean {
  const { text } = scanner;
  const visited: number[] = [];
  let plain = scanner.position;
  scanner.plainStart = plain;
  for (let at = plain; at < text.length;) {
    const constructs = scanner.order.constructsAt(text.charCodeAt(at));
    if (constructs === null) {
      at += 1;
      continue;
    }
    scanner.addText(text.slice(plain, at));
    plain = at;
    scanner.position = at;
    if (stop !== null) {
      if (stop.isHopeless(scanner)) break;
      if (stop.isAt(scanner)) return true;
      if (!scanner.isEmpty()) visited.push(at);
    }
    if (constructs.some((construct) => construct.read(scanner))) {
      at = scanner.position;
      plain = at;
      scanner.plainStart = at;
      scanner.step();
    } else at += 1;
  }
  scanner.position = plain;
  if (stop !== null) {
    stop.giveUp(scanner, visited);
    return false;
  }
  scanner.addText(text.slice(plain));
  scanner.position = text.length;
  scanner.flush();
  return false;
}

/** A stop at a delimiter: where it was searched for in vain it will be again. */
export function stopAt(failures: Set<number>, isAt: (scanner: SpanScanner) => boolean): Stop {
  return {
    isAt,
    isHopeless: (scanner) => failures.has(scanner.position) && !scanner.isEmpty(),
    giveUp: (_, visited) => {
      for (const at of visited) failures.add(at);
    },
  };
}

function quoteBefore(text: string, from: number): number {
  for (let at = nextQuote(text, from + 1); at !== -1; at = nextQuote(text, at + 1)) {
    if (isWhitespace(text.charCodeAt(at - 1))) return at - 1;
  }
  return -1;
}

function nextQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return at;
  }
  return -1;
}

// A quotation mark, white space or not, and a closing parenthesis.
function titleEnd(text: string, quote: string, from: number): number {
  for (let at = text.indexOf(quote, from); at !== -1; at = text.indexOf(quote, at + 1)) {
    let end = at + 1;
    while (isWhitespace(text.charCodeAt(end))) end += 1;
    if (text.charCodeAt(end) === PAREN_CLOSE) return at;
  }
  return -1;
}

function matchParentheses(text: string): ReadonlyMap<number, number> {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === PAREN_OPEN) open.push(at);
    if (code !== PAREN_CLOSE) continue;
    const start = open.pop();
    if (start !== undefined) pairs.set(start, at);
  }
  return pairs;
}
