// The catalog in maps, for pure tests and for the model of several data centres.

import { parseSlug, postKey } from "../post/slug.ts";
import {
  type Catalog,
  type CatalogEntry,
  CatalogError,
  type CatalogInclude,
  type CatalogLabel,
  type CatalogPost,
  type CatalogState,
  SITEMAP_PART_SIZE,
  type Stretch,
} from "./catalog.ts";
import { compareCodePoints } from "../post/code-point-order.ts";
import { brokenIncludeLimit } from "../post/includes.ts";
import { postLabels } from "./post-labels.ts";
import { postRow } from "./post-row.ts";
import { assertRowLimit } from "./row-limit.ts";
import { searchScore } from "./search-in-memory.ts";
import { searchFields, snippetSource } from "./search-row.ts";
import { sourceKey } from "./source-key.ts";

export function createMemoryCatalog(): Catalog {
  const posts = new Map<string, CatalogPost>();
  const excerptsByLocale = new Map<string, ReadonlyMap<string, string>>();
  const includes = new Map<string, CatalogInclude>();
  const texts = new Map<string, string>();
  let generation = 1;
  let includesGeneration = 0;

  const visible = (now: number): readonly CatalogPost[] =>
    [...posts.values()].filter((post) => post.isOriginal && isVisible(post, now)).sort(newestFirst);

  const rows = (slug: string): readonly CatalogPost[] =>
    [...posts.values()].filter((post) => post.slug === slug).sort(originalFirst);

  const dataExcerpts = (slug: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      [...excerptsByLocale].flatMap(([locale, excerpts]) => {
        const excerpt = excerpts.get(slug);
        return excerpt === undefined ? [] : [[locale, excerpt]];
      }),
    );

  const entry = (post: CatalogPost, now: number): CatalogEntry => ({
    post,
    translations: rows(post.slug).filter((row) => !row.isOriginal && isVisible(row, now)),
    dataExcerpts: dataExcerpts(post.slug),
  });

  const state = (now: number): CatalogState => {
    const dates = [...posts.values()].filter(isPublic).map(({ date }) => date);
    const sorted = dates.sort((left, right) => left - right);
    return {
      generation,
      visibleSince: sorted.findLast((date) => date <= now) ?? null,
      changesAt: sorted.find((date) => date > now) ?? null,
      includesGeneration,
    };
  };

  return {
    state: async (now) => state(now),
    async list({ now, offset, limit }) {
      assertRowLimit(limit);
      const page = visible(now).slice(offset, offset + limit);
      return { state: state(now), entries: page.map((post) => entry(post, now)) };
    },
    async listByLabel({ kind, label, now, offset, limit }) {
      assertRowLimit(limit);
      const found = visible(now).flatMap((post) => {
        const own = postLabels(post).find((other) => other.kind === kind && other.label === label);
        return own === undefined ? [] : [{ post, name: own.name }];
      });
      const page = found.slice(offset, offset + limit);
      return {
        state: state(now),
        name: found[0]?.name ?? null,
        entries: page.map(({ post }) => entry(post, now)),
      };
    },
    async archive({ now, stretches, shown, offset, limit }) {
      assertRowLimit(limit);
      const posts = visible(now);
      const within = ({ from, to }: Stretch): readonly CatalogPost[] =>
        posts.filter(({ date }) => date >= from && date < to);
      return {
        state: state(now),
        filled: stretches.filter((year) => within(year).length > 0).map(({ from }) => from),
        posts: within(shown).slice(offset, offset + limit),
      };
    },
    async labels({ kind, now, limit }) {
      assertRowLimit(limit);
      const labels = new Map<string, CatalogLabel>();
      for (const own of visible(now)
        .flatMap(postLabels)
        .filter((other) => other.kind === kind)) {
        const { name, count } = labels.get(own.label) ?? { name: own.name, count: 0 };
        labels.set(own.label, { label: own.label, name, count: count + 1 });
      }
      const sorted = [...labels.values()].sort((left, right) =>
        compareCodePoints(left.label, right.label),
      );
      return { state: state(now), labels: sorted.slice(0, limit) };
    },
    async search({ now, terms, limit }) {
      assertRowLimit(limit);
      const found = [...posts.values()]
        .filter((post) => isVisible(post, now))
        .map((post) => {
          const text = texts.get(sourceKey(post)) ?? "";
          const score = searchScore(searchFields(post, text), terms);
          return { score, hit: { post, text: snippetSource(text) } };
        })
        .filter(({ score }) => score > 0);
      const sorted = found.sort((left, right) => right.score - left.score);
      return sorted.slice(0, limit).map(({ hit }) => hit);
    },
    rows: async (slug) => rows(slug),
    dataExcerpts: async (slug) => dataExcerpts(slug),
    async neighbours(post, now) {
      const others = visible(now);
      return {
        newer: others.findLast((other) => newestFirst(other, post) < 0) ?? null,
        older: others.find((other) => newestFirst(other, post) > 0) ?? null,
      };
    },
    async put(post, text = "") {
      const key = sourceKey(post);
      texts.set(key, text);
      const before = posts.get(key);
      if (before !== undefined && isEqual(before, post)) return generation;
      posts.set(key, post);
      return ++generation;
    },
    async remove(address) {
      const key = postKey(address);
      const post = posts.get(key);
      if (post === undefined || post.visibility === "gone") return generation;
      if (post.visibility === "draft") posts.delete(key);
      else posts.set(key, { ...post, visibility: "gone" });
      return ++generation;
    },
    async putDataExcerpts(locale, excerpts) {
      const entries = Object.entries(excerpts)
        .filter(([slug]) => parseSlug(slug) !== null)
        .sort(([left], [right]) => compareCodePoints(left, right));
      const before = [...(excerptsByLocale.get(locale) ?? [])];
      if (JSON.stringify(before) === JSON.stringify(entries)) return generation;
      excerptsByLocale.set(locale, new Map(entries));
      return ++generation;
    },
    includes: async () => ({
      generation: includesGeneration,
      includes: [...includes.values()].sort((left, right) =>
        compareCodePoints(left.path, right.path),
      ),
    }),
    async putInclude(include) {
      const { path, text } = include;
      const before = includes.get(path);
      const broken = brokenIncludeLimit([...new Map(includes).set(path, include).values()]);
      if (broken !== null) throw new CatalogError(`put include "${path}"`, new RangeError(broken));
      includes.set(path, include);
      return before?.text === text ? includesGeneration : ++includesGeneration;
    },
    async removeInclude(path) {
      return includes.delete(path) ? ++includesGeneration : includesGeneration;
    },
    async sitemap({ now, part }) {
      // A map keeps its entries in the order in which they came.
      const files = [...posts.values()];
      const shown = (post: CatalogPost): boolean => post.isInSitemap && isVisible(post, now);
      const start = (part - 1) * SITEMAP_PART_SIZE;
      return {
        state: state(now),
        parts: Math.ceil(files.length / SITEMAP_PART_SIZE),
        posts: files
          .slice(start, start + SITEMAP_PART_SIZE)
          .filter(shown)
          .map(({ slug, locale, isOriginal, date, lastModifiedAt }) => ({
            slug,
            locale,
            isOriginal,
            changedAt: Math.max(date, lastModifiedAt ?? date),
            versions: rows(slug)
              .filter(shown)
              .map((row) => ({ locale: row.locale, isOriginal: row.isOriginal })),
          })),
      };
    },
    async page({ limit, cursor = "" }) {
      assertRowLimit(limit);
      const keys = [...posts.keys()].filter((key) => compareCodePoints(key, cursor) > 0);
      const page = keys.sort(compareCodePoints).slice(0, limit);
      return {
        posts: page.flatMap((key) => posts.get(key) ?? []),
        cursor: page.length === limit ? (page.at(-1) ?? null) : null,
      };
    },
  };
}

function isPublic(post: CatalogPost): boolean {
  return post.visibility === "public";
}

function isVisible(post: CatalogPost, now: number): boolean {
  return isPublic(post) && post.date <= now;
}

function isEqual(left: CatalogPost, right: CatalogPost): boolean {
  return JSON.stringify(postRow(left)) === JSON.stringify(postRow(right));
}

type Place = Pick<CatalogPost, "date" | "slug">;

function newestFirst(left: Place, right: Place): number {
  return right.date - left.date || compareCodePoints(right.slug, left.slug);
}

function originalFirst(left: CatalogPost, right: CatalogPost): number {
  if (left.isOriginal !== right.isOriginal) return left.isOriginal ? -1 : 1;
  return left.locale < right.locale ? -1 : 1;
}
