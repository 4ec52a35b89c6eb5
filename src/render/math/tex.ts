// Reads TeX as far as rewriting needs it: control sequences, groups, comments. Everything else is passed through.

/** One token of TeX: `\alpha`, `\\`, `{`, `%…`, or a run of other characters. */
export interface TexToken {
  readonly kind: "word" | "symbol" | "open" | "close" | "comment" | "text";
  /** As written; a word without its backslash. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /\\([a-zA-Z@]+)|\\([^a-zA-Z@]?)|([{}])|(%[^\n]*\n?)|[^\\{}%]+/gsu;

/** All tokens in order; their texts cover the whole input. Linear. */
export function readTexTokens(tex: string): readonly TexToken[] {
  return Array.from(tex.matchAll(TOKEN), (match) => {
    const [whole, word, symbol, brace, comment] = match;
    const span = { start: match.index, end: match.index + whole.length };
    if (word !== undefined) return { kind: "word", text: word, ...span };
    if (symbol !== undefined) return { kind: "symbol", text: symbol, ...span };
    if (brace !== undefined)
      return { kind: brace === "{" ? "open" : "close", text: brace, ...span };
    if (comment !== undefined) return { kind: "comment", text: comment, ...span };
    return { kind: "text", text: whole, ...span };
  });
}

/** A cursor over tokens that can read what TeX calls an argument. */
export class TexReader {
  readonly #tex: string;
  readonly #tokens: TexToken[];
  #at = 0;

  constructor(tex: string) {
    this.#tex = tex;
    this.#tokens = [...readTexTokens(tex)];
  }

  next(): TexToken | null {
    const token = this.peek();
    this.#at += 1;
    return token;
  }

  peek(): TexToken | null {
    return this.#tokens[this.#at] ?? null;
  }

  /** The inside of the `{…}` that follows, after blanks; null, with nothing read, if there is none. */
  readGroup(): string | null {
    let at = this.#at;
    if (this.#tokens[at]?.text.trim() === "") at += 1;
    const open = this.#tokens[at];
    if (open?.kind !== "open") return null;
    let depth = 0;
    for (; at < this.#tokens.length; at += 1) {
      const token = this.#tokens[at];
      if (token?.kind === "open") depth += 1;
      if (token?.kind === "close") depth -= 1;
      if (depth > 0 || token === undefined) continue;
      this.#at = at + 1;
      return this.#tex.slice(open.end, token.start);
    }
    return null;
  }

  /** A group's inside, or the one token that TeX takes instead: `2` of `\frac12`, `\alpha`; null at the end or before `}`. */
  readArgument(): string | null {
    const group = this.readGroup();
    if (group !== null) return group;
    const token = this.peek();
    if (token === null || token.kind === "close" || token.kind === "open") return null;
    if (token.kind !== "text") {
      this.#at += 1;
      return this.#tex.slice(token.start, token.end);
    }
    return this.#readCharacter(token);
  }

  /** `[…]` right after the cursor, brackets included; "" if there is none. */
  readOptional(): string {
    const token = this.peek();
    const [optional = ""] = token?.kind === "text" ? (/^\s*\[[^\]]*\]/.exec(token.text) ?? []) : [];
    if (token !== null) this.#skip(token, optional.length);
    return optional.trim();
  }

  /** `*` right after the cursor; "" if there is none. */
  readStar(): string {
    const token = this.peek();
    if (token?.kind !== "text" || !token.text.startsWith("*")) return "";
    this.#skip(token, 1);
    return "*";
  }

  #readCharacter(token: TexToken): string | null {
    const [blanksAndCharacter, character] = /^\s*(\S)/u.exec(token.text) ?? [];
    if (blanksAndCharacter === undefined || character === undefined) {
      this.#at += 1;
      return this.readArgument();
    }
    this.#skip(token, blanksAndCharacter.length);
    return character;
  }

  #skip(token: TexToken, length: number): void {
    const rest = { ...token, text: token.text.slice(length), start: token.start + length };
    if (rest.text === "") this.#at += 1;
    if (rest.text !== "") this.#tokens[this.#at] = rest;
  }
}
