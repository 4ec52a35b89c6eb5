// The addresses of the site's pages: the one place where their paths are made.

import type { LabelKind } from "../catalog/catalog.ts";
import type { Locale } from "../post/locale.ts";
import type { Post } from "../post/post.ts";
import type { Site } from "../post/site.ts";
import type { Slug } from "../post/slug.ts";
import { FEED_FILES, type FeedFormat } from "./feed-formats.ts";

/** KaTeX's style sheet, a static asset; only pages with formulas link to it. */
export const KATEX_CSS_PATH = "/_kiyi/katex-0.18.11/katex.css";

/** The icon of the site, a static asset. */
export const FAVICON_PATH = "/favicon.svg";

/**
 * A locale of `null` is an address that says none: the post in its own language, the rest as the reader's headers ask.
 *
 * @example postPath("çeviri", "en") // → /en/posts/%C3%A7eviri
 */
export function postPath(slug: Slug, locale: Locale | null): string {
  return `${prefix(locale)}/posts/${encodeURIComponent(slug)}`;
}

/** The address that names this text: a translation's says its locale. */
export function ownPath({
  slug,
  locale,
  isOriginal,
}: Pick<Post, "slug" | "locale" | "isOriginal">): string {
  return postPath(slug, isOriginal ? null : locale);
}

/** The Markdown source of a post. */
export function postSourcePath(slug: Slug, locale: Locale | null): string {
  return `${postPath(slug, locale)}.md`;
}

/** The fields of a post as JSON. */
export function postJsonPath(slug: Slug, locale: Locale | null): string {
  return `${postPath(slug, locale)}.json`;
}

/**
 * A page of the list of all posts, the first is 1.
 *
 * @example listPath(1, "en") // → /en/
 * @example listPath(2, null) // → /page/2
 */
export function listPath(page: number, locale: Locale | null): string {
  return page === 1 ? `${prefix(locale)}/` : `${prefix(locale)}/page/${page}`;
}

/** The list of all tags. */
export function tagsPath(locale: Locale | null): string {
  return `${prefix(locale)}/tags`;
}

/**
 * The newest posts by year; a page of one year's posts, the first is 1.
 *
 * @example archivePath({ year: 2018, page: 2 }, "en") // → /en/archive/2018/page/2
 */
export function archivePath(
  { year, page }: { readonly year: number | null; readonly page: number },
  locale: Locale | null,
): string {
  const first = `${prefix(locale)}/archive${year === null ? "" : `/${year}`}`;
  return page === 1 ? first : `${first}/page/${page}`;
}

/** @example searchPath("ışık", "tr") // → /tr/search?q=%C4%B1%C5%9F%C4%B1k */
export function searchPath(query: string, locale: Locale | null): string {
  const path = `${prefix(locale)}/search`;
  return query === "" ? path : `${path}?${new URLSearchParams({ q: query }).toString()}`;
}

export interface LabelAddress {
  readonly kind: LabelKind;
  /** ASCII, as `post/label-address.ts` makes it. */
  readonly label: string;
}

/**
 * A page of the posts with a tag or a category, the first is 1.
 *
 * @example labelPath({ kind: "category", label: "makale" }, 2, null) // → /categories/makale/page/2
 */
export function labelPath(
  { kind, label }: LabelAddress,
  page: number,
  locale: Locale | null,
): string {
  const folder = kind === "tag" ? "tags" : "categories";
  const first = `${prefix(locale)}/${folder}/${label}`;
  return page === 1 ? first : `${first}/page/${page}`;
}

/** @example feedPath("rss", "en") // → /en/rss.xml */
export function feedPath(format: FeedFormat, locale: Locale | null): string {
  return `${prefix(locale)}/${FEED_FILES[format]}`;
}

/** A part, from 1; null for the sitemap of the site, which names its parts where there are several. */
export function sitemapPath(part: number | null): string {
  return part === null ? "/sitemap.xml" : `/sitemap-${part}.xml`;
}

/** Absolute with the origin that the site names; null where it names none. */
export function absoluteUrl(site: Pick<Site, "url">, path: string): string | null {
  return site.url === null ? null : `${site.url}${path}`;
}

/** Absolute if the site names an origin, else the path: for links, which may be either. */
export function canonicalUrl(site: Pick<Site, "url">, path: string): string {
  return absoluteUrl(site, path) ?? path;
}

/** URL or path that an author wrote → absolute URL; null for a path of a site that names no origin. */
export function absoluteAssetUrl(site: Pick<Site, "url">, url: string): string | null {
  const base = site.url;
  if (base === null) return /^https?:/i.test(url) ? url : null;
  return URL.parse(url, `${base}/`)?.href ?? null;
}

function prefix(locale: Locale | null): string {
  return locale === null ? "" : `/${locale}`;
}
