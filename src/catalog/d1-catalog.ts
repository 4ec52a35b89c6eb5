// The catalog in D1 (SQLite): each change is one transaction, and its first query raises the generation.

import { postKey } from "../post/slug.ts";
import {
  type Catalog,
  type CatalogLabel,
  type CatalogPost,
  type CatalogState,
  SITEMAP_PART_SIZE,
} from "./catalog.ts";
import * as sql from "./catalog-statements.ts";
import { type Parse, type Query, type Rows, transact } from "./d1-transaction.ts";
import { parseEntryRow } from "./entry-row.ts";
import { excerptRanges } from "./excerpt-ranges.ts";
import { type PostLabel, postLabels } from "./post-labels.ts";
import { parsePostRow, postRow } from "./post-row.ts";
import { integer, nullableInteger, nullableText, type Row, text } from "./row-cells.ts";
import { assertRowLimit } from "./row-limit.ts";
import { parseSitemapRow } from "./sitemap-row.ts";
import { matchExpression, searchRow } from "./search-row.ts";
import { sourceKey } from "./source-key.ts";

/** The database must have the tables of `migrations/`. */
export function createD1Catalog(database: D1Database): Catalog {
  const read = <T>(action: string, queries: readonly Query[], parse: Parse<T>): Promise<T> =>
    transact(database, { action, queries }, parse);

  /** Does what the queries say and answers with the generation after it. */
  const change = (action: string, queries: readonly Query[]): Promise<number> =>
    read(action, [...queries, [sql.SELECT_GENERATION]], (results) =>
      integer(onlyRow(results.at(-1)), "generation"),
    );

  /** As {@link change}, for includes and their generation. */
  const changeInclude = (action: string, queries: readonly Query[]): Promise<number> =>
    read(action, [...queries, [sql.COUNT_INCLUDES], [sql.SELECT_INCLUDES_GENERATION]], (results) =>
      integer(onlyRow(results.at(-1)), "includes_generation"),
    );

  return {
    state: (now) => read("read the state", [[sql.SELECT_STATE, now]], ([rows]) => parseState(rows)),

    async list({ now, offset, limit }) {
      assertRowLimit(limit);
      const queries: readonly Query[] = [
        [sql.SELECT_STATE, now],
        [sql.SELECT_LISTED, now, limit, offset],
      ];
      return read("list posts", queries, ([state, rows = []]) => ({
        state: parseState(state),
        entries: rows.flatMap((row) => parseEntryRow(row) ?? []),
      }));
    },

    async listByLabel({ kind, label, now, offset, limit }) {
      assertRowLimit(limit);
      const queries: readonly Query[] = [
        [sql.SELECT_STATE, now],
        [sql.SELECT_LABEL_NAME, now, kind, label],
        [sql.SELECT_LISTED_BY_LABEL, now, limit, offset, kind, label],
      ];
      return read(`list ${kind} "${label}"`, queries, ([state, names = [], rows = []]) => ({
        state: parseState(state),
        name: names[0] === undefined ? null : text(names[0], "name"),
        entries: rows.flatMap((row) => parseEntryRow(row) ?? []),
      }));
    },

    async labels({ kind, now, limit }) {
      assertRowLimit(limit);
      const queries: readonly Query[] = [
        [sql.SELECT_STATE, now],
        [sql.SELECT_LABELS, now, kind, limit],
      ];
      return read(`read the labels of kind "${kind}"`, queries, ([state, rows = []]) => ({
        state: parseState(state),
        labels: rows.flatMap((row) => parseLabel(row) ?? []),
      }));
    },

    async archive({ now, stretches, shown, offset, limit }) {
      assertRowLimit(limit);
      const json = JSON.stringify(stretches.map(({ from, to }) => [from, to]));
      const queries: readonly Query[] = [
        [sql.SELECT_STATE, now],
        [sql.SELECT_FILLED, now, json],
        [sql.SELECT_BETWEEN, now, shown.from, shown.to, limit, offset],
      ];
      return read("read the archive", queries, ([state, filled = [], rows]) => ({
        state: parseState(state),
        filled: filled.map((row) => integer(row, "starts_at")),
        posts: parsePosts(rows),
      }));
    },

    async search({ now, terms, limit }) {
      assertRowLimit(limit);
      const query: Query = [sql.SELECT_FOUND, now, matchExpression(terms), limit];
      return read("search", [query], ([rows = []]) =>
        rows.flatMap((row) => {
          const post = parsePostRow(row);
          return post === null ? [] : [{ post, text: text(row, "text") }];
        }),
      );
    },

    rows: (slug) => read(`read "${slug}"`, [[sql.SELECT_ROWS, slug]], ([rows]) => parsePosts(rows)),

    dataExcerpts: (slug) =>
      read(`read "${slug}"`, [[sql.SELECT_DATA_EXCERPTS, slug]], ([rows = []]) =>
        Object.fromEntries(rows.map((row) => [text(row, "locale"), text(row, "excerpt")])),
      ),

    neighbours({ slug, date }, now) {
      // A post that is still to come stands before all that is visible.
      const olderThan = date <= now ? ([date, slug] as const) : ([now + 1, ""] as const);
      const queries: readonly Query[] = [
        [sql.SELECT_NEWER, date, slug, now],
        [sql.SELECT_OLDER, ...olderThan],
      ];
      return read(`read "${slug}"`, queries, ([newer, older]) => ({
        newer: parsePosts(newer)[0] ?? null,
        older: parsePosts(older)[0] ?? null,
      }));
    },

    put(post, body = "") {
      const row = postRow(post);
      const queries: readonly Query[] = [
        [sql.RAISE_IF_POST_DIFFERS, ...row],
        [sql.UPSERT_POST, ...row],
        post.visibility === "public"
          ? [sql.UPSERT_SEARCH_TEXT, ...searchRow(post, body)]
          : [sql.DELETE_SEARCH_TEXT, sourceKey(post)],
        ...(post.isOriginal ? labelQueries(post, postLabels(post)) : []),
      ];
      return change(`put "${sourceKey(post)}"`, queries);
    },

    remove(address) {
      const key = postKey(address);
      const queries: readonly Query[] = [
        [sql.RAISE_IF_NOT_GONE, key],
        [sql.DELETE_DRAFT, key],
        [sql.MARK_GONE, key],
        [sql.DELETE_SEARCH_TEXT, key],
        ...(address.locale === null ? labelQueries({ slug: address.slug, date: 0 }, []) : []),
      ];
      return change(`remove "${key}"`, queries);
    },

    putDataExcerpts(locale, excerpts) {
      const queries = excerptRanges(excerpts).flatMap(({ after, upTo, json }): readonly Query[] => [
        [sql.RAISE_IF_DATA_EXCERPTS_DIFFER, locale, after, upTo, json],
        [sql.DELETE_DATA_EXCERPTS, locale, after, upTo, json],
        [sql.UPSERT_DATA_EXCERPTS, locale, json],
      ]);
      return change(`put the data excerpts of "${locale}"`, queries);
    },

    includes() {
      const queries: readonly Query[] = [[sql.SELECT_INCLUDES_GENERATION], [sql.SELECT_INCLUDES]];
      return read("read the includes", queries, ([state, rows = []]) => ({
        generation: integer(onlyRow(state), "includes_generation"),
        includes: rows.map((row) => ({
          path: text(row, "path"),
          text: text(row, "text"),
          sourceVersion: text(row, "source_version"),
        })),
      }));
    },

    putInclude: ({ path, text: source, sourceVersion }) =>
      changeInclude(`put include "${path}"`, [
        [sql.RAISE_IF_INCLUDE_DIFFERS, path, source],
        [sql.UPSERT_INCLUDE, path, source, sourceVersion],
      ]),

    removeInclude: (path) =>
      changeInclude(`remove include "${path}"`, [
        [sql.RAISE_IF_INCLUDE_EXISTS, path],
        [sql.DELETE_INCLUDE, path],
      ]),

    sitemap({ now, part }) {
      const last = part * SITEMAP_PART_SIZE;
      const queries: readonly Query[] = [
        [sql.SELECT_STATE, now],
        [sql.SELECT_LAST_ROW],
        [sql.SELECT_SITEMAP, now, last - SITEMAP_PART_SIZE, last],
      ];
      return read("read the sitemap", queries, ([state, end, rows = []]) => ({
        state: parseState(state),
        parts: Math.ceil((nullableInteger(onlyRow(end), "last_row") ?? 0) / SITEMAP_PART_SIZE),
        posts: rows.flatMap((row) => parseSitemapRow(row) ?? []),
      }));
    },

    async page({ limit, cursor = "" }) {
      assertRowLimit(limit);
      return read("read a page", [[sql.SELECT_PAGE, cursor, limit]], ([rows = []]) => {
        const last = rows.length === limit ? rows.at(-1) : undefined;
        const next = last === undefined ? null : text(last, "source_key");
        return { posts: parsePosts(rows), cursor: next };
      });
    },
  };
}

/** Only what is listed has labels: by them a list finds its posts. */
function labelQueries(
  { slug, date }: Pick<CatalogPost, "slug" | "date">,
  labels: readonly PostLabel[],
): readonly Query[] {
  const json = JSON.stringify(labels.map(({ kind, label, name }) => [kind, label, name]));
  return [
    [sql.DELETE_LABELS, slug, date, json],
    [sql.INSERT_LABELS, slug, date, json],
  ];
}

function parseState(rows: Rows | undefined): CatalogState {
  const row = onlyRow(rows);
  return {
    generation: integer(row, "generation"),
    visibleSince: nullableInteger(row, "visible_since"),
    changesAt: nullableInteger(row, "changes_at"),
    includesGeneration: integer(row, "includes_generation"),
  };
}

/** Null for a label whose posts are all still to come. */
function parseLabel(row: Row): CatalogLabel | null {
  const name = nullableText(row, "name");
  if (name === null) return null;
  return { label: text(row, "label"), name, count: integer(row, "visible") };
}

/** One bad row never takes a list down: it is left out. */
function parsePosts(rows: Rows = []): readonly CatalogPost[] {
  return rows.flatMap((row) => parsePostRow(row) ?? []);
}

function onlyRow(rows: Rows = []): Row {
  const [row] = rows;
  if (row === undefined) throw new TypeError('Cannot read table "catalog": it is empty');
  return row;
}
