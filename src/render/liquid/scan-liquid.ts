// Finds Liquid in a source by the rules of Ruby's tokenizer: `{%` ends at the first `%}`, `{{` at the first `}`, quoted or not.

/** A stretch of a source. Offsets and lengths are in UTF-16 units. */
export type LiquidPiece =
  | { readonly kind: "text"; readonly offset: number; readonly text: string }
  | { readonly kind: "output"; readonly offset: number; readonly markup: string }
  | { readonly kind: "tag"; readonly offset: number; readonly name: string; readonly args: string }
  | {
      readonly kind: "fault";
      readonly offset: number;
      readonly text: string;
      readonly fault: string;
    };

interface Found {
  readonly piece: LiquidPiece | null;
  readonly end: number;
  /** `{%-` and `-%}` take the blanks before and after the tag with them. */
  readonly trimsBefore: boolean;
  readonly trimsAfter: boolean;
}

const TAG = /^\s*(#|\w+)\s*([^]*?)\s*$/;
const END_RAW = /\{%-?\s*endraw\s*-?%\}/g;
const COMMENT_EDGE = /\{%-?\s*(end)?comment\b[^%]*%\}/g;

/** A source → its pieces in order; `raw` is text, comments are gone. Linear. */
export function scanLiquid(source: string): readonly LiquidPiece[] {
  const closers = createCloserSearch(source);
  const pieces: LiquidPiece[] = [];
  let at = 0;
  let trimsNext = false;
  while (at < source.length) {
    const start = findOpening(source, at);
    const found = start < source.length ? readAt(source, start, closers) : null;
    let text = source.slice(at, start);
    if (trimsNext) text = text.trimStart();
    if (found?.trimsBefore === true) text = text.trimEnd();
    if (text !== "") pieces.push({ kind: "text", offset: at, text });
    if (found === null) break;
    if (found.piece !== null) pieces.push(found.piece);
    trimsNext = found.trimsAfter;
    at = found.end;
  }
  return pieces;
}

function findOpening(source: string, from: number): number {
  for (let at = source.indexOf("{", from); at >= 0; at = source.indexOf("{", at + 1)) {
    const next = source[at + 1];
    if (next === "{" || next === "%") return at;
  }
  return source.length;
}

type CloserSearch = (closer: "%}" | "}", from: number) => number | null;

/** Remembers that a closer is missing, so that thousands of unclosed openers cost one search. */
function createCloserSearch(source: string): CloserSearch {
  const missing = new Set<string>();
  return (closer, from) => {
    if (missing.has(closer)) return null;
    const at = source.indexOf(closer, from);
    if (at < 0) missing.add(closer);
    return at < 0 ? null : at;
  };
}

function readAt(source: string, start: number, closers: CloserSearch): Found {
  return source[start + 1] === "{"
    ? readOutput(source, start, closers)
    : readTag(source, start, closers);
}

function readOutput(source: string, start: number, closers: CloserSearch): Found {
  const close = closers("}", start + 2);
  if (close === null) return readFault(source, start, { end: start + 2, fault: "{{ has no }}" });
  if (source[close + 1] !== "}") {
    return readFault(source, start, { end: close + 1, fault: "{{ ends with one }" });
  }
  const { markup, trimsBefore, trimsAfter } = readInside(source.slice(start + 2, close));
  const piece = { kind: "output", offset: start, markup } as const;
  return { piece, end: close + 2, trimsBefore, trimsAfter };
}

function readTag(source: string, start: number, closers: CloserSearch): Found {
  const close = closers("%}", start + 2);
  if (close === null) return readFault(source, start, { end: start + 2, fault: "{% has no %}" });
  const end = close + 2;
  const { markup, ...trims } = readInside(source.slice(start + 2, close));
  const [, name, args = ""] = TAG.exec(markup) ?? [];
  if (name === undefined) return readFault(source, start, { end, fault: "it has no tag name" });
  if (name === "raw") return readRaw(source, end, trims);
  if (name === "comment") return { piece: null, ...trims, end: endOfComment(source, end) };
  return { piece: { kind: "tag", offset: start, name, args }, end, ...trims };
}

type Trims = Pick<Found, "trimsBefore" | "trimsAfter">;

function readInside(inside: string): Trims & { readonly markup: string } {
  const trimsBefore = inside.startsWith("-");
  const trimsAfter = inside.length > 1 && inside.endsWith("-");
  const markup = inside.slice(trimsBefore ? 1 : 0, trimsAfter ? -1 : undefined);
  return { markup, trimsBefore, trimsAfter };
}

/** A raw block that never ends is raw to the end: what an author wanted to show is shown. */
function readRaw(source: string, start: number, trims: Trims): Found {
  END_RAW.lastIndex = start;
  const close = END_RAW.exec(source);
  const text = source.slice(start, close?.index ?? source.length);
  const piece = {
    kind: "text",
    offset: start,
    text: trims.trimsAfter ? text.trimStart() : text,
  } as const;
  const end = close === null ? source.length : close.index + close[0].length;
  return {
    piece,
    end,
    trimsBefore: trims.trimsBefore,
    trimsAfter: close?.[0].endsWith("-%}") ?? false,
  };
}

function endOfComment(source: string, start: number): number {
  COMMENT_EDGE.lastIndex = start;
  let depth = 1;
  for (let edge = COMMENT_EDGE.exec(source); edge !== null; edge = COMMENT_EDGE.exec(source)) {
    depth += edge[1] === undefined ? 1 : -1;
    if (depth === 0) return COMMENT_EDGE.lastIndex;
  }
  return source.length;
}

function readFault(
  source: string,
  start: number,
  { end, fault }: { readonly end: number; readonly fault: string },
): Found {
  const piece = { kind: "fault", offset: start, text: source.slice(start, end), fault } as const;
  return { piece, end, trimsBefore: false, trimsAfter: false };
}
