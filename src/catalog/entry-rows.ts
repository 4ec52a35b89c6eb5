// Originals, translations and data excerpts, read side by side, put together into what a card needs.

import type { CatalogEntry, CatalogPost } from "./catalog.ts";
import { parsePostRows } from "./post-row.ts";
import { type Row, text } from "./row-cells.ts";

/** The order is that of the originals; translations stand in the order of their locales. */
export function parseEntryRows(
  originals: readonly Row[],
  translations: readonly Row[],
  dataExcerpts: readonly Row[],
): readonly CatalogEntry[] {
  const translationsBySlug = Map.groupBy(parsePostRows(translations), ({ slug }) => slug);
  const excerptsBySlug = Map.groupBy(dataExcerpts, (row) => row["slug"]);
  return parsePostRows(originals).map((post) => ({
    post,
    translations: (translationsBySlug.get(post.slug) ?? []).toSorted(byLocale),
    dataExcerpts: parseDataExcerptRows(excerptsBySlug.get(post.slug) ?? []),
  }));
}

/** Rows of one slug → excerpts by locale. @throws TypeError */
export function parseDataExcerptRows(rows: readonly Row[]): Readonly<Record<string, string>> {
  return Object.fromEntries(rows.map((row) => [text(row, "locale"), text(row, "excerpt")]));
}

function byLocale(left: CatalogPost, right: CatalogPost): number {
  return left.locale < right.locale ? -1 : 1;
}
