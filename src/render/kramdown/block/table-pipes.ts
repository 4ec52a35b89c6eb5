// Whether lines that look like a table are one: each needs a pipe outside of code and HTML.

import { BACKTICK, LESS_THAN } from "../characters.ts";
import { BacktickRuns } from "../backtick-runs.ts";
import { TextSearches } from "../text-searches.ts";
import { EndTagSearch } from "../end-tag-search.ts";
import { findCodeSpan } from "../span/code-span.ts";
import { BLOCK_ELEMENTS, VOID_ELEMENTS } from "../html-elements.ts";
import { readStartTag } from "../html-tag.ts";

interface Piece {
  readonly isCode: boolean;
  readonly text: string;
}

/** Takes the lines without the last newline. */
export function hasPipeOnEachLine(source: string): boolean {
  let hasPipe = false;
  for (const { isCode, text } of piecesOf(source)) {
    const lines = text.replace(/\n+$/, "").split("\n");
    const isLong = lines.length > 1;
    if (isCode) {
      if (lines.length > 2 || (isLong && !hasPipe)) break;
      if (isLong) hasPipe = false;
    } else {
      if (isLong && !hasPipe && !holdsPipe(lines[0] ?? "")) break;
      hasPipe = (!isLong && hasPipe) || holdsPipe(lines.at(-1) ?? "");
    }
  }
  return hasPipe;
}

function holdsPipe(line: string): boolean {
  for (let at = line.indexOf("|"); at !== -1; at = line.indexOf("|", at + 1)) {
    if (at === 0 || line[at - 1] !== "\\") return true;
  }
  return false;
}

// Text and code, in turn; HTML elements are left out.
function piecesOf(source: string): Piece[] {
  const pieces: Piece[] = [];
  const reader = new PieceReader(source);
  let start = 0;
  for (let at = 0; at < source.length;) {
    const code = source.charCodeAt(at);
    const end =
      code === BACKTICK ? reader.endOfCode(at) : code === LESS_THAN ? reader.endOfElement(at) : at;
    if (end <= at) {
      at += code === BACKTICK ? reader.lengthOfRun(at) : 1;
      continue;
    }
    if (at > start) pieces.push({ isCode: false, text: source.slice(start, at) });
    if (code === BACKTICK)
      pieces.push({ isCode: true, text: source.slice(at, end).replace(/^`+|`+$/g, "") });
    start = end;
    at = end;
  }
  if (start < source.length) pieces.push({ isCode: false, text: source.slice(start) });
  return pieces;
}

class PieceReader {
  readonly #source: string;
  readonly #runs: BacktickRuns;
  readonly #endTags: EndTagSearch;
  readonly #searches: TextSearches;

  constructor(source: string) {
    this.#source = source;
    this.#runs = new BacktickRuns(source);
    this.#endTags = new EndTagSearch(source);
    this.#searches = new TextSearches(source);
  }

  endOfCode(at: number): number {
    const { close, length } = findCodeSpan(this.#source, at, {
      backticks: this.#runs,
      searches: this.#searches,
    });
    return close === -1 ? -1 : close + length;
  }

  lengthOfRun(at: number): number {
    let end = at;
    while (this.#source.charCodeAt(end) === BACKTICK) end += 1;
    return end - at;
  }

  endOfElement(at: number): number {
    const tag = readStartTag(this.#source, at, this.#searches);
    if (tag === null || BLOCK_ELEMENTS.has(tag.name)) return -1;
    if (tag.isClosed || VOID_ELEMENTS.has(tag.name)) return tag.end;
    return this.#endTags.find(tag.name, tag.end)?.end ?? this.#source.length;
  }
}
