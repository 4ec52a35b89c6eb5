// What the catalog costs on a large site: SQLite's own plans, and the rows that D1 says it read.

import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Catalog } from "../../src/catalog/catalog.ts";
import * as statements from "../../src/catalog/catalog-statements.ts";
import { createD1Catalog } from "../../src/catalog/d1-catalog.ts";
import { measuredDatabase } from "./measured-database.ts";
import { include, locale, post, slug } from "./posts.ts";

/** Milliseconds between the posts of the generated site. */
const HOUR = 3_600_000;

/** Twenty thousand rows take some seconds to write. */
const SEED_TIMEOUT_MS = 60_000;

/** Where a search ends in an index, it may look at a row or two more. */
const INDEX_EDGE_ROWS = 3;

beforeEach(() => applyD1Migrations(env.CATALOG, env.MIGRATIONS));
afterEach(reset);

describe("catalog statements", () => {
  it("find every row by an index and sort nothing", async () => {
    const faults: Record<string, readonly string[]> = {};
    for (const [name, statement] of Object.entries(statements)) {
      const slow = (await queryPlan(statement)).filter(isSlow);
      if (slow.length > 0) faults[name] = slow;
    }
    expect(faults).toEqual({});
  });

  it("would be caught if they scanned or sorted", async () => {
    const slow = [
      "SELECT title FROM posts",
      "SELECT count(*) FROM posts",
      "SELECT slug FROM posts WHERE slug = ?1 ORDER BY date",
      "SELECT slug FROM posts WHERE visibility = 'public' AND is_original = 1 ORDER BY date DESC",
    ];
    for (const statement of slow) {
      expect((await queryPlan(statement)).some(isSlow), statement).toBe(true);
    }
  });
});

describe("createD1Catalog() on a large site", () => {
  it("reads no more rows of 20,000 posts than of 1,000", { timeout: SEED_TIMEOUT_MS }, async () => {
    await seed(1, 1000);
    const small = await rowsRead(1000);
    await seed(1001, 20_000);
    const large = await rowsRead(20_000);
    for (const [call, rows] of Object.entries(large)) {
      expect(rows, call).toBeLessThanOrEqual((small[call] ?? 0) + INDEX_EDGE_ROWS);
    }
    // Absolute bounds, so that both sizes cannot be slow alike: a page of ten posts, three rows a post.
    expect(small["state()"]).toBeLessThanOrEqual(10);
    expect(small["list() first page"]).toBeLessThanOrEqual(150);
    expect(small["neighbours()"]).toBeLessThanOrEqual(10);
    expect(small["put() changed"]).toBeLessThanOrEqual(60);
    expect(small["put() unchanged"]).toBeLessThanOrEqual(60);
  });
});

async function queryPlan(statement: string): Promise<readonly string[]> {
  const numbers = [...statement.matchAll(/\?(\d+)/g)].map(([, number]) => Number(number));
  const values = Array.from({ length: Math.max(0, ...numbers) }, () => "[]");
  const explain = env.CATALOG.prepare(`EXPLAIN QUERY PLAN ${statement}`).bind(...values);
  const { results } = await explain.all<{ readonly detail: string }>();
  return results.map(({ detail }) => detail);
}

/**
 * A walk through a whole table or index, or a sort. A virtual table is JSON from a parameter, and the table of
 * includes holds at most 500, whatever the size of the site.
 */
function isSlow(step: string): boolean {
  if (step.includes("TEMP B-TREE")) return true;
  return step.startsWith("SCAN") && !/VIRTUAL TABLE|^SCAN includes\b/.test(step);
}

/** Rows read by each call in the middle of a site of `size` posts, half of them still to come. */
async function rowsRead(size: number): Promise<Readonly<Record<string, number>>> {
  const middle = Math.floor(size / 2);
  const now = middle * HOUR;
  const visible = { slug: slug(`p${middle}`), date: now };
  const scheduled = { slug: slug(`p${middle + 300}`), date: (middle + 300) * HOUR };
  await createD1Catalog(env.CATALOG).putDataExcerpts(locale("az"), { p1: "before" });
  const changed = post({ ...visible, title: `Changed at ${size}`, tags: ["new", "tag-1"] });
  return {
    "state()": await cost((catalog) => catalog.state(now)),
    "list() first page": await cost((catalog) => catalog.list({ now, offset: 0, limit: 10 })),
    "listByLabel() first page": await cost((catalog) =>
      catalog.listByLabel({ kind: "tag", label: "tag-7", now, offset: 0, limit: 10 }),
    ),
    "listByLabel() of a label that every post has": await cost((catalog) =>
      catalog.listByLabel({ kind: "category", label: "category", now, offset: 0, limit: 10 }),
    ),
    "labels() with nothing scheduled": await cost((catalog) =>
      catalog.labels({ kind: "tag", now: size * HOUR, limit: 100 }),
    ),
    "archive()": await cost((catalog) =>
      catalog.archive({
        now,
        stretches: [
          { from: 0, to: now },
          { from: now, to: now * 2 },
          { from: -now, to: 0 },
        ],
        shown: { from: 0, to: now - 100 * HOUR },
        offset: 0,
        limit: 10,
      }),
    ),
    "rows()": await cost((catalog) => catalog.rows(visible.slug)),
    "dataExcerpts()": await cost((catalog) => catalog.dataExcerpts(visible.slug)),
    "neighbours()": await cost((catalog) => catalog.neighbours(visible, now)),
    "neighbours() scheduled": await cost((catalog) => catalog.neighbours(scheduled, now)),
    "sitemap()": await cost((catalog) => catalog.sitemap({ now: 1000 * HOUR, part: 1 })),
    "page()": await cost((catalog) => catalog.page({ limit: 10, cursor: "posts/p5" })),
    "put() changed": await cost((catalog) => catalog.put(changed)),
    "put() unchanged": await cost((catalog) => catalog.put(changed)),
    "remove()": await cost((catalog) => catalog.remove({ slug: visible.slug, locale: null })),
    "includes()": await cost((catalog) => catalog.includes()),
    "putInclude()": await cost((catalog) => catalog.putInclude(include("a.html", `${size}`))),
    "putDataExcerpts()": await cost((catalog) =>
      catalog.putDataExcerpts(locale("az"), { p1: `${size}` }),
    ),
  };
}

/** Rows that D1 read for the calls of `use`. */
async function cost(use: (catalog: Catalog) => Promise<unknown>): Promise<number> {
  const measured = measuredDatabase(env.CATALOG);
  await use(createD1Catalog(measured.database));
  return measured.rowsRead();
}

/** Posts p<from> to p<to>, each with a translation, a data excerpt, three tags and a category; some are drafts. */
async function seed(from: number, to: number): Promise<void> {
  const numbers = `WITH RECURSIVE numbers (n) AS (SELECT ${from} UNION ALL SELECT n + 1 FROM numbers WHERE n < ${to})`;
  const date = `n * ${HOUR}`;
  const insertPosts = (key: string, columns: string) => `
    INSERT INTO posts ${numbers}
    SELECT ${key}, 'p' || n, ${columns}, 'Title', ${date}, NULL, iif(n % 5 = 3, 'draft', 'public'),
      '["a", "b"]', '["c"]', 'Excerpt', '{"en": "Excerpt"}', 3, NULL, 'v', 1 FROM numbers`;
  await env.CATALOG.batch(
    [
      insertPosts("'posts/p' || n || '.md'", "'tr', 1"),
      insertPosts("'posts/p' || n || '.en.md'", "'en', 0"),
      `INSERT INTO post_labels ${numbers}, names (k) AS (VALUES (0), (1), (2))
       SELECT 'tag', 'tag-' || ((n * 3 + k) % 50), ${date}, 'p' || n, 'Tag' FROM numbers, names`,
      `INSERT INTO post_labels ${numbers} SELECT 'category', 'category', ${date}, 'p' || n, 'C' FROM numbers`,
      `INSERT INTO data_excerpts ${numbers} SELECT 'p' || n, 'de', 'Auszug' FROM numbers`,
    ].map((statement) => env.CATALOG.prepare(statement)),
  );
}
