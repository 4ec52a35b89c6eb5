// `/search?q=`: a form without script, and what was found.

import type { SearchHit } from "../catalog/catalog.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import { MAX_QUERY_LENGTH, type SearchTerm } from "../post/search-words.ts";
import { ownPath, searchPath } from "./addresses.ts";
import { type Chrome, createChrome, languageAttributes } from "./chrome.ts";
import { layout } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { factList, postDate, readingTime } from "./post-details.ts";
import { marked, searchSnippet } from "./search-snippet.ts";
import { listStyles } from "./styles.ts";

export interface SearchPage {
  /** As the reader wrote it; "" for none. */
  readonly query: string;
  readonly terms: readonly SearchTerm[];
  /** Best first. */
  readonly hits: readonly SearchHit[];
}

export function searchPage(search: SearchPage, context: PageContext): SafeHtml {
  const chrome = createChrome(context);
  const { messages, locale } = chrome;
  const { query, terms, hits } = search;
  const found = hits.map((hit) => result(hit, terms, chrome));
  const nothing = query !== "" && hits.length === 0 && html`<p>${messages.nothingFound}</p>`;
  return layout(
    {
      title: `${query === "" ? "" : `${query} · `}${messages.search} · ${context.site.title}`,
      locale,
      description: null,
      canonicalPath: null,
      alternates: [],
      styles: listStyles(locale),
      head: null,
      pathIn: (other) => searchPath(query, other),
      isHome: false,
      content: html`<h1>${messages.search}</h1>
<form class="search" role="search" action="${searchPath("", context.explicitLocale)}">
<input type="search" name="q" value="${query}" maxlength="${MAX_QUERY_LENGTH}" aria-label="${messages.search}" autocomplete="off" required>
<button>${messages.search}</button>
</form>
${nothing}${found}`,
    },
    chrome,
  );
}

function result({ post, text }: SearchHit, terms: readonly SearchTerm[], chrome: Chrome): SafeHtml {
  const language = languageAttributes(post.locale, chrome.locale);
  const snippet = searchSnippet(text, terms) ?? marked(post.excerpt, terms);
  const facts = factList([postDate(post, chrome), readingTime(post, chrome)]);
  return html`<article class="card">
<h2><a href="${ownPath(post)}"${language}>${marked(post.title, terms)}</a></h2>
<p class="details">${facts}</p>
<p${language}>${snippet}</p>
</article>
`;
}
