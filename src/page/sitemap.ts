// What crawlers are told: sitemaps (sitemaps.org 0.9, with Google's `xhtml:link`) and robots.txt (RFC 9309).

import type { SitemapPost } from "../catalog/catalog.ts";
import type { Locale } from "../post/locale.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import type { Site } from "../post/site.ts";
import { absoluteUrl, listPath, ownPath, sitemapPath } from "./addresses.ts";
import { isoTime } from "./formats.ts";

type AbsoluteSite = Pick<Site, "locales"> & { readonly url: string };

const XML = html`<?xml version="1.0" encoding="utf-8"?>\n`;

/** Part `part` (from 1) of what the site has to read; the first begins with the list of all posts. */
export function sitemap(posts: readonly SitemapPost[], part: number, site: AbsoluteSite): SafeHtml {
  // The schema wants one URL at least, and a part may hold drafts only.
  const home = (part === 1 || posts.length === 0) && urlElement(site, listPath(1, null), null);
  return html`${XML}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${home}${posts.map((post) => postElement(post, site))}</urlset>
`;
}

/** Of a site whose posts take several parts. */
export function sitemapIndex(parts: number, site: AbsoluteSite): SafeHtml {
  const maps = Array.from(
    { length: parts },
    (_, index) =>
      html`<sitemap><loc>${absoluteUrl(site, sitemapPath(index + 1))}</loc></sitemap>\n`,
  );
  return html`${XML}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${maps}</sitemapindex>
`;
}

export function robotsText(site: Pick<Site, "url">): string {
  const map = absoluteUrl(site, sitemapPath(null));
  return `User-agent: *\nDisallow: /api/\n${map === null ? "" : `\nSitemap: ${map}\n`}`;
}

/** Nothing for a translation into a language that the site does not have: its address leads nowhere. */
function postElement(post: SitemapPost, site: AbsoluteSite): SafeHtml | null {
  const isReached = (file: { readonly locale: Locale; readonly isOriginal: boolean }): boolean =>
    file.isOriginal || site.locales.includes(file.locale);
  if (!isReached(post)) return null;
  const versions = post.versions.filter(isReached);
  // Of two files in one language readers are shown the original.
  const byLocale = new Map(
    versions.toReversed().map(({ locale, isOriginal }) => [locale, isOriginal]),
  );
  if (byLocale.size < 2) return urlElement(site, ownPath(post), post.changedAt);
  const links = [...byLocale].toReversed().map(([locale, isOriginal]) => {
    const url = absoluteUrl(site, ownPath({ ...post, locale, isOriginal }));
    return html`<xhtml:link rel="alternate" hreflang="${locale}" href="${url}"/>`;
  });
  return urlElement(site, ownPath(post), post.changedAt, links);
}

function urlElement(
  site: AbsoluteSite,
  path: string,
  changedAt: number | null,
  links: readonly SafeHtml[] = [],
): SafeHtml {
  const changed = changedAt !== null && html`<lastmod>${isoTime(changedAt)}</lastmod>`;
  return html`<url><loc>${absoluteUrl(site, path)}</loc>${changed}${links}</url>\n`;
}
