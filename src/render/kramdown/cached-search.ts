// A search that remembers its last answer, so that asking again further on costs nothing: a thousand
// openers without a closer search the text once, not a thousand times.

export class CachedSearch {
  readonly #search: (from: number) => number;
  #from = -1;
  #found = -1;

  /** The search gives the first index at or after `from`, or -1. */
  constructor(search: (from: number) => number) {
    this.#search = search;
  }

  /** The first index at or after `from`; -1 where there is none. */
  find(from: number): number {
    const isKnown =
      this.#from !== -1 && from >= this.#from && (this.#found === -1 || from <= this.#found);
    if (!isKnown) {
      this.#found = this.#search(from);
      this.#from = from;
    }
    return this.#found;
  }
}
