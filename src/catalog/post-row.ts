// A post as a row of the table `posts` (migrations/0001_catalog.sql), and back.

import { parseLocale } from "../post/locale.ts";
import { parseSlug } from "../post/slug.ts";
import type { CatalogPost, Visibility } from "./catalog.ts";
import {
  integer,
  nullableInteger,
  nullableText,
  type Row,
  text,
  textList,
  textMap,
} from "./row-cells.ts";
import { sourceKey } from "./source-key.ts";

/** The columns in the order of {@link postRow}; the first identifies the row. */
export const POST_COLUMNS = [
  "source_key",
  "slug",
  "locale",
  "is_original",
  "title",
  "date",
  "last_modified_at",
  "visibility",
  "tags",
  "categories",
  "excerpt",
  "excerpts",
  "reading_minutes",
  "image",
  "source_version",
  "is_in_sitemap",
] as const;

type Cell = string | number | null;

/** Equal posts make equal rows: maps are written in the order of their keys. */
export function postRow(post: CatalogPost): readonly Cell[] {
  const cells: Readonly<Record<(typeof POST_COLUMNS)[number], Cell>> = {
    source_key: sourceKey(post),
    slug: post.slug,
    locale: post.locale,
    is_original: post.isOriginal ? 1 : 0,
    title: post.title,
    date: post.date,
    last_modified_at: post.lastModifiedAt,
    visibility: post.visibility,
    tags: JSON.stringify(post.tags),
    categories: JSON.stringify(post.categories),
    excerpt: post.excerpt,
    excerpts: JSON.stringify(sortedMap(post.excerpts)),
    reading_minutes: post.readingMinutes,
    image: post.image,
    source_version: post.sourceVersion,
    is_in_sitemap: post.isInSitemap ? 1 : 0,
  };
  return POST_COLUMNS.map((column) => cells[column]);
}

/** Null if the row is not what {@link postRow} makes. */
export function parsePostRow(row: Row): CatalogPost | null {
  try {
    const slug = parseSlug(text(row, "slug"));
    const locale = parseLocale(text(row, "locale"));
    const visibility = parseVisibility(text(row, "visibility"));
    if (slug === null || locale === null || visibility === null) return null;
    return {
      slug,
      locale,
      isOriginal: integer(row, "is_original") === 1,
      title: text(row, "title"),
      date: integer(row, "date"),
      lastModifiedAt: nullableInteger(row, "last_modified_at"),
      visibility,
      isInSitemap: integer(row, "is_in_sitemap") === 1,
      tags: textList(row, "tags"),
      categories: textList(row, "categories"),
      excerpt: text(row, "excerpt"),
      excerpts: textMap(row, "excerpts"),
      readingMinutes: integer(row, "reading_minutes"),
      image: nullableText(row, "image"),
      sourceVersion: text(row, "source_version"),
    };
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}

function parseVisibility(name: string): Visibility | null {
  return name === "public" || name === "draft" || name === "gone" ? name : null;
}

function sortedMap(map: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(map).sort(([left], [right]) => (left < right ? -1 : 1)));
}
