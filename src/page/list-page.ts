// The list of posts: `/`, `/page/:n` and the same in a locale that the URL says.

import type { CatalogEntry } from "../catalog/catalog.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import { listPath } from "./addresses.ts";
import { alternatesIn } from "./alternates.ts";
import { type Chrome, createChrome, languageAttributes } from "./chrome.ts";
import { layout } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { pagination } from "./pagination.ts";
import { postCard } from "./post-card.ts";
import { listStyles } from "./styles.ts";

export interface ListPage {
  readonly entries: readonly CatalogEntry[];
  /** From 1. */
  readonly page: number;
  readonly hasOlder: boolean;
}

export function listPage(list: ListPage, context: PageContext): SafeHtml {
  const chrome = createChrome(context);
  const { site, explicitLocale } = context;
  const isHome = list.page === 1;
  const heading = pageHeading(list.page, chrome);
  const cards = list.entries.map((entry) => postCard(entry, chrome));
  const content = html`${isHome ? description(chrome) : html`<h1>${heading}</h1>`}
${cards.length === 0 ? html`<p>${chrome.messages.noPosts}</p>` : cards}
${pagination({ ...list, pathOf: listPath }, chrome)}`;
  return layout(
    {
      title: isHome ? site.title : `${heading} · ${site.title}`,
      locale: chrome.locale,
      description: isHome ? site.description : null,
      canonicalPath: listPath(list.page, explicitLocale),
      alternates: alternatesIn(site.locales, (locale) => listPath(list.page, locale)),
      styles: listStyles(chrome.locale),
      head: null,
      pathIn: (locale) => listPath(list.page, locale),
      isHome,
      content,
    },
    chrome,
  );
}

function pageHeading(page: number, { messages, formats }: Chrome): string {
  return messages.page(formats.number(page));
}

function description({ context: { site }, locale }: Chrome): SafeHtml | null {
  if (site.description === null) return null;
  return html`<p class="intro"${languageAttributes(site.locale, locale)}>${site.description}</p>`;
}
