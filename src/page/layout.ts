// The document around every page: head, header, footer. HTML Living Standard; no client script.

import { type Locale, textDirection } from "../post/locale.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import { absoluteUrl, canonicalUrl, feedPath, listPath } from "./addresses.ts";
import { type Chrome, languageAttributes } from "./chrome.ts";
import { languageSwitcher } from "./language-switcher.ts";

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
  /** `<style>` elements, first the shell's. */
  readonly styles: readonly SafeHtml[];
  /** Further elements of the head. */
  readonly head: SafeHtml | null;
  /** The same page with its chrome in another locale. */
  readonly pathIn: (locale: Locale) => string;
  /** Whether the site's title is this page's heading. */
  readonly isHome: boolean;
  readonly content: SafeHtml;
}

export function layout(page: PageDocument, chrome: Chrome): SafeHtml {
  const { messages } = chrome;
  const chromeLanguage = languageAttributes(chrome.locale, page.locale);
  return html`<!doctype html>
    <html lang="${page.locale}" dir="${textDirection(page.locale)}">
      <head>
        ${headOf(page, chrome)}
      </head>
      <body>
        <a class="skip" href="#content" ${chromeLanguage}>${messages.skipToContent}</a>
        ${headerOf(page, chrome)}
        <main id="content">${page.content}</main>
        ${footerOf(page, chrome)}
      </body>
    </html> `;
}

function headOf(page: PageDocument, { context: { site } }: Chrome): SafeHtml {
  const { canonicalPath } = page;
  return html`<meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <meta name="color-scheme" content="light dark" />
    <title>${page.title}</title>
    ${page.description !== null && html`<meta name="description" content="${page.description}" />`}
    ${canonicalPath === null ? html`<meta name="robots" content="noindex" />` : html`<link rel="canonical" href="${canonicalUrl(site, canonicalPath)}" />`}
    ${page.alternates.map(({ hreflang, path }) => html`<link rel="alternate" hreflang="${hreflang}" href="${canonicalUrl(site, path)}" /> `)}<link
      rel="alternate"
      type="application/atom+xml"
      title="${site.title}"
      href="${absoluteUrl(site, feedPath()) ?? feedPath()}"
    />
    ${page.styles}${page.head}`;
}

function headerOf(page: PageDocument, chrome: Chrome): SafeHtml {
  const { context, locale, messages } = chrome;
  const { site, explicitLocale } = context;
  const siteLanguage = languageAttributes(site.locale, locale);
  const link = html`<a href="${listPath(1, explicitLocale)}" rel="home" ${siteLanguage}
    >${site.title}</a
  >`;
  const title = page.isHome
    ? html`<h1 class="site">${link}</h1>`
    : html`<p class="site">${link}</p>`;
  return html`<header class="top" ${languageAttributes(locale, page.locale)}>
    ${title}
    <nav aria-label="${messages.siteMenu}"><a href="${feedPath()}">${messages.feed}</a></nav>
    ${languageSwitcher(page.pathIn, chrome)}
  </header>`;
}

function footerOf(page: PageDocument, { context: { site }, locale }: Chrome): SafeHtml {
  const author = site.author ?? site.title;
  return html`<footer class="bottom"${languageAttributes(locale, page.locale)}>
<p${languageAttributes(site.locale, locale)}>${author}</p>
</footer>`;
}
