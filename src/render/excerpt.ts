// A post's own excerpt, read from its tree, by Jekyll's rule: what stands before the separator.

import { plainTextOf } from "./plain-text.ts";
import type { ReadableToken } from "./document-tree.ts";

/** Jekyll's default: the first blank line. */
const DEFAULT_EXCERPT_SEPARATOR = "\n\n";

const MORE = "<!--more-->";

/**
 * The plain text before the separator; where it is missing the first paragraph (Jekyll then has the whole text,
 * which no list wants). `<!--more-->` counts wherever it stands. Links by reference are read whole, their definitions may follow.
 */
export function readExcerpt(
  tokens: readonly ReadableToken[],
  separator: string = DEFAULT_EXCERPT_SEPARATOR,
): string {
  return plainTextOf(
    cutAt(tokens, MORE) ??
      cutAtSeparator(tokens, separator) ??
      cutAtSeparator(tokens, DEFAULT_EXCERPT_SEPARATOR) ??
      tokens,
  );
}

function cutAtSeparator(
  tokens: readonly ReadableToken[],
  separator: string,
): readonly ReadableToken[] | null {
  if (separator.trim() !== "") return cutAt(tokens, separator);
  const first = tokens.findIndex(({ type }) => type !== "space");
  const end = tokens.findIndex(({ type }, index) => type === "space" && index > first);
  return end === -1 ? null : tokens.slice(0, end);
}

// The tokens before the separator, which may stand inside one of them; null where it is missing.
function cutAt(tokens: readonly ReadableToken[], separator: string): ReadableToken[] | null {
  const index = tokens.findIndex((token) => holds(token, separator));
  const token = tokens[index];
  if (token === undefined) return null;
  const before = tokens.slice(0, index);
  const inside = token.tokens === undefined ? null : cutAt(token.tokens, separator);
  if (inside !== null) return [...before, { ...token, tokens: inside }];
  const text = token.text ?? "";
  const cut = text.indexOf(separator);
  return cut > 0 && token.type !== "html"
    ? [...before, { ...token, text: text.slice(0, cut) }]
    : before;
}

function holds(token: ReadableToken, separator: string): boolean {
  if (token.type === "code" || token.type === "codespan") return false;
  return (token.raw ?? token.text ?? "").includes(separator);
}
