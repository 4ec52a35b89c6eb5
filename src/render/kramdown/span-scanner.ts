// The state of reading spans: a text, a position, the tokens read so far at this level, and what is around
// them. Constructs that try and fail are remembered, so that no text is walked twice for the same question.

import { BacktickRuns } from "./backtick-runs.ts";
import { TextSearches } from "./text-searches.ts";
import { matchParentheses } from "./parentheses.ts";
import { escapeHtmlText } from "./escape.ts";
import type { DocumentState } from "./document-state.ts";
import type { KramdownToken } from "./kramdown-token.ts";
import { readSpans } from "./read-spans.ts";
import { PlaceMap } from "./place-map.ts";
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
const MAX_SPAN_DEPTH = 50;

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
  readonly searches: TextSearches;
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
  // Text is added to often and looked at only at its end: the last piece stays by itself.
  #text = "";
  #tail = "";
  // Plain text that was passed over and is cut out only when somebody needs it.
  #pendingStart = 0;
  #pendingEnd = 0;
  #endsWithElement = false;
  #steps = 0;
  #failures: Map<string, PlaceMap> | null = null;
  #brackets: Map<number, PlaceMap> | null = null;
  #backticks: BacktickRuns | null = null;
  #parentheses: PlaceMap | null = null;

  constructor(text: string, place: Pick<SpanScanner, "order" | "document" | "isInHtml">) {
    this.text = text;
    this.order = place.order;
    this.#order = place.order;
    this.document = place.document;
    this.isInHtml = place.isInHtml;
    this.context = place.isInHtml ? IN_HTML : 0;
    this.searches = new TextSearches(text);
  }

  /** The character code at a distance from the position. */
  code(distance: number): number {
    return this.text.charCodeAt(this.position + distance);
  }

  /** Begins to pass over plain text at an index. */
  passFrom(start: number): void {
    this.#settle();
    this.#pendingStart = start;
    this.#pendingEnd = start;
  }

  /** Passes over plain text up to an index: it belongs to the spans read so far. */
  passTo(end: number): void {
    this.#pendingEnd = end;
  }

  /** Takes back what was passed over and not needed yet; gives its start. */
  passBack(): number {
    this.#pendingEnd = this.#pendingStart;
    return this.#pendingStart;
  }

  addText(text: string): void {
    this.#settle();
    if (text === "") return;
    this.#text += this.#tail;
    this.#tail = text;
    this.#endsWithElement = false;
  }

  /** Adds a character that stands for a construct: an attribute list after it has something to belong to. */
  addSymbol(text: string): void {
    this.#settle();
    this.#text += this.#tail;
    this.#tail = text;
    this.#endsWithElement = true;
  }

  /** Takes characters back from the text that was added last, such as the spaces of a line break. */
  dropText(length: number): void {
    this.#settle();
    this.#tail = this.#tail.slice(0, this.#tail.length - length);
  }

  add(token: KramdownToken): void {
    this.flush();
    this.tokens.push(token);
    if (token.type === "image") this.images += 1;
    this.#endsWithElement = true;
  }

  flush(): void {
    this.#settle();
    const text = this.#text + this.#tail;
    if (text === "") return;
    this.#text = "";
    this.#tail = "";
    if ((this.context & IN_RAW) === 0) this.tokens.push({ type: "text", raw: text, text });
    else this.tokens.push({ type: "text", raw: text, text: escapeHtmlText(text), escaped: true });
  }

  isEmpty(): boolean {
    return this.tokens.length === 0 && !this.#hasText();
  }

  /** The element right before the position: null after text, "symbol" after a quote or the like. */
  elementBefore(): KramdownToken | "symbol" | null {
    this.#settle();
    if (!this.#endsWithElement) return null;
    return this.#hasText() ? "symbol" : (this.tokens.at(-1) ?? null);
  }

  /** Reads the spans inside an element from the position on; restores the level outside. */
  readInside(inside: Inside): SpanRun {
    this.#settle();
    const { tokens, images, context, parent, order } = this;
    const text = this.#text + this.#tail;
    const endsWithElement = this.#endsWithElement;
    this.tokens = [];
    this.images = 0;
    this.#text = "";
    this.#tail = "";
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
    this.#tail = "";
    this.#endsWithElement = endsWithElement;
    return run;
  }

  #settle(): void {
    if (this.#pendingStart >= this.#pendingEnd) return;
    this.#text += this.#tail;
    this.#tail = this.text.slice(this.#pendingStart, this.#pendingEnd);
    this.#pendingStart = this.#pendingEnd;
    this.#endsWithElement = false;
  }

  #hasText(): boolean {
    return this.#pendingStart < this.#pendingEnd || this.#text !== "" || this.#tail !== "";
  }

  #takeRest(): void {
    this.addText(this.text.slice(this.position));
    this.position = this.text.length;
  }

  /** Places at which a question was answered with no; the key names the question. */
  failures(key: string): PlaceMap {
    this.#failures ??= new Map();
    const known = this.#failures.get(key);
    if (known !== undefined) return known;
    const failures = new PlaceMap(this.text.length);
    this.#failures.set(key, failures);
    return failures;
  }

  /** Where the bracket at each index is known to end, by the context inside; 0: it is not known. */
  brackets(context: number): PlaceMap {
    this.#brackets ??= new Map();
    const known = this.#brackets.get(context);
    if (known !== undefined) return known;
    const brackets = new PlaceMap(this.text.length);
    this.#brackets.set(context, brackets);
    return brackets;
  }

  get backticks(): BacktickRuns {
    this.#backticks ??= new BacktickRuns(this.text);
    return this.#backticks;
  }

  /** The closing parenthesis of each opening one: a URL may hold pairs of them. */
  get parentheses(): PlaceMap {
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
