// The document around every page: head, header, footer. HTML Living Standard; no client script.

import { type Locale, textDirection } from "../post/locale.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import {
  archivePath,
  canonicalUrl,
  FAVICON_PATH,
  feedPath,
  listPath,
  tagsPath,
  searchPath,
} from "./addresses.ts";
import { type Chrome, languageAttributes } from "./chrome.ts";
import { FEED_FORMATS, FEED_MEDIA_TYPES } from "./feed-formats.ts";
import { languageSwitcher } from "./language-switcher.ts";
import type { PageContext } from "./page-context.ts";

/** One address of the same page in another language. */
export interface Alternate {
  /** A locale, or `x-default` (the address for readers of none of them). */
  readonly hreflang: string;
  readonly path: string;
}

/** What a page gives to the layout. */
export interface PageDocument {
  readonly title: string;
  /** Of the content: a post's page is in the post's language, whatever the chrome is in. */
  readonly locale: Locale;
  readonly description: string | null;
  /** Null for what search engines must not keep. */
  readonly canonicalPath: string | null;
  readonly alternates: readonly Alternate[];
  /** The `<style>` elements. */
  readonly styles: SafeHtml;
  /** Further elements of the head. */
  readonly head: SafeHtml | null;
  /** The same page with its chrome in another locale. */
  readonly pathIn: (locale: Locale) => string;
  /** Whether the site's title is this page's heading. */
  readonly isHome: boolean;
  readonly content: SafeHtml;
}

export function layout(page: PageDocument, chrome: Chrome): SafeHtml {
  const inChrome = languageAttributes(chrome.locale, page.locale);
  return html`<!doctype html>
<html lang="${page.locale}" dir="${textDirection(page.locale)}">
<head>
${headOf(page, chrome.context)}
</head>
<body>
<a class="skip" href="#kiyi-content"${inChrome}>${chrome.messages.skipToContent}</a>
<header class="top"${inChrome}>
${headerOf(page, chrome)}
</header>
<main id="kiyi-content">
${page.content}
</main>
<footer class="bottom"${inChrome}>
${footerOf(chrome)}
</footer>
</body>
</html>
`;
}

function headOf(page: PageDocument, { site, explicitLocale }: PageContext): SafeHtml {
  const { canonicalPath, description } = page;
  const alternates = page.alternates.map(
    ({ hreflang, path }) =>
      html`<link rel="alternate" hreflang="${hreflang}" href="${canonicalUrl(site, path)}">\n`,
  );
  const feeds = FEED_FORMATS.map(
    (format) =>
      html`<link rel="alternate" type="${FEED_MEDIA_TYPES[format]}" title="${site.title}" href="${canonicalUrl(site, feedPath(format, explicitLocale))}">\n`,
  );
  return html`<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${page.title}</title>
${description !== null && html`<meta name="description" content="${description}">\n`}${
    canonicalPath === null
      ? html`<meta name="robots" content="noindex">`
      : html`<link rel="canonical" href="${canonicalUrl(site, canonicalPath)}">`
  }
${alternates}${feeds}<link rel="icon" href="${FAVICON_PATH}">
${page.styles}${page.head}`;
}

function headerOf(page: PageDocument, chrome: Chrome): SafeHtml {
  const { context, locale, messages } = chrome;
  const { site, explicitLocale } = context;
  const home = html`<a href="${listPath(1, explicitLocale)}" rel="home"${languageAttributes(site.locale, locale)}>${site.title}${WAVE}</a>`;
  return html`${page.isHome ? html`<h1 class="site">${home}</h1>` : html`<p class="site">${home}</p>`}
<nav aria-label="${messages.siteMenu}"><a href="${searchPath("", explicitLocale)}">${messages.search}</a>
<a href="${archivePath({ year: null, page: 1 }, explicitLocale)}">${messages.archive}</a>
<a href="${tagsPath(explicitLocale)}">${messages.tags}</a>
<a href="${feedPath("atom", explicitLocale)}">${messages.feed}</a></nav>
${languageSwitcher(page.pathIn, chrome)}`;
}

/** The sign of the site: a wave. */
const WAVE: SafeHtml = html`<svg viewBox="0 0 56 8" aria-hidden="true"><path d="M0 4q7-6 14 0t14 0 14 0 14 0"/></svg>`;

function footerOf({ context: { site }, locale }: Chrome): SafeHtml {
  return html`<p${languageAttributes(site.locale, locale)}>${site.author ?? site.title}</p>`;
}
