// Where the next end tag of an element is; a search without an answer is made once per element name.

import { GREATER_THAN, isWhitespace } from "./characters.ts";
import { type SearchFunction, TextSearches } from "./text-searches.ts";

export interface EndTagPlace {
  readonly start: number;
  readonly end: number;
}

export class EndTagSearch {
  readonly #text: string;
  #functions: Map<string, SearchFunction> | null = null;
  #lower: TextSearches | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** The first end tag of an element at or after an index, in whatever case; null where there is none. */
  find(name: string, from: number): EndTagPlace | null {
    this.#lower ??= new TextSearches(lowerCaseOf(this.#text));
    const start = this.#lower.findBy(this.#searchFor(name.toLowerCase()), from);
    return start === -1 ? null : { start, end: this.#text.indexOf(">", start) + 1 };
  }

  #searchFor(name: string): SearchFunction {
    this.#functions ??= new Map();
    const known = this.#functions.get(name);
    if (known !== undefined) return known;
    const search: SearchFunction = (text, from) => findEndTag(text, `</${name}`, from);
    this.#functions.set(name, search);
    return search;
  }
}

// A few letters change their length in lower case: then indices would no longer fit.
function lowerCaseOf(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

function findEndTag(text: string, opening: string, from: number): number {
  for (let at = text.indexOf(opening, from); at !== -1; at = text.indexOf(opening, at + 1)) {
    let end = at + opening.length;
    while (isWhitespace(text.charCodeAt(end))) end += 1;
    if (text.charCodeAt(end) === GREATER_THAN) return at;
  }
  return -1;
}
