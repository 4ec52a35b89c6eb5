// Search without FTS5, for the catalog in maps: the same posts are found, best first by where the words stand.

import type { SearchTerm } from "../post/search-words.ts";
import type { SearchFields } from "./search-row.ts";

/** As in `SELECT_FOUND`. */
const WEIGHTS = { title: 10, tags: 5, excerpt: 3, body: 1 } as const;

/** 0 for what does not have every term. */
export function searchScore(fields: SearchFields, terms: readonly SearchTerm[]): number {
  const scores = terms.map((term) => {
    const { title, tags, excerpt, body } = WEIGHTS;
    const inTitle = has(fields.title, term) ? title : 0;
    const inTags = has(fields.tags, term) ? tags : 0;
    const inExcerpt = has(fields.excerpt, term) ? excerpt : 0;
    return inTitle + inTags + inExcerpt + (has(fields.body, term) ? body : 0);
  });
  return scores.some((score) => score === 0) ? 0 : scores.reduce((sum, score) => sum + score, 0);
}

function has(words: readonly string[], { tokens, isPrefix }: SearchTerm): boolean {
  return words.some((_, start) =>
    tokens.every((token, index) => {
      const word = words[start + index] ?? "";
      return isPrefix && index === tokens.length - 1 ? word.startsWith(token) : word === token;
    }),
  );
}
