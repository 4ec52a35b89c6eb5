// Pairs the block tags of a source before it is parsed, so that one forgotten `endif` costs its own tag and not the post.

import type { LiquidPiece } from "./scan-liquid.ts";

export type TagPiece = Extract<LiquidPiece, { kind: "tag" }>;

export interface BlockMatches {
  /** Opening tag → its closing tag. */
  readonly closers: ReadonlyMap<TagPiece, TagPiece>;
  /** Tags that have no place, with what their author should do. */
  readonly faults: ReadonlyMap<TagPiece, string>;
}

const BLOCKS: readonly string[] = [
  "if",
  "unless",
  "case",
  "for",
  "tablerow",
  "capture",
  "highlight",
];

/** Tags that part a block, and the blocks they may stand in. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  else: ["if", "unless", "case", "for"],
  elsif: ["if", "unless"],
  when: ["case"],
};

/** Ruby's Liquid stops at 100. */
const MAX_BLOCK_DEPTH = 100;

interface OpenBlock {
  readonly opener: TagPiece;
  readonly parts: TagPiece[];
}

/** Linear: a block is opened and closed once. */
export function matchBlocks(pieces: readonly LiquidPiece[]): BlockMatches {
  const closers = new Map<TagPiece, TagPiece>();
  const faults = new Map<TagPiece, string>();
  const open: OpenBlock[] = [];

  function abandon({ opener, parts }: OpenBlock): void {
    faults.set(opener, `{% ${opener.name} %} is never closed; add {% end${opener.name} %}`);
    for (const part of parts)
      faults.set(part, `{% ${part.name} %} belongs to a tag without an end`);
  }

  function close(piece: TagPiece, name: string): void {
    const at = open.findLastIndex(({ opener }) => opener.name === name);
    if (at < 0) {
      faults.set(piece, `{% ${piece.name} %} closes nothing; remove it`);
      return;
    }
    for (const forgotten of open.splice(at + 1)) abandon(forgotten);
    const block = open.pop();
    if (block !== undefined) closers.set(block.opener, piece);
  }

  for (const piece of pieces) {
    if (piece.kind !== "tag") continue;
    if (BLOCKS.includes(piece.name)) {
      if (open.length < MAX_BLOCK_DEPTH) open.push({ opener: piece, parts: [] });
      else faults.set(piece, `{% ${piece.name} %} is inside ${MAX_BLOCK_DEPTH} other blocks`);
      continue;
    }
    const closed = piece.name.startsWith("end") ? piece.name.slice(3) : "";
    if (BLOCKS.includes(closed)) close(piece, closed);
    const parents = Object.hasOwn(PARTS, piece.name) ? PARTS[piece.name] : undefined;
    if (parents === undefined) continue;
    const block = open.at(-1);
    if (block !== undefined && parents.includes(block.opener.name)) block.parts.push(piece);
    else faults.set(piece, `{% ${piece.name} %} belongs to no {% ${parents[0]} %}; remove it`);
  }
  for (const forgotten of open) abandon(forgotten);
  return { closers, faults };
}
