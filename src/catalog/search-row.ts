// A post as a row of the table `search_texts` (migrations/0005_search.sql), and a query in FTS5's language.

import { type SearchTerm, searchWords } from "../post/search-words.ts";
import type { CatalogPost } from "./catalog.ts";
import { sourceKey } from "./source-key.ts";

/** In UTF-16 units: a book's chapter. What comes behind it is not found. */
const MAX_BODY_LENGTH = 100_000;

/** In UTF-16 units: what snippets are cut from, so that twenty results stay below half a megabyte. */
const MAX_SNIPPET_SOURCE_LENGTH = 20_000;

/** What search knows of a post: folded words by column, best first. */
export interface SearchFields {
  readonly title: readonly string[];
  readonly tags: readonly string[];
  readonly excerpt: readonly string[];
  readonly body: readonly string[];
}

export function searchFields(post: CatalogPost, text: string): SearchFields {
  return {
    title: searchWords(post.title),
    tags: searchWords([...post.tags, ...post.categories].join(" ")),
    excerpt: searchWords(post.excerpt),
    body: searchWords(text.slice(0, MAX_BODY_LENGTH)),
  };
}

/** Where snippets are cut from. */
export function snippetSource(text: string): string {
  return text.slice(0, MAX_SNIPPET_SOURCE_LENGTH);
}

/** The parameters of `UPSERT_SEARCH_TEXT`. */
export function searchRow(post: CatalogPost, text: string): readonly string[] {
  const { title, tags, excerpt, body } = searchFields(post, text);
  const words = [title, tags, excerpt, body].map((column) => column.join(" "));
  return [sourceKey(post), snippetSource(text), ...words];
}

/**
 * All terms must be there, in any column. Tokens are letters and digits alone, so nothing of FTS5's syntax can be in them.
 *
 * @example matchExpression(searchTerms("dikkat İST")) // → "dikkat" "ist" *
 */
export function matchExpression(terms: readonly SearchTerm[]): string {
  return terms
    .map(({ tokens, isPrefix }) => `"${tokens.join(" ")}"${isPrefix ? " *" : ""}`)
    .join(" ");
}
