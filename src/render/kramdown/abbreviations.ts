// Abbreviations in text: every whole word that is one gets its `<abbr>`. Words are found in a tree of
// letters, so that a thousand definitions cost no more than one.

import { type Attributes, applyAttributeList, printAttributes } from "./attribute-list.ts";
import { escapeAttribute, escapeText } from "./escape.ts";
import { isAsciiWord, UNDERSCORE } from "./characters.ts";
import type { Abbreviation, DocumentState } from "./document-state.ts";
import type { KramdownToken } from "./kramdown-token.ts";
import type { TextToken } from "./span/text.ts";
import type { TokenPrinter } from "./construct.ts";

export interface AbbreviationToken {
  type: "abbr";
  raw: string;
  text: string;
  title: string;
  attributes: Attributes | null;
}

export const abbreviationPrinter: TokenPrinter = {
  type: "abbr",
  print: (token: AbbreviationToken) => {
    const title = token.title === "" ? "" : ` title="${escapeAttribute(token.title)}"`;
    return `<abbr${title}${printAttributes(token.attributes)}>${escapeText(token.text)}</abbr>`;
  },
};

/** Longer texts are no abbreviations; the limit keeps a search through the tree short. */
const LONGEST_ABBREVIATION = 100;

interface Letters {
  readonly next: Map<number, Letters>;
  abbreviation: Abbreviation | null;
}

export class AbbreviationFinder {
  readonly #root: Letters = { next: new Map(), abbreviation: null };
  readonly #document: DocumentState;

  constructor(document: DocumentState) {
    this.#document = document;
    for (const abbreviation of document.abbreviations.values()) this.#learn(abbreviation);
  }

  /** Replaces abbreviations in the text of spans, and of the spans inside them. */
  mark(tokens: KramdownToken[]): void {
    const marked: KramdownToken[] = [];
    for (const token of tokens) {
      if (token.type === "text" && token.tokens === undefined)
        for (const part of this.#split(token)) marked.push(part);
      else {
        if ("tokens" in token && token.tokens !== undefined) this.mark(token.tokens);
        marked.push(token);
      }
    }
    tokens.length = 0;
    for (const token of marked) tokens.push(token);
  }

  #learn(abbreviation: Abbreviation): void {
    const { text } = abbreviation;
    if (text === "" || text.length > LONGEST_ABBREVIATION) return;
    let letters = this.#root;
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      const next: Letters = letters.next.get(code) ?? { next: new Map(), abbreviation: null };
      letters.next.set(code, next);
      letters = next;
    }
    letters.abbreviation = abbreviation;
  }

  #split(token: TextToken): KramdownToken[] {
    const { text } = token;
    const parts: KramdownToken[] = [];
    let start = 0;
    for (let at = 0; at < text.length;) {
      const found = isBoundary(text, at - 1) ? this.#longestAt(text, at) : null;
      if (found === null) {
        at += 1;
        continue;
      }
      if (at > start) parts.push(textOf(text.slice(start, at)));
      parts.push(this.#tokenOf(found));
      at += found.text.length;
      start = at;
    }
    if (start === 0) return [token];
    if (start < text.length) parts.push(textOf(text.slice(start)));
    return parts;
  }

  #longestAt(text: string, at: number): Abbreviation | null {
    let letters: Letters | undefined = this.#root;
    let longest: Abbreviation | null = null;
    for (let end = at; letters !== undefined; end += 1) {
      if (letters.abbreviation !== null && isBoundary(text, end)) longest = letters.abbreviation;
      letters = letters.next.get(text.charCodeAt(end));
    }
    return longest !== null && this.#document.expand(longest.title.length) ? longest : null;
  }

  #tokenOf({ text, title, list }: Abbreviation): AbbreviationToken {
    const attributes: Attributes | null = list === null ? null : new Map();
    if (list !== null && attributes !== null)
      applyAttributeList(attributes, list, this.#document.attributeLists);
    return { type: "abbr", raw: text, text, title, attributes };
  }
}

// The dialect's word boundary is ASCII's, and an underscore is none.
function isBoundary(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === UNDERSCORE || !isAsciiWord(code);
}

function textOf(text: string): TextToken {
  return { type: "text", raw: text, text };
}
