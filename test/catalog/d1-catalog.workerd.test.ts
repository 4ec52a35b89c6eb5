import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CatalogError } from "../../src/catalog/catalog.ts";
import { createD1Catalog } from "../../src/catalog/d1-catalog.ts";
import { searchTerms } from "../../src/post/search-words.ts";
import { describeCatalog } from "./catalog-contract.ts";
import { measuredDatabase } from "./measured-database.ts";
import { include, locale, post, slug, translation } from "./posts.ts";

const NOW = Date.UTC(2026, 4, 1, 12);

/** Nobody restores a database within the millisecond of a change; a test could. */
const CLOCK_TICK_MS = 5;

beforeEach(() => applyD1Migrations(env.CATALOG, env.MIGRATIONS));
afterEach(reset);

describeCatalog("createD1Catalog()", () => createD1Catalog(env.CATALOG));

describe("createD1Catalog() with rows that a person edited", () => {
  const damages = [
    "tags = 'no JSON'",
    `tags = '{"a": 1}'`,
    "tags = '[1]'",
    "categories = ''",
    "excerpts = '[]'",
    `excerpts = '{"en": null}'`,
    "excerpts = 'null'",
    "locale = 'no_locale'",
    "slug = 'No Slug'",
    "last_modified_at = 9007199254740993",
  ];

  it("list(), rows() and page() leave out a row that cannot be read, and put() repairs it", async () => {
    const catalog = createD1Catalog(env.CATALOG);
    const bad = post({ slug: slug("bad"), date: NOW });
    await catalog.put(post({ slug: slug("good"), date: NOW }));
    for (const damage of damages) {
      await catalog.put(bad);
      await env.CATALOG.exec(`UPDATE posts SET ${damage} WHERE source_key = 'posts/bad.md'`);
      const { entries } = await catalog.list({ now: NOW, offset: 0, limit: 10 });
      expect(
        entries.map((entry) => entry.post.slug),
        damage,
      ).toEqual(["good"]);
      expect((await catalog.page({ limit: 10 })).posts, damage).toHaveLength(1);
      expect(await catalog.rows(slug("bad")), damage).toEqual([]);
      await catalog.put(bad);
      expect(await catalog.rows(slug("bad")), damage).toEqual([bad]);
    }
  });

  it("list() leaves out a translation that cannot be read and shows its original", async () => {
    const catalog = createD1Catalog(env.CATALOG);
    await catalog.put(post({ date: NOW }));
    await catalog.put(translation("en", { date: NOW }));
    await catalog.put(translation("de", { date: NOW }));
    await env.CATALOG.exec("UPDATE posts SET tags = '[' WHERE locale = 'en'");
    expect((await catalog.list({ now: NOW, offset: 0, limit: 10 })).entries).toEqual([
      {
        post: post({ date: NOW }),
        translations: [translation("de", { date: NOW })],
        dataExcerpts: {},
      },
    ]);
  });

  it("no date can be written that would break the state of the catalog", async () => {
    const catalog = createD1Catalog(env.CATALOG);
    await catalog.put(post({}));
    await expect(env.CATALOG.exec("UPDATE posts SET date = 9007199254740993")).rejects.toThrow(
      "CHECK",
    );
    await expect(catalog.put(post({ date: Number.NaN }))).rejects.toThrow(CatalogError);
  });

  it("page() goes on behind a page of rows that cannot be read", async () => {
    const catalog = createD1Catalog(env.CATALOG);
    for (const name of ["a", "b", "c"]) await catalog.put(post({ slug: slug(name) }));
    await env.CATALOG.exec("UPDATE posts SET tags = '' WHERE slug <> 'c'");
    const first = await catalog.page({ limit: 2 });
    expect(first).toEqual({ posts: [], cursor: "posts/b.md" });
    expect((await catalog.page({ limit: 2, cursor: first.cursor ?? "" })).posts).toEqual([
      post({ slug: slug("c") }),
    ]);
  });
});

describe("createD1Catalog() on labels", () => {
  it("put() and remove() keep the tags and categories of public originals", async () => {
    const catalog = createD1Catalog(env.CATALOG);
    const labelled = post({ date: 5, tags: ["a", "b", "a"], categories: ["c"] });
    await catalog.put(labelled);
    await catalog.put(translation("en", { tags: ["translated"] }));
    expect(await labels()).toEqual(["a 5 merhaba", "b 5 merhaba", "c 5 merhaba"]);
    await catalog.put({ ...labelled, date: 6, tags: ["b", "d"], categories: [] });
    expect(await labels()).toEqual(["b 6 merhaba", "d 6 merhaba"]);
    await catalog.remove({ slug: slug("merhaba"), locale: locale("en") });
    expect(await labels()).toEqual(["b 6 merhaba", "d 6 merhaba"]);
    await catalog.put({ ...labelled, visibility: "draft" });
    expect(await labels()).toEqual([]);
    await catalog.put(labelled);
    await catalog.remove({ slug: slug("merhaba"), locale: null });
    expect(await labels()).toEqual([]);
  });
});

describe("createD1Catalog() and its generation", () => {
  it("put() of an equal row writes nothing", async () => {
    const catalog = createD1Catalog(env.CATALOG);
    const labelled = post({ tags: ["a", "b"], categories: ["c"] });
    await catalog.put(labelled);
    const measured = measuredDatabase(env.CATALOG);
    await createD1Catalog(measured.database).put(labelled);
    expect(measured.rowsWritten()).toBe(0);
  });

  it("state() of a database made anew has a generation that the old one never reached", async () => {
    const catalog = createD1Catalog(env.CATALOG);
    let last = 0;
    for (let count = 0; count < 20; count++) last = await catalog.put(post({ title: `${count}` }));
    await reset();
    await scheduler.wait(CLOCK_TICK_MS);
    await applyD1Migrations(env.CATALOG, env.MIGRATIONS);
    expect((await createD1Catalog(env.CATALOG).state(NOW)).generation).toBeGreaterThan(last);
  });

  it("put() in a database set back to an older state gives no generation twice", async () => {
    const catalog = createD1Catalog(env.CATALOG);
    const before = await catalog.put(post({ title: "before" }));
    const lost = await catalog.put(post({ title: "lost" }));
    await env.CATALOG.exec(`UPDATE catalog SET generation = ${before}`);
    await scheduler.wait(CLOCK_TICK_MS);
    expect(await catalog.put(post({ title: "other" }))).not.toBe(lost);
  });

  it("putInclude() gives no number twice, in a database made anew or set back either", async () => {
    const catalog = createD1Catalog(env.CATALOG);
    let last = 0;
    for (let count = 0; count < 20; count++)
      last = await catalog.putInclude(include("a.html", `${count}`));
    await scheduler.wait(CLOCK_TICK_MS);
    await env.CATALOG.exec("UPDATE catalog SET includes_generation = 0");
    expect(await catalog.putInclude(include("a.html", "set back"))).toBeGreaterThan(last);
  });

  it("putInclude() of an equal text writes no include", async () => {
    const catalog = createD1Catalog(env.CATALOG);
    await catalog.putInclude(include("a.html", "a"));
    const measured = measuredDatabase(env.CATALOG);
    await createD1Catalog(measured.database).putInclude(include("a.html", "a"));
    expect(measured.rowsWritten()).toBeLessThanOrEqual(1); // the row of the counts
  });
});

describe("createD1Catalog() when D1 fails", () => {
  it("throws CatalogError with the cause", async () => {
    await reset();
    const catalog = createD1Catalog(env.CATALOG);
    const calls: readonly (() => Promise<unknown>)[] = [
      () => catalog.state(NOW),
      () => catalog.list({ now: NOW, offset: 0, limit: 10 }),
      () => catalog.listByLabel({ kind: "tag", label: "a", now: NOW, offset: 0, limit: 10 }),
      () => catalog.labels({ kind: "tag", now: NOW, limit: 10 }),
      () =>
        catalog.archive({
          now: NOW,
          offset: 0,
          limit: 1,
          stretches: [],
          shown: { from: 0, to: 1 },
        }),
      () => catalog.search({ now: NOW, terms: searchTerms("a"), limit: 1 }),
      () => catalog.rows(slug("a")),
      () => catalog.dataExcerpts(slug("a")),
      () => catalog.neighbours({ slug: slug("a"), date: 1 }, NOW),
      () => catalog.put(post({})),
      () => catalog.remove({ slug: slug("a"), locale: null }),
      () => catalog.putDataExcerpts(locale("en"), {}),
      () => catalog.sitemap({ now: NOW, part: 1 }),
      () => catalog.page({ limit: 1 }),
      () => catalog.includes(),
      () => catalog.putInclude(include("a.html", "a")),
      () => catalog.removeInclude("a.html"),
    ];
    for (const call of calls) {
      const error: unknown = await call().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(CatalogError);
      expect(error).toMatchObject({
        message: expect.stringMatching(/^Cannot .+: the catalog failed$/),
      });
      expect(error).toMatchObject({ cause: { message: expect.stringContaining("no such table") } });
    }
  });

  it("changes nothing at all if a part of a change fails", async () => {
    const catalog = createD1Catalog(env.CATALOG);
    const { generation } = await catalog.state(NOW);
    await env.CATALOG.exec("DROP TABLE post_labels");
    await expect(catalog.put(post({ tags: ["a"] }))).rejects.toThrow(CatalogError);
    expect(await catalog.rows(slug("merhaba"))).toEqual([]);
    expect((await catalog.state(NOW)).generation).toBe(generation);
  });
});

/** `label date slug` of both kinds, sorted. */
async function labels(): Promise<readonly string[]> {
  const { results } = await env.CATALOG.prepare(
    "SELECT label || ' ' || date || ' ' || slug AS label FROM post_labels ORDER BY 1",
  ).all<{ readonly label: string }>();
  return results.map(({ label }) => label);
}
