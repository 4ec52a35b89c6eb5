// An original with what belongs to it, as `SELECT_LISTED` (catalog-statements.ts) returns it.

import type { CatalogEntry, CatalogPost } from "./catalog.ts";
import { parsePostRow, POST_COLUMNS } from "./post-row.ts";
import { list, type Row, textMap } from "./row-cells.ts";

/** Null if the original cannot be read. Translations that cannot be read are left out. */
export function parseEntryRow(row: Row): CatalogEntry | null {
  const post = parsePostRow(row);
  if (post === null) return null;
  const translations = list(row, "translations").flatMap(
    (cells) => parsePostRow(rowOf(cells)) ?? [],
  );
  return {
    post,
    translations: translations.sort(byLocale),
    dataExcerpts: textMap(row, "data_excerpts"),
  };
}

/** Cells in the order of the columns → a row. */
function rowOf(cells: unknown): Row {
  if (!Array.isArray(cells)) return {};
  return Object.fromEntries(POST_COLUMNS.map((column, index) => [column, cells[index]]));
}

function byLocale(left: CatalogPost, right: CatalogPost): number {
  return left.locale < right.locale ? -1 : 1;
}
