// One rendering of one source: what it may still spend, and what its author has to be told.

import type { Context, Template } from "liquidjs";
import type { Note } from "../../post/note.ts";
import type { LiquidContext } from "./liquid-context.ts";

/** Templates rendered inside loops, branches and includes: 60 ms of CPU. Ruby's Liquid has no limit, the longest real page needs about 500. */
const MAX_STEPS = 20_000;

/** Characters that a source may become. A page is at most 2 MB. */
const MAX_OUTPUT_CHARACTERS = 1_000_000;

/** Characters of one value: what is assigned, captured, or goes through a filter. Doubling a captured text made 168 MB of 1 KB. */
const MAX_VALUE_CHARACTERS = 262_144;

/** Items of one array. */
const MAX_VALUE_ITEMS = 10_000;

/** Characters and items that go through filters and loops in all: 0.2 to 0.7 s of CPU for the dearest ones. */
const MAX_WORK = 4_000_000;

/** Blocks and includes open inside each other: Ruby's Liquid stops at 100 too. */
const MAX_DEPTH = 100;

/** Inclusions inside each other: a file that includes itself ends here. */
const MAX_INCLUDE_DEPTH = 16;

/** Notes of one source: the rest is more of the same. */
const MAX_NOTES = 100;

/** What an item costs that is printed with others, in characters: its quotes, comma and conversion. */
const ITEM_SIZE = 8;

const OVERWORKED = "it has too much to do";

const REGISTER = "kiyi";

/** A limit was reached. It ends the outermost tag, while other faults only end their own. */
export class LiquidLimitError extends Error {
  override readonly name = "LiquidLimitError";
}

/** What the templates, tags and filters of one rendering share. */
export class LiquidRun {
  readonly context: LiquidContext;
  readonly notes: Note[] = [];
  readonly #source: string;
  readonly #parsed = new Map<string, readonly Template[]>();
  /** Where the include tag of the post stands whose file is being rendered; null in the post itself. */
  #includeOffset: number | null = null;
  #includeDepth = 0;
  #steps = 0;
  #output = 0;
  #work = 0;
  #depth = 0;

  constructor(source: string, context: LiquidContext) {
    this.#source = source;
    this.context = context;
  }

  /** Counts a template that begins, and how deep it stands; the outermost ones are never refused. @throws LiquidLimitError */
  enter(): void {
    this.#depth += 1;
    if (!this.isNested) return;
    this.step();
    if (this.#depth <= MAX_DEPTH) return;
    throw new LiquidLimitError(`it nests more than ${MAX_DEPTH} blocks and includes`);
  }

  leave(): void {
    this.#depth -= 1;
  }

  /** Whether the template that renders now stands inside another one: only such a one can be repeated. */
  get isNested(): boolean {
    return this.#depth > 1;
  }

  /** Counts written text. @throws LiquidLimitError */
  write(text: string): string {
    this.#output += text.length;
    if (this.#output > MAX_OUTPUT_CHARACTERS) {
      throw new LiquidLimitError(`it makes more than ${MAX_OUTPUT_CHARACTERS} characters`);
    }
    if (this.isNested) this.#work += text.length;
    if (this.isNested && this.#work > MAX_WORK) throw new LiquidLimitError(OVERWORKED);
    return text;
  }

  /** How much has been written so far, for {@link forgetSince}. */
  get written(): number {
    return this.#output;
  }

  /** An outermost tag failed: what it wrote is not shown, and does not count against what comes after it. */
  forgetSince(written: number): void {
    this.#output = written;
  }

  /** Counts a value on its way into or out of a filter. @throws LiquidLimitError */
  weigh<T>(value: T): T {
    this.reserve(sizeOf(value), Array.isArray(value) ? MAX_VALUE_ITEMS : MAX_VALUE_CHARACTERS);
    return value;
  }

  /** Counts what a filter is about to make. @throws LiquidLimitError */
  reserve(size: number, limit: number = MAX_VALUE_CHARACTERS): void {
    // What is refused has cost time too: a thousand refusals must end.
    this.#work += Math.min(size, limit);
    if (size > limit) throw new LiquidLimitError(`a value is larger than ${limit}`);
    if (this.#work > MAX_WORK) throw new LiquidLimitError(OVERWORKED);
  }

  /** Counts a list or map that is about to become text. @throws LiquidLimitError */
  weighText(value: unknown): void {
    if (typeof value !== "object" || value === null) return;
    if (this.#work > MAX_WORK) throw new LiquidLimitError(OVERWORKED);
    this.reserve(textSizeOf(value, MAX_VALUE_CHARACTERS));
  }

  /** Counts an expression that is evaluated for one item of many. @throws LiquidLimitError */
  step(): void {
    this.#steps += 1;
    if (this.#steps > MAX_STEPS)
      throw new LiquidLimitError(`it takes more than ${MAX_STEPS} steps`);
  }

  /** Goes into an included file; call what is returned to come back. @throws LiquidLimitError */
  enterInclude(offset: number): () => void {
    if (this.#includeDepth >= MAX_INCLUDE_DEPTH) {
      throw new LiquidLimitError(`it includes ${MAX_INCLUDE_DEPTH} files inside each other`);
    }
    const outer = this.#includeOffset;
    this.#includeOffset = outer ?? offset;
    this.#includeDepth += 1;
    return () => {
      this.#includeOffset = outer;
      this.#includeDepth -= 1;
    };
  }

  /** An included file is parsed once, however often it is used. */
  parseOnce(file: string, parse: () => readonly Template[]): readonly Template[] {
    const templates = this.#parsed.get(file) ?? parse();
    this.#parsed.set(file, templates);
    return templates;
  }

  /** Tells the author; `offset` is in the post's source. */
  warn(rule: string, message: string, offset: number): void {
    if (this.notes.length >= MAX_NOTES) return;
    const { line, column } = placeOf(this.#source, this.#includeOffset ?? offset);
    this.notes.push({
      severity: "warning",
      rule: `liquid/${rule}`,
      line,
      column,
      field: null,
      message,
    });
  }
}

/** Makes a run reachable from the tags and filters that its context reaches. */
export function setRun(context: Context, run: LiquidRun): void {
  context.setRegister(REGISTER, run);
}

/** The run of a context. */
export function runOf(context: Context): LiquidRun {
  const run: unknown = context.getRegister(REGISTER);
  if (run instanceof LiquidRun) return run;
  throw new TypeError("Cannot render Liquid: the context has no run");
}

function sizeOf(value: unknown): number {
  if (typeof value === "string" || Array.isArray(value)) return value.length;
  return 1;
}

/** Characters that a value is at least as text, with a few for each item; no further than `limit`. */
function textSizeOf(value: unknown, limit: number, depth = 0): number {
  if (typeof value === "string") return value.length + 1;
  if (typeof value !== "object" || value === null || depth > MAX_INCLUDE_DEPTH) return ITEM_SIZE;
  let size = ITEM_SIZE;
  for (const item of Object.values(value)) {
    size += textSizeOf(item, limit - size, depth + 1);
    if (size > limit) return size;
  }
  return size;
}

function placeOf(
  source: string,
  offset: number,
): { readonly line: number; readonly column: number } {
  const before = source.slice(0, offset);
  const lineStart = before.lastIndexOf("\n") + 1;
  let line = 1;
  for (let at = before.indexOf("\n"); at >= 0; at = before.indexOf("\n", at + 1)) line += 1;
  return { line, column: offset - lineStart + 1 };
}
