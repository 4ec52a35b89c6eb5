// Where the next end tag of an element is; a search without an answer is made once per element name.

import { GREATER_THAN, isWhitespace } from "./characters.ts";
import { CachedSearch } from "./cached-search.ts";

export interface EndTagPlace {
  readonly start: number;
  readonly end: number;
}

export class EndTagSearch {
  readonly #text: string;
  readonly #searches = new Map<string, CachedSearch>();
  #lower: string | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** The first end tag of an element at or after an index, in whatever case; null where there is none. */
  find(name: string, from: number): EndTagPlace | null {
    const start = this.#searchFor(name.toLowerCase()).find(from);
    return start === -1 ? null : { start, end: this.#text.indexOf(">", start) + 1 };
  }

  #searchFor(name: string): CachedSearch {
    const known = this.#searches.get(name);
    if (known !== undefined) return known;
    const search = new CachedSearch((from) => this.#search(`</${name}`, from));
    this.#searches.set(name, search);
    return search;
  }

  #search(opening: string, from: number): number {
    this.#lower ??=
      this.#text.toLowerCase().length === this.#text.length ? this.#text.toLowerCase() : this.#text;
    for (
      let at = this.#lower.indexOf(opening, from);
      at !== -1;
      at = this.#lower.indexOf(opening, at + 1)
    ) {
      let end = at + opening.length;
      while (isWhitespace(this.#text.charCodeAt(end))) end += 1;
      if (this.#text.charCodeAt(end) === GREATER_THAN) return at;
    }
    return -1;
  }
}
