// What every backend of the catalog promises; run by one file for each.

import { describe, expect, it } from "vitest";
import { type ArchiveQuery, type Catalog, CatalogError } from "../../src/catalog/catalog.ts";
import { MAX_INCLUDE_BYTES, MAX_INCLUDES, MAX_INCLUDES_BYTES } from "../../src/post/includes.ts";
import { searchTerms } from "../../src/post/search-words.ts";
import { TURKISH_MISSES, TURKISH_POSTS, TURKISH_QUERIES } from "./turkish-queries.ts";
import { include, locale, post, slug, translation } from "./posts.ts";

const NOW = Date.UTC(2026, 4, 1, 12);
const MINUTE = 60_000;

const ODD_TEXTS = {
  title: `"Kıyı" & 'İstanbul' 日本 שלום 𐐨 \\ ?1 %s`,
  tags: ["yapay zekâ", "NLP", "a'b\"c"],
  categories: ["Makale"],
  excerpt: "Satır\nsonu\t\u0000.",
  excerpts: { tr: "ğ", "zh-Hant": "字" },
} as const;

/** `createCatalog` gives an empty catalog. */
export function describeCatalog(name: string, createCatalog: () => Catalog): void {
  describe(name, () => {
    describeState(createCatalog);
    describeList(createCatalog);
    describeLabels(createCatalog);
    describeArchive(createCatalog);
    describeSearch(createCatalog);
    describeRows(createCatalog);
    describeNeighbours(createCatalog);
    describeChanges(createCatalog);
    describeDataExcerpts(createCatalog);
    describeIncludes(createCatalog);
    describePages(createCatalog);
    describeSitemap(createCatalog);
  });
}

function describeSitemap(createCatalog: () => Catalog): void {
  it("sitemap() of an empty catalog has no part", async () => {
    const sitemap = await createCatalog().sitemap({ now: NOW, part: 1 });
    expect(sitemap).toMatchObject({ parts: 0, posts: [] });
  });

  it("sitemap() names the visible files in the order in which they came, each with its languages", async () => {
    const catalog = createCatalog();
    await catalog.put(translation("en", { date: NOW, lastModifiedAt: NOW + 1 }));
    await catalog.put(post({ slug: slug("a"), date: NOW, lastModifiedAt: NOW - 1 }));
    const generation = await catalog.put(post({ date: NOW - MINUTE }));
    const { state, parts, posts } = await catalog.sitemap({ now: NOW, part: 1 });
    const both = [
      { locale: locale("tr"), isOriginal: true },
      { locale: locale("en"), isOriginal: false },
    ];
    expect({ parts, generation: state.generation }).toEqual({ parts: 1, generation });
    expect(posts).toEqual([
      { slug: slug("merhaba"), ...both[1], changedAt: NOW + 1, versions: both },
      { slug: slug("a"), ...both[0], changedAt: NOW, versions: [both[0]] },
      { slug: slug("merhaba"), ...both[0], changedAt: NOW - MINUTE, versions: both },
    ]);
    expect((await catalog.sitemap({ now: NOW, part: 2 })).posts).toEqual([]);
  });

  it("sitemap() tells nothing of what is hidden, scheduled, gone or left out by its author", async () => {
    const catalog = createCatalog();
    await catalog.put(post({ date: NOW }));
    await catalog.put(translation("de", { date: NOW, isInSitemap: false }));
    await catalog.put(translation("en", { date: NOW + 1 }));
    await catalog.put(translation("fr", { date: NOW, visibility: "draft" }));
    await catalog.put(post({ slug: slug("gone"), date: NOW }));
    await catalog.remove({ slug: slug("gone"), locale: null });
    const { posts } = await catalog.sitemap({ now: NOW, part: 1 });
    expect(posts.map(({ slug, versions }) => [slug, versions.length])).toEqual([["merhaba", 1]]);
    expect((await catalog.sitemap({ now: NOW + 1, part: 1 })).posts).toHaveLength(2);
  });

  it("sitemap() is changed by a file that is left out of it", async () => {
    const catalog = createCatalog();
    const generation = await catalog.put(post({ date: NOW }));
    expect(await catalog.put(post({ date: NOW, isInSitemap: false }))).toBeGreaterThan(generation);
    expect((await catalog.rows(slug("merhaba")))[0]?.isInSitemap).toBe(false);
  });
}

function describeState(createCatalog: () => Catalog): void {
  it("state() of an empty catalog has a generation and no dates", async () => {
    const state = await createCatalog().state(NOW);
    expect(state).toMatchObject({ visibleSince: null, changesAt: null, includesGeneration: 0 });
    expect(state.generation).toBeGreaterThan(0);
  });

  it("state() names the newest visible and the next scheduled post", async () => {
    const catalog = createCatalog();
    for (const minutes of [-20, -10, 10, 20]) {
      await catalog.put(post({ slug: slug(`p${20 + minutes}`), date: NOW + minutes * MINUTE }));
    }
    expect(await catalog.state(NOW)).toMatchObject({
      visibleSince: NOW - 10 * MINUTE,
      changesAt: NOW + 10 * MINUTE,
    });
  });

  it("state() changes at the very millisecond of a scheduled post, without a change of the catalog", async () => {
    const catalog = createCatalog();
    const generation = await catalog.put(post({ date: NOW }));
    expect(await catalog.state(NOW - 1)).toEqual({
      generation,
      visibleSince: null,
      changesAt: NOW,
      includesGeneration: 0,
    });
    expect(await catalog.state(NOW)).toEqual({
      generation,
      visibleSince: NOW,
      changesAt: null,
      includesGeneration: 0,
    });
  });

  it("state() regards scheduled translations, and no drafts nor posts that are gone", async () => {
    const catalog = createCatalog();
    await catalog.put(post({ date: NOW - MINUTE }));
    await catalog.put(translation("en", { date: NOW + 2 * MINUTE }));
    await catalog.put(post({ slug: slug("draft"), date: NOW + MINUTE, visibility: "draft" }));
    await catalog.put(post({ slug: slug("gone"), date: NOW, visibility: "gone" }));
    expect(await catalog.state(NOW)).toMatchObject({
      visibleSince: NOW - MINUTE,
      changesAt: NOW + 2 * MINUTE,
    });
  });

  it("state() holds dates before 1970", async () => {
    const catalog = createCatalog();
    await catalog.put(post({ date: -5 }));
    expect((await catalog.state(NOW)).visibleSince).toBe(-5);
  });
}

function describeList(createCatalog: () => Catalog): void {
  it("list() of an empty catalog is empty", async () => {
    const list = await createCatalog().list({ now: NOW, offset: 0, limit: 10 });
    expect(list.entries).toEqual([]);
  });

  it("list() returns visible originals, newest first, of one date the last slug first", async () => {
    const catalog = createCatalog();
    // U+FA0E comes before U+10428 in the order of bytes, after it in JavaScript's own.
    for (const name of ["b", "a", "𐐨", "﨎"]) {
      await catalog.put(post({ slug: slug(name), date: NOW }));
    }
    await catalog.put(post({ slug: slug("old"), date: NOW - MINUTE }));
    await catalog.put(post({ slug: slug("new"), date: NOW + 1 }));
    await catalog.put(post({ slug: slug("draft"), date: NOW, visibility: "draft" }));
    await catalog.put(post({ slug: slug("gone"), date: NOW, visibility: "gone" }));
    await catalog.put(translation("en", { slug: slug("no-original"), date: NOW }));
    expect(await slugs(catalog, NOW)).toEqual(["𐐨", "﨎", "b", "a", "old"]);
    expect(await slugs(catalog, NOW + 1)).toEqual(["new", "𐐨", "﨎", "b", "a", "old"]);
  });

  it("list() skips `offset` posts and returns at most `limit`", async () => {
    const catalog = createCatalog();
    for (const day of [1, 2, 3, 4, 5])
      await catalog.put(post({ slug: slug(`p${day}`), date: day }));
    const page = async (offset: number, limit: number) =>
      (await catalog.list({ now: NOW, offset, limit })).entries.map((entry) => entry.post.slug);
    expect(await page(0, 2)).toEqual(["p5", "p4"]);
    expect(await page(2, 2)).toEqual(["p3", "p2"]);
    expect(await page(4, 2)).toEqual(["p1"]);
    expect(await page(1_000_000_000, 2)).toEqual([]);
  });

  it("list() brings visible translations and data excerpts with each post, and no others'", async () => {
    const catalog = createCatalog();
    const original = post({ slug: slug("a"), date: NOW });
    const english = translation("en", { slug: slug("a"), date: NOW, ...ODD_TEXTS });
    const arabic = translation("ar", { slug: slug("a"), date: NOW - MINUTE });
    await catalog.put(original);
    await catalog.put(english);
    await catalog.put(arabic);
    await catalog.put(translation("de", { slug: slug("a"), date: NOW + 1 }));
    await catalog.put(translation("fr", { slug: slug("a"), visibility: "draft" }));
    await catalog.put(translation("it", { slug: slug("a"), visibility: "gone" }));
    await catalog.put(post({ slug: slug("b"), date: NOW - MINUTE }));
    await catalog.putDataExcerpts(locale("de"), { a: "Kurz", c: "Niemand" });
    await catalog.putDataExcerpts(locale("fr"), { a: `"Court"` });
    expect((await catalog.list({ now: NOW, offset: 0, limit: 1 })).entries).toEqual([
      {
        post: original,
        translations: [arabic, english],
        dataExcerpts: { de: "Kurz", fr: `"Court"` },
      },
    ]);
    expect((await catalog.list({ now: NOW, offset: 1, limit: 1 })).entries).toMatchObject([
      { post: { slug: "b" }, translations: [], dataExcerpts: {} },
    ]);
  });

  it("list() tells the state in which it was read", async () => {
    const catalog = createCatalog();
    await catalog.put(post({ date: NOW }));
    await catalog.put(post({ slug: slug("scheduled"), date: NOW + MINUTE }));
    const { state } = await catalog.list({ now: NOW, offset: 0, limit: 1 });
    expect(state).toEqual(await catalog.state(NOW));
    expect(state).toMatchObject({ visibleSince: NOW, changesAt: NOW + MINUTE });
  });

  it("list() and page() throw RangeError for a limit that is none", async () => {
    for (const limit of [0, -1, 1.5, 1001, Number.NaN]) {
      await expect(createCatalog().list({ now: NOW, offset: 0, limit })).rejects.toThrow(
        RangeError,
      );
      await expect(createCatalog().page({ limit })).rejects.toThrow(RangeError);
    }
  });
}

function describeLabels(createCatalog: () => Catalog): void {
  const TAG = { kind: "tag", now: NOW, offset: 0, limit: 10 } as const;
  const ALL = { kind: "tag", now: NOW, limit: 10 } as const;

  it("listByLabel() is the list() of the originals with a label, however they spell it", async () => {
    const catalog = createCatalog();
    const older = post({ slug: slug("a"), date: NOW - MINUTE, tags: ["ceviri", "Çeviri", "x"] });
    const newer = post({ slug: slug("b"), date: NOW, tags: ["y", "ÇEVİRİ"] });
    const english = translation("en", { slug: slug("b"), date: NOW, tags: ["translation"] });
    for (const row of [older, newer, english]) await catalog.put(row);
    await catalog.put(post({ slug: slug("other"), date: NOW, tags: ["çeviriler"] }));
    await catalog.put(post({ slug: slug("category"), date: NOW, categories: ["Çeviri"] }));
    await catalog.putDataExcerpts(locale("de"), { b: "Kurz" });
    const list = await catalog.listByLabel({ ...TAG, label: "ceviri" });
    expect(list).toEqual({
      state: await catalog.state(NOW),
      name: "ÇEVİRİ",
      entries: [
        { post: newer, translations: [english], dataExcerpts: { de: "Kurz" } },
        { post: older, translations: [], dataExcerpts: {} },
      ],
    });
    const category = await catalog.listByLabel({ ...TAG, kind: "category", label: "ceviri" });
    expect(category.entries.map((entry) => entry.post.slug)).toEqual(["category"]);
    const second = await catalog.listByLabel({ ...TAG, label: "ceviri", offset: 1, limit: 1 });
    expect(second.entries.map((entry) => entry.post.slug)).toEqual(["a"]);
    expect(second.name).toBe("ÇEVİRİ");
  });

  it("listByLabel() and labels() know nothing of drafts, scheduled and gone posts, nor of translations", async () => {
    const catalog = createCatalog();
    await catalog.put(post({ slug: slug("draft"), tags: ["a"], visibility: "draft" }));
    await catalog.put(post({ slug: slug("gone"), tags: ["a"] }));
    await catalog.remove({ slug: slug("gone"), locale: null });
    await catalog.put(post({ slug: slug("later"), tags: ["a", "b"], date: NOW + MINUTE }));
    await catalog.put(translation("en", { slug: slug("later"), tags: ["c"] }));
    for (const label of ["a", "b", "c", ""]) {
      const list = await catalog.listByLabel({ ...TAG, label });
      expect(list, label).toMatchObject({ name: null, entries: [] });
    }
    expect((await catalog.labels(ALL)).labels).toEqual([]);
    const later = await catalog.labels({ ...ALL, now: NOW + MINUTE });
    expect(later.labels).toEqual([
      { label: "a", name: "a", count: 1 },
      { label: "b", name: "b", count: 1 },
    ]);
    expect(later.state).toEqual(await catalog.state(NOW + MINUTE));
  });

  it("labels() counts visible posts, by address, under the newest one's spelling", async () => {
    const catalog = createCatalog();
    await catalog.put(post({ slug: slug("a"), date: NOW - 2, tags: ["nlp", "Zekâ"] }));
    await catalog.put(post({ slug: slug("b"), date: NOW - 1, tags: ["NLP", "nlp", "!!!"] }));
    await catalog.put(post({ slug: slug("c"), date: NOW + 1, tags: ["Nlp"] }));
    const nlp = { label: "nlp", name: "NLP", count: 2 };
    expect((await catalog.labels(ALL)).labels).toEqual([
      nlp,
      { label: "zeka", name: "Zekâ", count: 1 },
    ]);
    expect((await catalog.labels({ ...ALL, limit: 1 })).labels).toEqual([nlp]);
    expect((await catalog.labels({ ...ALL, kind: "category" })).labels).toEqual([]);
  });

  it("labels() follow each change of a post", async () => {
    const catalog = createCatalog();
    const names = async (): Promise<readonly string[]> =>
      (await catalog.labels(ALL)).labels.map(({ name, count }) => `${name} ${count}`);
    await catalog.put(post({ tags: ["Dil", "Yazı"] }));
    await catalog.put(post({ tags: ["Yazı", "dil"], date: 2 }));
    expect(await names()).toEqual(["dil 1", "Yazı 1"]);
    await catalog.put(post({ tags: ["yazı"], date: 2 }));
    expect(await names()).toEqual(["yazı 1"]);
    await catalog.put(post({ tags: ["yazı"], date: 2, visibility: "draft" }));
    expect(await names()).toEqual([]);
  });
}

function describeArchive(createCatalog: () => Catalog): void {
  const ALWAYS = { from: -8.64e15, to: 8.64e15 };
  const QUERY = { now: NOW, offset: 0, limit: 10, stretches: [], shown: ALWAYS };

  it("archive() tells which stretches have visible originals", async () => {
    const catalog = createCatalog();
    await catalog.put(post({ slug: slug("a"), date: -5 }));
    await catalog.put(post({ slug: slug("b"), date: 20 }));
    await catalog.put(post({ slug: slug("draft"), date: 30, visibility: "draft" }));
    await catalog.put(translation("en", { slug: slug("b"), date: 40 }));
    await catalog.put(post({ slug: slug("later"), date: NOW + 1 }));
    const stretches = [
      { from: NOW + 1, to: NOW + 10 },
      { from: 30, to: NOW + 1 },
      { from: 20, to: 30 },
      { from: 10, to: 20 },
      { from: -8.64e15, to: 0 },
    ];
    const archive = await catalog.archive({ ...QUERY, stretches });
    expect(archive.filled).toEqual([20, -8.64e15]);
    expect(archive.state).toEqual(await catalog.state(NOW));
    const later = await catalog.archive({ ...QUERY, stretches, now: NOW + 1 });
    expect(later.filled).toEqual([NOW + 1, 20, -8.64e15]);
  });

  it("archive() lists the visible originals of a stretch, newest first", async () => {
    const catalog = createCatalog();
    for (const day of [1, 2, 3, 4]) await catalog.put(post({ slug: slug(`p${day}`), date: day }));
    await catalog.put(post({ slug: slug("p3b"), date: 3 }));
    await catalog.put(post({ slug: slug("draft"), date: 3, visibility: "draft" }));
    await catalog.put(translation("en", { slug: slug("p3"), date: 3 }));
    await catalog.put(post({ slug: slug("later"), date: NOW + 1 }));
    const posts = async (query: Partial<ArchiveQuery>): Promise<readonly string[]> =>
      (await catalog.archive({ ...QUERY, ...query })).posts.map((row) => row.slug);
    expect(await posts({})).toEqual(["p4", "p3b", "p3", "p2", "p1"]);
    expect(await posts({ shown: { from: 2, to: 4 } })).toEqual(["p3b", "p3", "p2"]);
    expect(await posts({ shown: { from: 2, to: 4 }, offset: 1, limit: 1 })).toEqual(["p3"]);
    expect(await posts({ now: 3 })).toEqual(["p3b", "p3", "p2", "p1"]);
    expect(await posts({ shown: { from: 5, to: 9 } })).toEqual([]);
  });
}

function describeSearch(createCatalog: () => Catalog): void {
  async function found(catalog: Catalog, query: string, now = NOW): Promise<readonly string[]> {
    const hits = await catalog.search({ now, terms: searchTerms(query), limit: 10 });
    return hits.map(({ post: { slug: name, locale: tag, isOriginal } }) =>
      isOriginal ? name : `${name}.${tag}`,
    );
  }

  async function turkishCatalog(): Promise<Catalog> {
    const catalog = createCatalog();
    for (const [name, [title, body]] of Object.entries(TURKISH_POSTS))
      await catalog.put(post({ slug: slug(name), title, date: NOW }), body);
    return catalog;
  }

  it("search() finds what readers of Turkish type, and nothing else", async () => {
    const catalog = await turkishCatalog();
    for (const [query, name] of TURKISH_QUERIES)
      expect(await found(catalog, query), query).toEqual([name]);
    for (const query of TURKISH_MISSES) expect(await found(catalog, query), query).toEqual([]);
  });

  it("search() finds words of scripts without spaces, and of Arabic without its points", async () => {
    const catalog = createCatalog();
    await catalog.put(
      post({ slug: slug("ja"), title: "改行とルビ" }),
      "日本語の文章を機械翻訳する。",
    );
    await catalog.put(post({ slug: slug("zh"), title: "机器翻译" }), "注意力机制，从零开始。");
    await catalog.put(post({ slug: slug("ar"), title: "التَّرْجَمَة" }), "الترجمة بين ضفّتين، أحمد.");
    for (const query of ["翻訳", "機械翻訳", "ルビ", "日本語 文章", "訳", "ﾙﾋﾞ"])
      expect(await found(catalog, query), query).toEqual(["ja"]);
    for (const query of ["翻译", "注意力机制", "从零", "译"])
      expect(await found(catalog, query), query).toEqual(["zh"]);
    for (const query of ["الترجمة", "التَّرْجَمَةُ", "احمد", "ضفتين"])
      expect(await found(catalog, query), query).toEqual(["ar"]);
    for (const query of ["翻日", "語日", "訳翻", "مدرسة"])
      expect(await found(catalog, query), query).toEqual([]);
  });

  it("search() ranks the title before tags, excerpt and body", async () => {
    const catalog = createCatalog();
    await catalog.put(post({ slug: slug("body"), title: "a" }), "Deniz.");
    await catalog.put(post({ slug: slug("excerpt"), title: "a", excerpt: "Deniz." }), "x");
    await catalog.put(post({ slug: slug("title"), title: "Deniz" }), "x");
    await catalog.put(post({ slug: slug("tag"), title: "a", tags: ["deniz"] }), "x");
    expect(await found(catalog, "deniz")).toEqual(["title", "tag", "excerpt", "body"]);
    const two = await catalog.search({ now: NOW, terms: searchTerms("deniz"), limit: 2 });
    expect(two).toHaveLength(2);
  });

  it("search() finds visible files alone: no drafts, scheduled or gone ones", async () => {
    const catalog = createCatalog();
    await catalog.put(post({ date: NOW }), "Kelime.");
    await catalog.put(translation("en", { date: NOW + 1 }), "Kelime.");
    await catalog.put(post({ slug: slug("draft"), visibility: "draft" }), "Kelime.");
    await catalog.put(post({ slug: slug("gone") }), "Kelime.");
    await catalog.remove({ slug: slug("gone"), locale: null });
    expect(await found(catalog, "kelime")).toEqual(["merhaba"]);
    expect(await found(catalog, "kelime", NOW - 1)).toEqual([]);
    expect([...(await found(catalog, "kelime", NOW + 1))].sort()).toEqual([
      "merhaba",
      "merhaba.en",
    ]);
  });

  it("search() follows each change, and brings the body's text", async () => {
    const catalog = createCatalog();
    await catalog.put(post({}), "Önce.");
    await catalog.put(post({ sourceVersion: "2" }), "Sonra <b>.");
    expect(await found(catalog, "önce")).toEqual([]);
    expect(await catalog.search({ now: NOW, terms: searchTerms("sonra"), limit: 1 })).toEqual([
      { post: post({ sourceVersion: "2" }), text: "Sonra <b>." },
    ]);
    await catalog.put(post({ visibility: "draft" }), "Sonra.");
    expect(await found(catalog, "sonra")).toEqual([]);
    await catalog.put(post({}), "Sonra.");
    expect(await found(catalog, "sonra")).toEqual(["merhaba"]);
  });

  it("search() takes the syntax of FTS5 for text", async () => {
    const catalog = createCatalog();
    await catalog.put(post({}), "title near or and not bir iki");
    const hostile = [
      `"`,
      `title : bir"`,
      `NEAR(bir iki)`,
      `bir OR`,
      `* bir`,
      `-iki`,
      `bir ^iki`,
      `{a}:bir`,
    ];
    for (const query of [...hostile, `'; DROP TABLE posts; --`, `bir\u0000iki`, `"bir" + "iki"`])
      await expect(found(catalog, `${query} bir`), query).resolves.toBeInstanceOf(Array);
    expect(await found(catalog, `"bir" + iki*`)).toEqual(["merhaba"]);
    expect(await found(catalog, "NEAR(bir iki)")).toEqual(["merhaba"]);
    expect(await found(catalog, "posts drop")).toEqual([]);
  });
}

function describeRows(createCatalog: () => Catalog): void {
  it("rows() returns every field as it was put", async () => {
    const catalog = createCatalog();
    const full = post({
      ...ODD_TEXTS,
      lastModifiedAt: NOW + 5,
      readingMinutes: 12,
      image: "/images/a b.png",
    });
    await catalog.put(full);
    expect(await catalog.rows(full.slug)).toEqual([full]);
  });

  it("rows() returns the original first, then translations by locale, whatever their visibility", async () => {
    const catalog = createCatalog();
    const rows = [
      post({ locale: locale("tr"), visibility: "gone" }),
      translation("ar", { date: NOW + 1e12 }),
      translation("en", { visibility: "draft" }),
      translation("pt-BR", {}),
    ];
    for (const row of rows.toReversed()) await catalog.put(row);
    await catalog.put(post({ slug: slug("another") }));
    expect(await catalog.rows(slug("merhaba"))).toEqual(rows);
    expect(await catalog.rows(slug("none"))).toEqual([]);
  });
}

function describeNeighbours(createCatalog: () => Catalog): void {
  it("neighbours() are the posts before and after in the list, over equal dates too", async () => {
    const catalog = createCatalog();
    for (const name of ["a", "b", "c"]) await catalog.put(post({ slug: slug(name), date: NOW }));
    await catalog.put(post({ slug: slug("old"), date: NOW - MINUTE }));
    await catalog.put(post({ slug: slug("hidden"), date: NOW - 1, visibility: "draft" }));
    await catalog.put(translation("en", { slug: slug("b"), date: NOW - 1 }));
    expect(await neighbours(catalog, "c", NOW)).toEqual([null, "b"]);
    expect(await neighbours(catalog, "b", NOW)).toEqual(["c", "a"]);
    expect(await neighbours(catalog, "a", NOW)).toEqual(["b", "old"]);
    expect(await neighbours(catalog, "old", NOW - MINUTE)).toEqual(["a", null]);
  });

  it("neighbours() never names a scheduled post, not even to a scheduled one", async () => {
    const catalog = createCatalog();
    await catalog.put(post({ slug: slug("old"), date: NOW }));
    for (const minutes of [1, 2, 3]) {
      await catalog.put(post({ slug: slug(`later-${minutes}`), date: NOW + minutes * MINUTE }));
    }
    expect(await neighbours(catalog, "old", NOW)).toEqual([null, null]);
    expect(await neighbours(catalog, "later-2", NOW + 2 * MINUTE)).toEqual([null, "old"]);
  });
}

function describeChanges(createCatalog: () => Catalog): void {
  it("put() raises the generation by each change of any field, and by nothing else", async () => {
    const catalog = createCatalog();
    let row = post({});
    let generation = await catalog.put(row);
    const changes: readonly Partial<typeof row>[] = [
      { title: "b" },
      { date: 2 },
      { lastModifiedAt: 3 },
      { lastModifiedAt: null },
      { visibility: "draft" },
      { tags: ["x"] },
      { tags: ["x", "y"] },
      { categories: ["z"] },
      { excerpt: "e" },
      { excerpts: { en: "e" } },
      { readingMinutes: 2 },
      { image: "/i.png" },
      { image: null },
      { sourceVersion: "2" },
      { locale: locale("en") },
    ];
    for (const change of changes) {
      row = Object.assign(post({}), row, change);
      const raised = await catalog.put(row);
      expect(raised, JSON.stringify(change)).toBeGreaterThan(generation);
      expect(await catalog.put({ ...row })).toBe(raised);
      expect((await catalog.state(NOW)).generation).toBe(raised);
      expect(await catalog.rows(row.slug)).toEqual([row]);
      generation = raised;
    }
  });

  it("put() takes excerpts in another order for the same", async () => {
    const catalog = createCatalog();
    const generation = await catalog.put(post({ excerpts: { en: "a", de: "b" } }));
    expect(await catalog.put(post({ excerpts: { de: "b", en: "a" } }))).toBe(generation);
  });

  it("put() replaces an original whose language changed, and leaves a translation into its language alone", async () => {
    const catalog = createCatalog();
    await catalog.put(post({ locale: locale("tr") }));
    await catalog.put(translation("en", {}));
    await catalog.put(post({ locale: locale("en") }));
    expect(await catalog.rows(slug("merhaba"))).toEqual([
      post({ locale: locale("en") }),
      translation("en", {}),
    ]);
  });

  it("remove() marks one row gone and keeps its fields", async () => {
    const catalog = createCatalog();
    await catalog.put(post({ date: NOW }));
    await catalog.put(translation("en", { date: NOW }));
    const before = await catalog.put(post({ slug: slug("other"), date: NOW }));
    const after = await catalog.remove({ slug: slug("merhaba"), locale: null });
    expect(after).toBeGreaterThan(before);
    expect(await catalog.rows(slug("merhaba"))).toEqual([
      post({ date: NOW, visibility: "gone" }),
      translation("en", { date: NOW }),
    ]);
    expect(await slugs(catalog, NOW)).toEqual(["other"]);
    await catalog.remove({ slug: slug("merhaba"), locale: locale("en") });
    expect((await catalog.rows(slug("merhaba")))[1]).toMatchObject({ visibility: "gone" });
  });

  it("remove() changes nothing for a row that is gone or was never there", async () => {
    const catalog = createCatalog();
    await catalog.put(post({}));
    const generation = await catalog.remove({ slug: slug("merhaba"), locale: null });
    expect(await catalog.remove({ slug: slug("merhaba"), locale: null })).toBe(generation);
    expect(await catalog.remove({ slug: slug("merhaba"), locale: locale("en") })).toBe(generation);
    expect(await catalog.remove({ slug: slug("none"), locale: null })).toBe(generation);
  });

  it("remove() leaves no trace of a draft, which nobody ever saw", async () => {
    const catalog = createCatalog();
    const before = await catalog.put(post({ visibility: "draft" }));
    expect(await catalog.remove({ slug: slug("merhaba"), locale: null })).toBeGreaterThan(before);
    expect(await catalog.rows(slug("merhaba"))).toEqual([]);
  });

  it("put() brings back what was removed", async () => {
    const catalog = createCatalog();
    await catalog.put(post({ date: NOW }));
    await catalog.remove({ slug: slug("merhaba"), locale: null });
    await catalog.put(post({ date: NOW }));
    expect(await slugs(catalog, NOW)).toEqual(["merhaba"]);
  });

  it("put() of several posts at once raises the generation for each", async () => {
    const catalog = createCatalog();
    const puts = Array.from({ length: 8 }, (_, index) =>
      catalog.put(post({ slug: slug(`p${index}`) })),
    );
    expect(new Set(await Promise.all(puts)).size).toBe(8);
  });
}

function describeDataExcerpts(createCatalog: () => Catalog): void {
  it("putDataExcerpts() replaces what the locale's file said, and no other locale's", async () => {
    const catalog = createCatalog();
    await catalog.putDataExcerpts(locale("en"), { a: "one", b: "two" });
    await catalog.putDataExcerpts(locale("de"), { a: "eins" });
    await catalog.putDataExcerpts(locale("en"), { b: "zwei", c: "three" });
    expect(await catalog.dataExcerpts(slug("a"))).toEqual({ de: "eins" });
    expect(await catalog.dataExcerpts(slug("b"))).toEqual({ en: "zwei" });
    expect(await catalog.dataExcerpts(slug("c"))).toEqual({ en: "three" });
    await catalog.putDataExcerpts(locale("en"), {});
    expect(await catalog.dataExcerpts(slug("c"))).toEqual({});
  });

  it("putDataExcerpts() raises the generation only if something changed", async () => {
    const catalog = createCatalog();
    const first = await catalog.putDataExcerpts(locale("en"), { a: "one", b: "two" });
    expect(await catalog.putDataExcerpts(locale("en"), { b: "two", a: "one" })).toBe(first);
    const changed = await catalog.putDataExcerpts(locale("en"), { a: "one", b: "2" });
    const fewer = await catalog.putDataExcerpts(locale("en"), { a: "one" });
    const more = await catalog.putDataExcerpts(locale("en"), { a: "one", b: "2" });
    const generations = [first, changed, fewer, more];
    expect(generations.toSorted((a, b) => a - b)).toEqual(generations);
    expect(new Set(generations).size).toBe(4);
  });

  it("putDataExcerpts() leaves out keys that are no slugs", async () => {
    const catalog = createCatalog();
    const generation = await catalog.putDataExcerpts(locale("en"), { a: "one" });
    const odd = { a: "one", "": "empty", "A B": "no slug", ["x".repeat(500)]: "long" };
    expect(await catalog.putDataExcerpts(locale("en"), odd)).toBe(generation);
  });

  it("dataExcerpts() knows nothing of slugs that objects have by nature", async () => {
    const catalog = createCatalog();
    await catalog.putDataExcerpts(locale("en"), { a: "one" });
    expect(await catalog.dataExcerpts(slug("constructor"))).toEqual({});
  });

  it("putDataExcerpts() takes a file of 3 MB, and replaces it", async () => {
    const catalog = createCatalog();
    const long = "ş".repeat(1000);
    const names = Array.from({ length: 1500 }, (_, index) => `p${index}`);
    await catalog.putDataExcerpts(
      locale("en"),
      Object.fromEntries(names.map((name) => [name, long])),
    );
    for (const name of ["p0", "p750", "p1499"]) {
      expect(await catalog.dataExcerpts(slug(name)), name).toEqual({ en: long });
    }
    await catalog.putDataExcerpts(locale("en"), { p750: "short" });
    expect(await catalog.dataExcerpts(slug("p0"))).toEqual({});
    expect(await catalog.dataExcerpts(slug("p750"))).toEqual({ en: "short" });
    expect(await catalog.dataExcerpts(slug("p1499"))).toEqual({});
  });
}

function describeIncludes(createCatalog: () => Catalog): void {
  it("includes() are what was put, with the generation that state() tells", async () => {
    const catalog = createCatalog();
    expect(await catalog.includes()).toEqual({ generation: 0, includes: [] });
    await catalog.putInclude(include("figure.html", "old"));
    await catalog.putInclude(include("media/a b.html", `"ş"\u0000\r\n'`));
    const generation = await catalog.putInclude(include("figure.html", "<img>"));
    await catalog.putInclude(include("__proto__", "x"));
    const last = await catalog.removeInclude("__proto__");
    expect(last).toBeGreaterThan(generation);
    expect(await catalog.includes()).toEqual({
      generation: last,
      includes: [include("figure.html", "<img>"), include("media/a b.html", `"ş"\u0000\r\n'`)],
    });
    expect((await catalog.state(NOW)).includesGeneration).toBe(last);
  });

  it("putInclude() and removeInclude() raise the generation of includes only if something changed", async () => {
    const catalog = createCatalog();
    const first = await catalog.putInclude(include("a.html", "a"));
    expect(first).toBeGreaterThan(0);
    expect(await catalog.putInclude(include("a.html", "a"))).toBe(first);
    expect(await catalog.removeInclude("b.html")).toBe(first);
    const generations = [
      first,
      await catalog.putInclude(include("a.html", "A")),
      await catalog.putInclude(include("a.html", "")),
      await catalog.removeInclude("a.html"),
      await catalog.putInclude(include("a.html", "a")),
    ];
    expect(generations.toSorted((a, b) => a - b)).toEqual(generations);
    expect(new Set(generations).size).toBe(5);
  });

  it("putInclude() of an equal text from another version keeps the version and raises nothing", async () => {
    const catalog = createCatalog();
    const generation = await catalog.putInclude(include("a.html", "a"));
    const again = { ...include("a.html", "a"), sourceVersion: "2" };
    expect(await catalog.putInclude(again)).toBe(generation);
    expect(await catalog.includes()).toEqual({ generation, includes: [again] });
  });

  it("putInclude() leaves the generation of lists alone, and put() that of includes", async () => {
    const catalog = createCatalog();
    const generation = await catalog.put(post({}));
    const includesGeneration = await catalog.putInclude(include("a.html", "a"));
    expect((await catalog.state(NOW)).generation).toBe(generation);
    await catalog.put(post({ title: "b" }));
    await catalog.putDataExcerpts(locale("en"), { a: "one" });
    expect((await catalog.state(NOW)).includesGeneration).toBe(includesGeneration);
  });

  it("putInclude() of several includes at once raises the generation for each", async () => {
    const catalog = createCatalog();
    const puts = Array.from({ length: 8 }, (_, index) =>
      catalog.putInclude(include(`${index}.html`, "a")),
    );
    expect(new Set(await Promise.all(puts)).size).toBe(8);
    expect((await catalog.includes()).includes).toHaveLength(8);
  });

  it("putInclude() refuses an include that is too long and changes nothing", async () => {
    const catalog = createCatalog();
    const generation = await catalog.putInclude(include("a.html", "a"));
    // Two bytes a letter.
    const long = "ş".repeat(MAX_INCLUDE_BYTES / 2);
    await expect(catalog.putInclude(include("a.html", `${long}.`))).rejects.toThrow(CatalogError);
    expect(await catalog.includes()).toEqual({ generation, includes: [include("a.html", "a")] });
    expect(await catalog.putInclude(include("a.html", long))).toBeGreaterThan(generation);
  });

  it("putInclude() refuses what makes all includes too long, and takes a shorter one instead", async () => {
    const catalog = createCatalog();
    const long = "a".repeat(MAX_INCLUDE_BYTES);
    for (let index = 0; index < MAX_INCLUDES_BYTES / MAX_INCLUDE_BYTES; index += 1)
      await catalog.putInclude(include(`${index}.html`, long));
    const before = await catalog.includes();
    await expect(catalog.putInclude(include("more.html", "a"))).rejects.toThrow(CatalogError);
    expect(await catalog.includes()).toEqual(before);
    await catalog.putInclude(include("0.html", long.slice(1)));
    await catalog.putInclude(include("more.html", "a"));
    await catalog.removeInclude("0.html");
    await catalog.putInclude(include("more.html", long));
  });

  it("putInclude() refuses one include more than there may be", { timeout: 30_000 }, async () => {
    const catalog = createCatalog();
    for (let index = 0; index < MAX_INCLUDES; index += 1)
      await catalog.putInclude(include(`${index}.html`, ""));
    await expect(catalog.putInclude(include("more.html", ""))).rejects.toThrow(CatalogError);
    await catalog.putInclude(include("0.html", "a"));
    await catalog.removeInclude("1.html");
    await catalog.putInclude(include("more.html", ""));
    expect((await catalog.includes()).includes).toHaveLength(MAX_INCLUDES);
  });
}

function describePages(createCatalog: () => Catalog): void {
  it("page() walks all rows in the order in which a store lists their sources", async () => {
    const catalog = createCatalog();
    const rows = [
      post({ slug: slug("a-b") }),
      translation("en", { slug: slug("a"), visibility: "gone" }),
      post({ slug: slug("a"), visibility: "draft" }),
      post({ slug: slug("ç") }),
      post({ slug: slug("𐐨") }),
    ];
    for (const row of rows.toReversed()) await catalog.put(row);
    expect(await catalog.page({ limit: 10 })).toEqual({ posts: rows, cursor: null });
    const first = await catalog.page({ limit: 3 });
    expect(first.posts).toEqual(rows.slice(0, 3));
    expect(await catalog.page({ limit: 3, cursor: first.cursor ?? "" })).toEqual({
      posts: rows.slice(3),
      cursor: null,
    });
  });
}

async function slugs(catalog: Catalog, now: number): Promise<readonly string[]> {
  const { entries } = await catalog.list({ now, offset: 0, limit: 100 });
  return entries.map((entry) => entry.post.slug);
}

/** Slugs of the newer and the older neighbour of a post that is there. */
async function neighbours(
  catalog: Catalog,
  name: string,
  date: number,
): Promise<readonly (string | null)[]> {
  const { newer, older } = await catalog.neighbours({ slug: slug(name), date }, NOW);
  return [newer?.slug ?? null, older?.slug ?? null];
}
