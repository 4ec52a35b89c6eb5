// Values for tests of pages: everything has one, a test names what it is about.

import type { CatalogEntry, CatalogPost } from "../../src/catalog/catalog.ts";
import type { PageContext } from "../../src/page/page-context.ts";
import type { PublishedPost } from "../../src/page/published-post.ts";
import { type Locale, parseLocale } from "../../src/post/locale.ts";
import type { Post } from "../../src/post/post.ts";
import { unescapedHtml } from "../../src/post/safe-html.ts";
import { DEFAULT_SITE, type Site } from "../../src/post/site.ts";
import { parseSlug, type Slug } from "../../src/post/slug.ts";
import type { RenderedPost } from "../../src/render/rendered-post.ts";

export function slug(text: string): Slug {
  const parsed = parseSlug(text);
  if (parsed === null) throw new TypeError(`Cannot make a slug of "${text}"`);
  return parsed;
}

export function locale(tag: string): Locale {
  const parsed = parseLocale(tag);
  if (parsed === null) throw new TypeError(`Cannot make a locale of "${tag}"`);
  return parsed;
}

export function site(fields: Partial<Site> = {}): Site {
  return {
    ...DEFAULT_SITE,
    title: "İki Kıyı",
    description: "Çeviri ve yazı üzerine.",
    url: "https://kiyi.example",
    locale: locale("tr"),
    locales: ["tr", "en", "de", "ar"].map(locale),
    author: "Defne Aral",
    timeZone: "Europe/Istanbul",
    ...fields,
  };
}

/** A reader of `tag`, at an address that says no locale. */
export function context(tag = "tr", fields: Partial<PageContext> = {}): PageContext {
  return { site: site(), locale: locale(tag), explicitLocale: null, ...fields };
}

export function post(fields: Partial<Post> = {}): Post {
  return {
    slug: slug("dikkat"),
    locale: locale("tr"),
    isOriginal: true,
    title: "Dikkat neden gerekti?",
    date: Date.UTC(2018, 8, 24, 9),
    lastModifiedAt: null,
    isHidden: false,
    isIndexed: true,
    isInSitemap: true,
    tags: [],
    categories: [],
    author: null,
    image: null,
    excerpt: "Bir cümleyi ezberleyip çevirmek zordur.",
    excerpts: {},
    readingMinutes: 5,
    ...fields,
  };
}

export function catalogPost(fields: Partial<CatalogPost> = {}): CatalogPost {
  const { isHidden: _, isIndexed: __, author: ___, ...shared } = post();
  return { ...shared, visibility: "public", sourceVersion: "1", ...fields };
}

export function entry(
  fields: Partial<CatalogPost> = {},
  rest: Partial<CatalogEntry> = {},
): CatalogEntry {
  return { post: catalogPost(fields), translations: [], dataExcerpts: {}, ...rest };
}

export function rendered(markup: string, fields: Partial<RenderedPost> = {}): RenderedPost {
  return {
    html: unescapedHtml(markup),
    outline: [],
    excerpt: "",
    text: "",
    hasMath: false,
    links: [],
    images: [],
    notes: [],
    ...fields,
  };
}

export function published(
  fields: Partial<Post> = {},
  rest: Partial<PublishedPost> = {},
): PublishedPost {
  return {
    post: post(fields),
    rendered: rendered("<p>Merhaba.</p>"),
    translations: [],
    dataExcerpts: {},
    neighbours: { newer: null, older: null },
    ...rest,
  };
}
