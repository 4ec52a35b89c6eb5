// A row of `SELECT_SITEMAP` (catalog-statements.ts).

import { parseLocale } from "../post/locale.ts";
import { parseSlug } from "../post/slug.ts";
import type { SitemapPost, SitemapVersion } from "./catalog.ts";
import { integer, list, type Row, text } from "./row-cells.ts";

/** Null if a person edited it so that it cannot be read. */
export function parseSitemapRow(row: Row): SitemapPost | null {
  try {
    const slug = parseSlug(text(row, "slug"));
    const versions = list(row, "versions").flatMap((cells) => parseVersion(cells) ?? []);
    const version = parseVersion([row["locale"], row["is_original"]]);
    if (slug === null || version === null) return null;
    const changedAt = integer(row, "changed_at");
    return { slug, ...version, changedAt, versions: versions.sort(originalFirst) };
  } catch (error) {
    if (error instanceof TypeError || error instanceof SyntaxError) return null;
    throw error;
  }
}

function parseVersion(cells: unknown): SitemapVersion | null {
  if (!Array.isArray(cells) || typeof cells[0] !== "string") return null;
  const locale = parseLocale(cells[0]);
  return locale === null ? null : { locale, isOriginal: cells[1] === 1 };
}

function originalFirst(left: SitemapVersion, right: SitemapVersion): number {
  if (left.isOriginal !== right.isOriginal) return left.isOriginal ? -1 : 1;
  return left.locale < right.locale ? -1 : 1;
}
