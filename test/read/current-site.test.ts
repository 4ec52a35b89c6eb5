import { beforeEach, describe, expect, it } from "vitest";
import { createContentCache } from "../../src/cache/content-cache.ts";
import { createPointers } from "../../src/cache/pointers.ts";
import { createMemoryCatalog } from "../../src/catalog/memory-catalog.ts";
import { CATALOG_POINTER, catalogSource } from "../../src/read/catalog-state.ts";
import {
  createSiteReader,
  type CurrentSite,
  type SiteReader,
} from "../../src/read/current-site.ts";
import { createMemoryContentStore } from "../../src/store/memory-content-store.ts";
import { createDeferredWork, type DeferredWork } from "../cache/deferred-work.ts";
import { createFakeClock, type FakeClock } from "../cache/fake-clock.ts";
import { createFakeEdgeCache, type FakeEdgeCache } from "../cache/fake-edge-cache.ts";
import {
  catalogFailure,
  createFaultyCatalog,
  type FaultyCatalog,
} from "../catalog/faulty-catalog.ts";
import { include, post } from "../catalog/posts.ts";

const MINUTE = 60_000;

let clock: FakeClock;
let catalog: FaultyCatalog;
let edge: FakeEdgeCache;
let work: DeferredWork;
let isolate: Isolate;

interface Isolate {
  readonly sites: SiteReader;
  readonly purge: () => Promise<void>;
  readonly keep: (site: CurrentSite) => Promise<void>;
}

beforeEach(() => {
  clock = createFakeClock();
  catalog = createFaultyCatalog(createMemoryCatalog());
  edge = createFakeEdgeCache(clock.now);
  work = createDeferredWork();
  isolate = createIsolate();
});

function createIsolate(): Isolate {
  const pointers = createPointers(edge, clock.now);
  const catalogState = catalogSource(catalog, clock.now);
  const store = createMemoryContentStore(clock.now);
  const contents = createContentCache(edge);
  return {
    sites: createSiteReader({ store, catalog, catalogState, pointers, contents }),
    async purge() {
      clock.advance(1);
      await pointers.purge([CATALOG_POINTER]);
      clock.advance(1);
    },
    keep: (site) => pointers.keepGood(catalogState, site.catalog),
  };
}

async function current(): Promise<CurrentSite> {
  const site = await isolate.sites.current(work.defer);
  await work.settle();
  return site;
}

function reads(): number {
  return catalog.faults.calls.filter(({ method }) => method === "includes").length;
}

describe("current() on includes", () => {
  it("reads none where there never was one", async () => {
    expect(await current()).toMatchObject({
      includes: {},
      version: { version: "default~0", changedAt: 0 },
    });
    expect(reads()).toBe(0);
  });

  it("names their generation, and reads their texts once for each", async () => {
    const generation = await catalog.putInclude(include("a.html", "A"));
    const first = await current();
    expect(first).toMatchObject({
      includes: { "a.html": "A" },
      version: { version: `default~${generation}`, changedAt: generation },
    });
    clock.advance(MINUTE);
    await catalog.put(post({}));
    expect((await current()).version).toEqual(first.version);
    isolate = createIsolate();
    expect((await current()).includes).toEqual({ "a.html": "A" });
    expect(reads()).toBe(1);
  });

  it("shows a change after a purge, and without one when the pointer is too old", async () => {
    await catalog.putInclude(include("a.html", "A"));
    const before = await current();
    await catalog.putInclude(include("a.html", "B"));
    expect((await current()).version).toEqual(before.version);
    await isolate.purge();
    expect((await current()).includes).toEqual({ "a.html": "B" });
    await catalog.removeInclude("a.html");
    clock.advance(31_000);
    const after = await current();
    expect(after.includes).toEqual({});
    expect(after.version).not.toEqual(before.version);
  });

  it("names the texts that were read, when they are newer than the state", async () => {
    await catalog.putInclude(include("a.html", "A"));
    await current();
    const generation = await catalog.putInclude(include("a.html", "B"));
    edge.evict("includes/");
    isolate = createIsolate();
    expect(await current()).toMatchObject({
      includes: { "a.html": "B" },
      version: { version: `default~${generation}` },
    });
  });

  it("uses the last state that a page was served by when the catalog fails", async () => {
    await catalog.putInclude(include("a.html", "A"));
    const before = await current();
    await isolate.keep(before);
    catalog.faults.inject({ method: "state" }, catalogFailure());
    catalog.faults.inject({ method: "includes" }, catalogFailure());
    clock.advance(60 * MINUTE);
    isolate = createIsolate();
    expect(await current()).toMatchObject({
      includes: { "a.html": "A" },
      version: before.version,
      origin: "stale",
    });
  });

  it("uses the last texts when the present ones cannot be read", async () => {
    await catalog.putInclude(include("a.html", "A"));
    const before = await current();
    await isolate.keep(before);
    await catalog.putInclude(include("a.html", "B"));
    await isolate.purge();
    catalog.faults.inject({ method: "includes" }, catalogFailure());
    expect(await current()).toMatchObject({
      includes: { "a.html": "A" },
      version: before.version,
      origin: "stale",
    });
    catalog.faults.heal();
    expect(await current()).toMatchObject({ includes: { "a.html": "B" } });
  });

  it("throws when nothing is known", async () => {
    catalog.faults.inject({ method: "state" }, catalogFailure());
    await expect(current()).rejects.toThrow("the catalog failed");
  });
});
