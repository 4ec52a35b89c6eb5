// Compares bucket and catalog in bounded steps and repairs what differs, whatever the reason: a lost event, a
// half-finished publish, a restored bucket. The bucket is the truth.

import type { Defer } from "../cache/pointers.ts";
import type { Catalog, CatalogPost } from "../catalog/catalog.ts";
import { sourceKey } from "../catalog/source-key.ts";
import { compareCodePoints } from "../post/code-point-order.ts";
import { objectKind } from "../post/object-kind.ts";
import type { SiteReader } from "../read/current-site.ts";
import type { Locale } from "../post/locale.ts";
import type { ContentStore, ListedObject } from "../store/content-store.ts";
import { mergeByKey } from "./merge-by-key.ts";
import type { Publisher, Synced } from "./publisher.ts";
import { type ReconcileCursor, reconcileStart } from "./reconcile-cursor.ts";

/** Objects and rows that a step reads: one call each, and some 60 KB of memory. */
const PAGE_SIZE = 200;
/** What a step may call: the free plan has 50 subrequests, and finding the settings takes up to five. */
const MAX_CALLS = 40;
/** Reading, indexing, looking again and purging one object, and the good copy of what is gone. */
const CALLS_FOR_SYNC = 7;
/** KV hashes the body of an object that another tool wrote. */
const CALLS_FOR_HEAD = 2;
/** One page of each, and purging the catalog's pointer. */
const CALLS_FOR_STEP = 4;
/** Excerpts and includes that a step syncs. */
const MAX_FILES = 8;
/** A site has an excerpt file for each of its 16 locales and for those that they fall back to, and 500 includes. */
const MAX_LISTED_FILES = 1_000;

const POSTS = "posts/";
const EXCERPTS = "_data/excerpts/";
const INCLUDES = "_includes/";

export interface ReconcileStep extends Synced {
  /** Keys that were compared. */
  readonly compared: number;
  /** For the next step; null: all was compared. */
  readonly cursor: ReconcileCursor | null;
}

export interface Reconcile {
  /** One step; null begins a round. @throws StoreError, CatalogError when there is nothing to compare */
  step(cursor: ReconcileCursor | null, defer: Defer): Promise<ReconcileStep>;
}

interface ReconcileRooms {
  readonly store: ContentStore;
  readonly catalog: Catalog;
  readonly sites: SiteReader;
  readonly publisher: Publisher;
}

export function createReconcile({ store, catalog, sites, publisher }: ReconcileRooms): Reconcile {
  /** Whether the row says what the object says; gone rows of absent objects do. */
  async function agrees(object: ListedObject | null, row: CatalogPost | null): Promise<boolean> {
    const isListed = row !== null && row.visibility !== "gone";
    if (object === null) return !isListed;
    if (!isListed) return false;
    const version = object.version ?? (await store.head(object.key))?.version;
    return version === row.sourceVersion;
  }

  async function comparePosts(cursor: ReconcileCursor, defer: Defer): Promise<ReconcileStep> {
    const [objects, rows] = await Promise.all([
      objectPage(store, cursor.objects),
      rowPage(catalog, cursor.rows),
    ]);
    const end = earlier(objects.end, rows.end);
    const candidates = mergeByKey(objects.byKey, rows.byKey).filter(
      ({ key }) => compareCodePoints(key, cursor.after) > 0 && isWithin(key, end),
    );
    const differing: string[] = [];
    let calls = CALLS_FOR_STEP;
    let compared = 0;
    for (const { key, left: object, right: row } of candidates) {
      if (calls + CALLS_FOR_HEAD + CALLS_FOR_SYNC > MAX_CALLS) break;
      compared += 1;
      if (objectKind(key).kind !== "post") continue;
      if (object !== null && object.version === null) calls += CALLS_FOR_HEAD;
      if (cursor.scope === "changed" && (await agrees(object, row))) continue;
      differing.push(key);
      calls += CALLS_FOR_SYNC;
    }
    const synced = await publisher.sync(differing, defer);
    const last = candidates[compared - 1]?.key ?? cursor.after;
    if (compared < candidates.length)
      return { ...synced, compared, cursor: { ...cursor, after: last } };
    const next = {
      objects: behind(objects, cursor.objects, end),
      rows: behind(rows, cursor.rows, end),
    };
    const after = next.objects === null && next.rows === null ? "" : last;
    return { ...synced, compared, cursor: { ...cursor, ...next, after } };
  }

  /** The catalog has no versions of them: all are read, and equal ones change nothing. */
  async function excerptKeys(defer: Defer): Promise<readonly string[]> {
    const { site } = await sites.current(defer);
    const { objects } = await store.list(EXCERPTS, { limit: MAX_LISTED_FILES });
    // Those of the site's locales are read even if they are absent: the event of their deletion may have been lost.
    const expected = [...site.locales, ...Object.values(site.fallback).flat()].map(excerptsKey);
    return [...objects.map(({ key }) => key), ...expected];
  }

  /** Those of which bucket and catalog do not say the same. */
  async function differingIncludeKeys(): Promise<readonly string[]> {
    const [{ objects }, { includes }] = await Promise.all([
      store.list(INCLUDES, { limit: MAX_LISTED_FILES }),
      catalog.includes(),
    ]);
    const indexed = new Map(
      includes.map(({ path, sourceVersion }) => [`${INCLUDES}${path}`, sourceVersion]),
    );
    const changed = objects.filter(
      ({ key, version }) => version === null || indexed.get(key) !== version,
    );
    const present = new Set(objects.map(({ key }) => key));
    return [
      ...changed.map(({ key }) => key),
      ...[...indexed.keys()].filter((key) => !present.has(key)),
    ];
  }

  async function syncFiles(cursor: ReconcileCursor, defer: Defer): Promise<ReconcileStep> {
    const found = [...(await excerptKeys(defer)), ...(await differingIncludeKeys())];
    const keys = [...new Set(found)]
      .filter((key) => ["excerpts", "include"].includes(objectKind(key).kind))
      .filter((key) => compareCodePoints(key, cursor.after) > 0)
      .sort(compareCodePoints);
    const some = keys.slice(0, MAX_FILES);
    const synced = await publisher.sync(some, defer);
    const last = keys.length > some.length ? (some.at(-1) ?? null) : null;
    const next = last === null ? null : { ...cursor, after: last };
    return { ...synced, compared: some.length, cursor: next };
  }

  return {
    step(cursor, defer) {
      const from = cursor ?? reconcileStart("changed");
      const isBehindPosts = from.objects === null && from.rows === null;
      return isBehindPosts ? syncFiles(from, defer) : comparePosts(from, defer);
    },
  };
}

function excerptsKey(locale: Locale): string {
  return `${EXCERPTS}${locale}.yml`;
}

/** A stretch of one of the two lists. */
interface Page<T> {
  readonly byKey: ReadonlyMap<string, T>;
  /** Every key up to this one is in it; null: to the list's end. */
  readonly end: string | null;
  /** The place behind it. */
  readonly next: string | null;
}

const NOTHING_LEFT: Page<never> = { byKey: new Map<string, never>(), end: null, next: null };

async function objectPage(store: ContentStore, place: string | null): Promise<Page<ListedObject>> {
  if (place === null) return NOTHING_LEFT;
  const at = place === "" ? {} : { cursor: place };
  const { objects, cursor } = await store.list(POSTS, { limit: PAGE_SIZE, ...at });
  const byKey = new Map(objects.map((object) => [object.key, object]));
  return { byKey, end: cursor === null ? null : (objects.at(-1)?.key ?? ""), next: cursor };
}

async function rowPage(catalog: Catalog, place: string | null): Promise<Page<CatalogPost>> {
  if (place === null) return NOTHING_LEFT;
  const at = place === "" ? {} : { cursor: place };
  const { posts, cursor } = await catalog.page({ limit: PAGE_SIZE, ...at });
  const byKey = new Map(posts.map((post) => [sourceKey(post), post]));
  return { byKey, end: cursor, next: cursor };
}

function earlier(left: string | null, right: string | null): string | null {
  if (left === null || right === null) return left ?? right;
  return compareCodePoints(left, right) <= 0 ? left : right;
}

function isWithin(key: string, end: string | null): boolean {
  return end === null || compareCodePoints(key, end) <= 0;
}

/** A page that reaches beyond what was compared is read again. */
function behind({ end, next }: Page<unknown>, place: string | null, compared: string | null) {
  return end === compared ? next : place;
}
