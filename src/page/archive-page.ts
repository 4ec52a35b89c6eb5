// Posts by year: `/archive` with the newest, `/archive/:year` and its further pages.

import type { CatalogPost } from "../catalog/catalog.ts";
import type { Locale } from "../post/locale.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import { FIRST_YEAR, type Year } from "../post/years.ts";
import { archivePath, postPath } from "./addresses.ts";
import { alternatesIn } from "./alternates.ts";
import { type Chrome, createChrome, languageAttributes } from "./chrome.ts";
import { layout } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { pagination } from "./pagination.ts";
import { postDate } from "./post-details.ts";
import { listStyles } from "./styles.ts";

export interface ArchivePage {
  /** Those with posts, newest first. */
  readonly years: readonly Year[];
  /** Null for the newest posts of all years. */
  readonly year: number | null;
  /** Newest first. */
  readonly posts: readonly CatalogPost[];
  /** From 1. */
  readonly page: number;
  readonly hasOlder: boolean;
}

export function archivePage(archive: ArchivePage, context: PageContext): SafeHtml {
  const chrome = createChrome(context);
  const { messages, formats } = chrome;
  const { site } = context;
  const { year, page } = archive;
  const place = page === 1 ? "" : ` · ${messages.page(formats.number(page))}`;
  const heading = `${messages.archive}${year === null ? "" : `: ${yearName(year, chrome)}`}${place}`;
  const pathIn = (locale: Locale | null): string => archivePath({ year, page }, locale);
  return layout(
    {
      title: `${heading} · ${site.title}`,
      locale: chrome.locale,
      description: null,
      canonicalPath: pathIn(context.explicitLocale),
      alternates: alternatesIn(site.locales, pathIn),
      styles: listStyles(chrome.locale),
      head: null,
      pathIn,
      isHome: false,
      content: html`<h1>${heading}</h1>
${archive.posts.length === 0 ? html`<p>${messages.noPosts}</p>` : contentOf(archive, chrome)}`,
    },
    chrome,
  );
}

function contentOf(archive: ArchivePage, chrome: Chrome): SafeHtml {
  const { years, year, posts, page, hasOlder } = archive;
  const stretches = years.map(({ year: other, from, to }) => {
    const own = posts.filter(({ date }) => date >= from && date < to);
    if (own.length === 0) return null;
    const name = year === null && html`<h2>${yearName(other, chrome)}</h2>\n`;
    return html`${name}<ul class="archive">
${own.map((post) => item(post, chrome))}</ul>\n`;
  });
  const pathOf = (other: number, locale: Locale | null): string =>
    archivePath({ year, page: other }, locale);
  return html`${yearLinks(archive, chrome)}${stretches}${year !== null && pagination({ page, hasOlder, pathOf }, chrome)}`;
}

function item(post: CatalogPost, chrome: Chrome): SafeHtml {
  const path = postPath(post.slug, chrome.context.explicitLocale);
  const language = languageAttributes(post.locale, chrome.locale);
  return html`<li>${postDate(post, chrome)} <a href="${path}"${language}>${post.title}</a></li>\n`;
}

function yearLinks({ years, year }: ArchivePage, chrome: Chrome): SafeHtml {
  const items = years.map(({ year: other }) => {
    const path = archivePath({ year: other, page: 1 }, chrome.context.explicitLocale);
    const current = other === year && html` aria-current="page"`;
    return html`<li><a href="${path}"${current}>${yearName(other, chrome)}</a></li>\n`;
  });
  return html`<nav aria-label="${chrome.messages.archive}"><ul class="years">\n${items}</ul></nav>\n`;
}

function yearName(year: number, { formats, messages }: Chrome): string {
  return year < FIRST_YEAR ? messages.before(formats.year(FIRST_YEAR)) : formats.year(year);
}
