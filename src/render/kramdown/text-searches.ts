// Searches of one text that remember their last answer, so that asking again further on costs nothing: a
// thousand openers without a closer search the text once, not a thousand times.

/** Gives the first index at or after `from` that it looks for; -1 without one. */
export type SearchFunction = (text: string, from: number) => number;

interface Answer {
  from: number;
  found: number;
}

export class TextSearches {
  readonly #text: string;
  // Made when first asked for: most texts are short and ask for nothing.
  #answers: Map<string | SearchFunction, Answer> | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /** The first index of a string at or after `from`; -1 where there is none. */
  find(needle: string, from: number): number {
    const answer = this.#answerTo(needle);
    if (!isKnown(answer, from)) {
      answer.found = this.#text.indexOf(needle, from);
      answer.from = from;
    }
    return answer.found;
  }

  /** The same for a search that is no string's; the function itself names it. */
  findBy(search: SearchFunction, from: number): number {
    const answer = this.#answerTo(search);
    if (!isKnown(answer, from)) {
      answer.found = search(this.#text, from);
      answer.from = from;
    }
    return answer.found;
  }

  #answerTo(key: string | SearchFunction): Answer {
    this.#answers ??= new Map();
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = { from: -1, found: -1 };
    this.#answers.set(key, answer);
    return answer;
  }
}

function isKnown({ from: start, found }: Answer, from: number): boolean {
  return start !== -1 && from >= start && (found === -1 || from <= found);
}
