// What the readers of a tree (outline, plain text, excerpt, references) look at: tokens of kramdown's dialect
// and of marked's own Markdown alike.

export interface ReadableToken {
  readonly type: string;
  readonly raw?: string;
  readonly text?: string;
  /** Whether `text` is HTML. */
  readonly escaped?: boolean;
  readonly tokens?: readonly ReadableToken[];
  readonly items?: readonly ReadableToken[];
  readonly header?: readonly ReadableCell[];
  readonly rows?: readonly (readonly ReadableCell[])[];
  readonly name?: string;
  readonly depth?: number;
  readonly href?: string;
  readonly attributes?: ReadonlyMap<string, string> | null;
}

export interface ReadableCell {
  readonly tokens: readonly ReadableToken[];
}

/** The tokens inside a token, in document order. */
export function childrenOf(token: ReadableToken): readonly ReadableToken[] {
  if (token.items !== undefined) return token.items;
  if (token.type !== "table") return token.tokens ?? [];
  return [...(token.header ?? []), ...(token.rows ?? []).flat()].flatMap((cell) => cell.tokens);
}

/** Calls a function for each token, in document order, the outer before the inner. */
export function walkTree(
  tokens: readonly ReadableToken[],
  visit: (token: ReadableToken) => void,
): void {
  for (const token of tokens) {
    visit(token);
    walkTree(childrenOf(token), visit);
  }
}
