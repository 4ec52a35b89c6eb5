// The catalog in D1 (SQLite): each change is one transaction, and its first query raises the generation.

import { postKey } from "../post/slug.ts";
import type { Catalog, CatalogPost } from "./catalog.ts";
import * as sql from "./catalog-statements.ts";
import { type Query, transact } from "./d1-transaction.ts";
import { parseEntryRow } from "./entry-row.ts";
import { excerptRanges } from "./excerpt-ranges.ts";
import { parsePostRow, postRow } from "./post-row.ts";
import { integer, nullableInteger, type Row, text } from "./row-cells.ts";
import { assertRowLimit } from "./row-limit.ts";
import { sourceKey } from "./source-key.ts";

/** The database must have the tables of `migrations/`. */
export function createD1Catalog(database: D1Database): Catalog {
  return {
    state(now) {
      const queries: readonly Query[] = [[sql.SELECT_STATE, now]];
      return transact(database, { action: "read its state", queries }, ([rows]) => {
        const row = onlyRow(rows);
        return {
          generation: integer(row, "generation"),
          visibleSince: nullableInteger(row, "visible_since"),
          changesAt: nullableInteger(row, "changes_at"),
        };
      });
    },

    async list({ now, offset, limit }) {
      assertRowLimit(limit);
      const queries: readonly Query[] = [[sql.SELECT_LISTED, now, limit, offset]];
      return transact(database, { action: "list posts", queries }, ([rows = []]) =>
        rows.flatMap((row) => parseEntryRow(row) ?? []),
      );
    },

    rows(slug) {
      const queries: readonly Query[] = [[sql.SELECT_ROWS, slug]];
      return transact(database, { action: `read "${slug}"`, queries }, ([rows = []]) =>
        parsePosts(rows),
      );
    },

    dataExcerpts(slug) {
      const queries: readonly Query[] = [[sql.SELECT_DATA_EXCERPTS, slug]];
      return transact(database, { action: `read "${slug}"`, queries }, ([rows = []]) =>
        Object.fromEntries(rows.map((row) => [text(row, "locale"), text(row, "excerpt")])),
      );
    },

    neighbours({ slug, date }, now) {
      // A post that is still to come stands before all that is visible.
      const olderThan = date <= now ? ([date, slug] as const) : ([now + 1, ""] as const);
      const queries: readonly Query[] = [
        [sql.SELECT_NEWER, date, slug, now],
        [sql.SELECT_OLDER, ...olderThan],
      ];
      return transact(
        database,
        { action: `read "${slug}"`, queries },
        ([newer = [], older = []]) => ({
          newer: parsePosts(newer)[0] ?? null,
          older: parsePosts(older)[0] ?? null,
        }),
      );
    },

    put(post) {
      const row = postRow(post);
      const queries: readonly Query[] = [
        [sql.RAISE_IF_POST_DIFFERS, ...row],
        [sql.UPSERT_POST, ...row],
        ...(post.isOriginal ? labelQueries(post) : []),
      ];
      return change(database, `put "${sourceKey(post)}"`, queries);
    },

    remove(address) {
      const key = postKey(address);
      const queries: readonly Query[] = [
        [sql.RAISE_IF_NOT_GONE, key],
        [sql.MARK_GONE, key],
        ...(address.locale === null ? withoutLabels(address.slug) : []),
      ];
      return change(database, `remove "${key}"`, queries);
    },

    putDataExcerpts(locale, excerpts) {
      const queries = excerptRanges(excerpts).flatMap(({ after, upTo, json }): readonly Query[] => [
        [sql.RAISE_IF_DATA_EXCERPTS_DIFFER, locale, after, upTo, json],
        [sql.DELETE_DATA_EXCERPTS, locale, after, upTo, json],
        [sql.UPSERT_DATA_EXCERPTS, locale, json],
      ]);
      return change(database, `put the data excerpts of "${locale}"`, queries);
    },

    async page({ limit, cursor = "" }) {
      assertRowLimit(limit);
      const queries: readonly Query[] = [[sql.SELECT_PAGE, cursor, limit]];
      return transact(database, { action: "read a page", queries }, ([rows = []]) => {
        const last = rows.length === limit ? rows.at(-1) : undefined;
        return {
          posts: parsePosts(rows),
          cursor: last === undefined ? null : text(last, "source_key"),
        };
      });
    },
  };
}

/** Does what the queries say and answers with the generation after it. */
function change(database: D1Database, action: string, queries: readonly Query[]): Promise<number> {
  const transaction = { action, queries: [...queries, [sql.SELECT_GENERATION] as const] };
  return transact(database, transaction, (rows) => integer(onlyRow(rows.at(-1)), "generation"));
}

/** Only what is listed has labels: by them a list finds its posts. */
function labelQueries(post: CatalogPost): readonly Query[] {
  if (post.visibility !== "public") return withoutLabels(post.slug);
  const { slug, date } = post;
  const tags = JSON.stringify(post.tags);
  const categories = JSON.stringify(post.categories);
  return [
    [sql.DELETE_TAGS, slug, date, tags],
    [sql.INSERT_TAGS, slug, date, tags],
    [sql.DELETE_CATEGORIES, slug, date, categories],
    [sql.INSERT_CATEGORIES, slug, date, categories],
  ];
}

function withoutLabels(slug: string): readonly Query[] {
  return [
    [sql.DELETE_TAGS, slug, 0, "[]"],
    [sql.DELETE_CATEGORIES, slug, 0, "[]"],
  ];
}

function onlyRow(rows: readonly Row[] | undefined): Row {
  const [row] = rows ?? [];
  if (row === undefined) throw new TypeError('Cannot read table "catalog": it is empty');
  return row;
}

/** One bad row never takes a list down: it is left out. */
function parsePosts(rows: readonly Row[]): readonly CatalogPost[] {
  return rows.flatMap((row) => parsePostRow(row) ?? []);
}
