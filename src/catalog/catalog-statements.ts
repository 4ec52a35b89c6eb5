// The SQL of the catalog. Every statement finds its rows by an index, whatever the size of the site: no
// counts, no scans, no sorting (test/catalog/d1-catalog-plans.workerd.test.ts asks SQLite).

import { POST_COLUMNS } from "./post-row.ts";

const COLUMNS = POST_COLUMNS.join(", ");
const OTHER_COLUMNS = POST_COLUMNS.slice(1);

/** An original that is in lists from its date on; in these words the partial index `posts_listed` is found. */
const LISTED = "is_original = 1 AND visibility = 'public'";

const RAISE = raise("generation");
const RAISE_INCLUDES = raise("includes_generation");

export const SELECT_GENERATION: string = "SELECT generation FROM catalog WHERE id = 1";

/** ?1 now. */
export const SELECT_STATE: string = `
  SELECT generation, includes_generation,
    (SELECT max(date) FROM posts WHERE visibility = 'public' AND date <= ?1) AS visible_since,
    (SELECT min(date) FROM posts WHERE visibility = 'public' AND date > ?1) AS changes_at
  FROM catalog WHERE id = 1`;

/**
 * ?1 now, ?2 limit, ?3 offset. What belongs to a post comes as JSON in the same row, so that one walk along the
 * index does for all: joined by queries of their own, page 500 read three times as many rows.
 */
export const SELECT_LISTED: string = `
  SELECT ${entryColumns("?1")}
  FROM posts WHERE ${LISTED} AND date <= ?1 ORDER BY date DESC, slug DESC LIMIT ?2 OFFSET ?3`;

/** ?1 now, ?2 limit, ?3 offset, ?4 kind, ?5 label. A label's own index has the order of the list. */
export const SELECT_LISTED_BY_LABEL: string = `
  SELECT ${entryColumns("?1")}
  FROM post_labels CROSS JOIN posts ON posts.slug = post_labels.slug AND ${LISTED}
  WHERE post_labels.kind = ?4 AND post_labels.label = ?5 AND post_labels.date <= ?1
  ORDER BY post_labels.date DESC, post_labels.slug DESC LIMIT ?2 OFFSET ?3`;

/** ?1 now, ?2 kind, ?3 label. */
export const SELECT_LABEL_NAME: string = `
  SELECT name FROM post_labels WHERE kind = ?2 AND label = ?3 AND date <= ?1
  ORDER BY date DESC, slug DESC LIMIT 1`;

/** ?1 now, ?2 kind, ?3 limit. Of each label's posts those are counted that are still to come. */
export const SELECT_LABELS: string = `
  SELECT label,
    (SELECT name FROM post_labels AS newest
      WHERE newest.kind = labels.kind AND newest.label = labels.label AND newest.date <= ?1
      ORDER BY newest.date DESC, newest.slug DESC LIMIT 1) AS name,
    total - (SELECT count(*) FROM post_labels AS later
      WHERE later.kind = labels.kind AND later.label = labels.label AND later.date > ?1) AS visible
  FROM labels WHERE kind = ?2 ORDER BY label LIMIT ?3`;

/** ?1 now, ?2 JSON list of stretches: `[[from, to]]`. Its upper bound is one value, so that the index ends at it. */
export const SELECT_FILLED: string = `
  SELECT value ->> 0 AS starts_at FROM json_each(?2)
  WHERE EXISTS (
    SELECT 1 FROM posts WHERE ${LISTED} AND date >= value ->> 0 AND date < min(value ->> 1, ?1 + 1))`;

/** ?1 now, ?2 from, ?3 to, ?4 limit, ?5 offset. */
export const SELECT_BETWEEN: string = `
  SELECT ${COLUMNS} FROM posts
  WHERE ${LISTED} AND date >= ?2 AND date < min(?3, ?1 + 1)
  ORDER BY date DESC, slug DESC LIMIT ?4 OFFSET ?5`;

/** ?1 slug. */
export const SELECT_ROWS: string = `SELECT ${COLUMNS} FROM posts WHERE slug = ?1 ORDER BY is_original DESC, locale`;

/** ?1 slug. */
export const SELECT_DATA_EXCERPTS: string =
  "SELECT slug, locale, excerpt FROM data_excerpts WHERE slug = ?1";

/** ?1 and ?2 date and slug of the post, ?3 now. */
export const SELECT_NEWER: string = `
  SELECT ${COLUMNS} FROM posts
  WHERE ${LISTED} AND (date, slug) > (?1, ?2) AND date <= ?3 ORDER BY date, slug LIMIT 1`;

/** ?1 and ?2 date and slug of the post. */
export const SELECT_OLDER: string = `
  SELECT ${COLUMNS} FROM posts
  WHERE ${LISTED} AND (date, slug) < (?1, ?2) ORDER BY date DESC, slug DESC LIMIT 1`;

/** ?1 source key to go on after, ?2 limit. */
export const SELECT_PAGE: string = `SELECT ${COLUMNS} FROM posts WHERE source_key > ?1 ORDER BY source_key LIMIT ?2`;

/**
 * ?1 now, ?2 row to begin after, ?3 last row. Rows keep their numbers when they change, and none is ever deleted: parts
 * are found without a walk over those before, which OFFSET would take.
 */
export const SELECT_SITEMAP: string = `
  SELECT slug, locale, is_original, max(date, coalesce(last_modified_at, date)) AS changed_at,
    (SELECT json_group_array(json_array(other.locale, other.is_original))
      FROM posts AS other
      WHERE other.slug = posts.slug AND other.visibility = 'public'
        AND other.is_in_sitemap = 1 AND other.date <= ?1) AS versions
  FROM posts NOT INDEXED WHERE rowid > ?2 AND rowid <= ?3
    AND visibility = 'public' AND is_in_sitemap = 1 AND date <= ?1
  ORDER BY rowid`;

export const SELECT_LAST_ROW: string = "SELECT max(rowid) AS last_row FROM posts";

/** ?1… a post's columns. */
export const RAISE_IF_POST_DIFFERS: string = `
  ${RAISE} AND NOT EXISTS (
    SELECT 1 FROM posts WHERE source_key = ?1
      AND (${OTHER_COLUMNS.join(", ")}) IS (${OTHER_COLUMNS.map((_, index) => `?${index + 2}`).join(", ")}))`;

/** ?1… a post's columns. An equal row is not written. */
export const UPSERT_POST: string = `
  INSERT INTO posts (${COLUMNS}) VALUES (${POST_COLUMNS.map((_, index) => `?${index + 1}`).join(", ")})
  ON CONFLICT (source_key) DO UPDATE
  SET ${OTHER_COLUMNS.map((column) => `${column} = excluded.${column}`).join(", ")}
  WHERE (${OTHER_COLUMNS.map((column) => `posts.${column}`).join(", ")})
    IS NOT (${OTHER_COLUMNS.map((column) => `excluded.${column}`).join(", ")})`;

/** ?1 source key. */
export const RAISE_IF_NOT_GONE: string = `
  ${RAISE} AND EXISTS (SELECT 1 FROM posts WHERE source_key = ?1 AND visibility <> 'gone')`;

/** ?1 source key. Nobody ever saw a draft: nothing tells that it was there. */
export const DELETE_DRAFT: string =
  "DELETE FROM posts WHERE source_key = ?1 AND visibility = 'draft'";

/** ?1 source key. */
export const MARK_GONE: string =
  "UPDATE posts SET visibility = 'gone' WHERE source_key = ?1 AND visibility = 'public'";

/** ?1 source key, ?2 text, ?3… words of title, tags, excerpt, body. An equal row is not written. */
export const UPSERT_SEARCH_TEXT: string = `
  INSERT INTO search_texts (source_key, text, title, tags, excerpt, body)
  VALUES (?1, ?2, ?3, ?4, ?5, ?6)
  ON CONFLICT (source_key) DO UPDATE
  SET text = excluded.text, title = excluded.title, tags = excluded.tags,
    excerpt = excluded.excerpt, body = excluded.body
  WHERE (search_texts.text, search_texts.title, search_texts.tags, search_texts.excerpt, search_texts.body)
    IS NOT (excluded.text, excluded.title, excluded.tags, excluded.excerpt, excluded.body)`;

/** ?1 source key. */
export const DELETE_SEARCH_TEXT: string = "DELETE FROM search_texts WHERE source_key = ?1";

/** ?1 now, ?2 what FTS5 matches, ?3 limit. The index gives its rows by rank: a word of the title weighs ten of the body. */
export const SELECT_FOUND: string = `
  SELECT search_texts.text AS text, ${POST_COLUMNS.map((column) => `posts.${column}`).join(", ")}
  FROM search
    CROSS JOIN search_texts ON search_texts.id = search.rowid
    CROSS JOIN posts ON posts.source_key = search_texts.source_key
  WHERE search MATCH ?2 AND search.rank MATCH 'bm25(10.0, 5.0, 3.0, 1.0)'
    AND posts.visibility = 'public' AND posts.date <= ?1
  ORDER BY search.rank LIMIT ?3`;

/** ?1 slug, ?2 date, ?3 JSON list of the labels that remain: `[["tag", "ceviri", "Çeviri"]]`. */
export const DELETE_LABELS: string = `
  DELETE FROM post_labels
  WHERE slug = ?1 AND (date <> ?2 OR (kind, label, name) NOT IN (
    SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(?3)))`;

/** Parameters as {@link DELETE_LABELS}. */
export const INSERT_LABELS: string = `
  INSERT INTO post_labels (slug, date, kind, label, name)
  SELECT ?1, ?2, value ->> 0, value ->> 1, value ->> 2 FROM json_each(?3) WHERE true
  ON CONFLICT DO NOTHING`;

const IN_RANGE_NO_MORE = `
  locale = ?1 AND slug > ?2 AND slug <= ?3 AND slug NOT IN (SELECT key FROM json_each(?4))`;

/** ?1 locale, ?2 slug to begin after, ?3 last slug, ?4 JSON map of all excerpts between. */
export const RAISE_IF_DATA_EXCERPTS_DIFFER: string = `
  ${RAISE} AND (
    EXISTS (SELECT 1 FROM data_excerpts WHERE ${IN_RANGE_NO_MORE})
    OR EXISTS (
      SELECT 1 FROM json_each(?4) AS given
      LEFT JOIN data_excerpts AS present ON present.slug = given.key AND present.locale = ?1
      WHERE present.excerpt IS NOT given.value))`;

/** Parameters as {@link RAISE_IF_DATA_EXCERPTS_DIFFER}. */
export const DELETE_DATA_EXCERPTS: string = `DELETE FROM data_excerpts WHERE ${IN_RANGE_NO_MORE}`;

/** ?1 locale, ?2 JSON map of slug to excerpt. */
export const UPSERT_DATA_EXCERPTS: string = `
  INSERT INTO data_excerpts (slug, locale, excerpt) SELECT key, ?1, value FROM json_each(?2) WHERE true
  ON CONFLICT DO UPDATE SET excerpt = excluded.excerpt WHERE data_excerpts.excerpt <> excluded.excerpt`;

export const SELECT_INCLUDES_GENERATION: string =
  "SELECT includes_generation FROM catalog WHERE id = 1";

/** Walks the whole table: what all together may hold is limited. */
export const SELECT_INCLUDES: string =
  "SELECT path, text, source_version FROM includes ORDER BY path";

/** ?1 path, ?2 text. */
export const RAISE_IF_INCLUDE_DIFFERS: string = `
  ${RAISE_INCLUDES} AND NOT EXISTS (SELECT 1 FROM includes WHERE path = ?1 AND text = ?2)`;

/** ?1 path, ?2 text, ?3 source version. An equal row is not written. */
export const UPSERT_INCLUDE: string = `
  INSERT INTO includes (path, text, source_version) VALUES (?1, ?2, ?3)
  ON CONFLICT (path) DO UPDATE SET text = excluded.text, source_version = excluded.source_version
  WHERE includes.text <> excluded.text OR includes.source_version <> excluded.source_version`;

/** ?1 path. */
export const RAISE_IF_INCLUDE_EXISTS: string = `
  ${RAISE_INCLUDES} AND EXISTS (SELECT 1 FROM includes WHERE path = ?1)`;

/** ?1 path. */
export const DELETE_INCLUDE: string = "DELETE FROM includes WHERE path = ?1";

/** After a change: the table refuses numbers beyond the limits, and with them the change. */
export const COUNT_INCLUDES: string = `
  UPDATE catalog SET
    include_count = (SELECT count(*) FROM includes),
    include_bytes = (SELECT coalesce(sum(octet_length(text)), 0) FROM includes)
  WHERE id = 1`;

/** A post's columns and, as JSON, what belongs to it; `now` is the parameter that holds the time. */
function entryColumns(now: string): string {
  return `${POST_COLUMNS.map((column) => `posts.${column}`).join(", ")},
    (SELECT json_group_array(json_array(${POST_COLUMNS.map((column) => `other.${column}`).join(", ")}))
      FROM posts AS other
      WHERE other.slug = posts.slug AND other.is_original = 0
        AND other.visibility = 'public' AND other.date <= ${now}) AS translations,
    (SELECT json_group_object(locale, excerpt)
      FROM data_excerpts WHERE data_excerpts.slug = posts.slug) AS data_excerpts`;
}

function raise(column: string): string {
  return `UPDATE catalog SET ${column} = max(${column} + 1, CAST(unixepoch('subsec') * 1000 AS INTEGER)) WHERE id = 1`;
}
