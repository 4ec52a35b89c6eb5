// The runs of backticks in a text, found once, and which of them is the next that is long enough.

import { BACKTICK } from "./characters.ts";

export class BacktickRuns {
  readonly #starts: number[] = [];
  readonly #lengths: number[] = [];
  /** The longest run from each run on. */
  readonly #longest: number[] = [];

  constructor(text: string) {
    for (let at = text.indexOf("`"); at !== -1;) {
      let end = at;
      while (text.charCodeAt(end) === BACKTICK) end += 1;
      this.#starts.push(at);
      this.#lengths.push(end - at);
      at = text.indexOf("`", end);
    }
    let longest = 0;
    for (let index = this.#lengths.length - 1; index >= 0; index -= 1) {
      longest = Math.max(longest, this.#lengths[index] ?? 0);
      this.#longest[index] = longest;
    }
  }

  /** The start of the first run at or after an index with at least so many backticks; -1 without one. */
  find(length: number, from: number): number {
    let index = this.#indexAt(from);
    if ((this.#longest[index] ?? 0) < length) return -1;
    while ((this.#lengths[index] ?? 0) < length) index += 1;
    return this.#starts[index] ?? -1;
  }

  #indexAt(from: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) < from) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
