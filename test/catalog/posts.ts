// Catalog posts for tests: everything has a value, a test names what it is about.

import type { CatalogInclude, CatalogPost } from "../../src/catalog/catalog.ts";
import { type Locale, parseLocale } from "../../src/post/locale.ts";
import { parseSlug, type Slug } from "../../src/post/slug.ts";

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

/** The original of `merhaba`, dated 1970, public. */
export function post(fields: Partial<CatalogPost>): CatalogPost {
  return {
    slug: slug("merhaba"),
    locale: locale("tr"),
    isOriginal: true,
    title: "Merhaba",
    date: 1,
    lastModifiedAt: null,
    visibility: "public",
    tags: [],
    categories: [],
    excerpt: "",
    excerpts: {},
    readingMinutes: 1,
    image: null,
    sourceVersion: "1",
    isInSitemap: true,
    ...fields,
  };
}

export function translation(tag: string, fields: Partial<CatalogPost>): CatalogPost {
  return post({ isOriginal: false, locale: locale(tag), ...fields });
}

export function include(path: string, text: string): CatalogInclude {
  return { path, text, sourceVersion: "1" };
}
