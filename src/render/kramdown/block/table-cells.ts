// One line of a table → its cells: pipes part them, except in code and after a backslash.

import { BACKSLASH, BACKTICK, LESS_THAN, PIPE, trim } from "../characters.ts";
import { BacktickRuns } from "../backtick-runs.ts";
import { TextSearches } from "../text-searches.ts";
import { findCodeSpan } from "../span/code-span.ts";

/**
 * @example splitCells("| a | `|` | \\| |", true) // → ["a", "`|`", "|"]
 */
export function splitCells(line: string, hasLeadingPipe: boolean): string[] {
  const cells: string[] = [];
  const backticks = new BacktickRuns(line);
  const searches = new TextSearches(line);
  let cell = "";
  for (let at = 0; at < line.length;) {
    const code = line.charCodeAt(at);
    if (code === PIPE) {
      cells.push(cell);
      cell = "";
      at += 1;
    } else if (code === BACKSLASH && line.charCodeAt(at + 1) === PIPE) {
      cell += "|";
      at += 2;
    } else {
      const end = endOfPiece(line, at, { backticks, searches });
      cell += line.slice(at, end);
      at = end;
    }
  }
  cells.push(cell);
  const texts = cells.map(trim);
  if (hasLeadingPipe && texts[0] === "") texts.shift();
  if (texts.at(-1) === "") texts.pop();
  return texts;
}

interface Searches {
  readonly backticks: BacktickRuns;
  readonly searches: TextSearches;
}

// The index after code, which may hold pipes, or after one character.
function endOfPiece(line: string, at: number, { backticks, searches }: Searches): number {
  const code = line.charCodeAt(at);
  if (code === BACKTICK) {
    const { content, close, length } = findCodeSpan(line, at, { backticks, searches });
    return close === -1 ? content : close + length;
  }
  if (code === LESS_THAN && line.startsWith("<code", at)) {
    const end = searches.find("</code>", at + 5);
    return end === -1 ? at + 1 : end + "</code>".length;
  }
  return at + 1;
}
