// The posts with a tag or a category: `/tags/:tag`, `/categories/:category`, and their further pages.

import type { CatalogEntry } from "../catalog/catalog.ts";
import type { Locale } from "../post/locale.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import { type LabelAddress, labelPath } from "./addresses.ts";
import { alternatesIn } from "./alternates.ts";
import { createChrome } from "./chrome.ts";
import { layout } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { pagination } from "./pagination.ts";
import { postCard } from "./post-card.ts";
import { listStyles } from "./styles.ts";

export interface LabelPage extends LabelAddress {
  /** As its posts have it. */
  readonly name: string;
  readonly entries: readonly CatalogEntry[];
  /** From 1. */
  readonly page: number;
  readonly hasOlder: boolean;
}

export function labelPage(list: LabelPage, context: PageContext): SafeHtml {
  const chrome = createChrome(context);
  const { messages, formats } = chrome;
  const { site } = context;
  const { page, hasOlder } = list;
  const heading = list.kind === "tag" ? messages.tag(list.name) : messages.category(list.name);
  const place = page === 1 ? "" : ` · ${messages.page(formats.number(page))}`;
  const pathOf = (other: number, locale: Locale | null): string => labelPath(list, other, locale);
  const pathIn = (locale: Locale | null): string => pathOf(page, locale);
  return layout(
    {
      title: `${heading}${place} · ${site.title}`,
      locale: chrome.locale,
      description: null,
      canonicalPath: pathIn(context.explicitLocale),
      alternates: alternatesIn(site.locales, pathIn),
      styles: listStyles(chrome.locale),
      head: null,
      pathIn,
      isHome: false,
      content: html`<h1>${heading}${place}</h1>
${list.entries.map((entry) => postCard(entry, chrome))}
${pagination({ page, hasOlder, pathOf }, chrome)}`,
    },
    chrome,
  );
}
