// The cache's promises one by one, over a store whose versions only grow; README.md prints them.

import { beforeEach, describe, expect, it } from "vitest";
import { createContentCache } from "../../src/cache/content-cache.ts";
import { createPointers } from "../../src/cache/pointers.ts";
import { createGate, type Gate } from "../store/faults.ts";
import { createDeferredWork, type DeferredWork } from "./deferred-work.ts";
import { createFakeClock, type FakeClock } from "./fake-clock.ts";
import { createFakeEdgeCache, type FakeEdgeCache } from "./fake-edge-cache.ts";

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

let clock: FakeClock;
let edge: FakeEdgeCache;
let work: DeferredWork;
let stored: number;
let storeReads: number;
let isStoreDown: boolean;
/** Holds renders in the middle, between the read of the source and the put. */
let renderGate: Gate | null;

beforeEach(() => {
  clock = createFakeClock();
  edge = createFakeEdgeCache(clock.now);
  work = createDeferredWork();
  stored = 1;
  storeReads = 0;
  isStoreDown = false;
  renderGate = null;
});

async function readStore(): Promise<number> {
  storeReads += 1;
  if (isStoreDown) throw new Error("store down");
  return stored;
}

/** An isolate that serves one page: pointer, then the page under the key of its version. */
function createIsolate() {
  const pointers = createPointers(edge, clock.now);
  const contents = createContentCache(edge);
  const source = { name: "source/a", read: readStore };

  async function make() {
    const version = await readStore();
    await renderGate?.arrive();
    return {
      key: `page/${version}`,
      entry: { body: new TextEncoder().encode(String(version)), headers: {} },
    };
  }

  return {
    pointers,
    /** The version that a reader sees. */
    async read(): Promise<number> {
      const pointer = await pointers.resolve(source, work.defer);
      const { entry } = await contents.findOrMake(`page/${pointer.value}`, make, work.defer);
      work.defer(pointers.keepGood(source, pointer));
      return Number(new TextDecoder().decode(entry.body));
    },
    async publish(): Promise<void> {
      stored += 1;
      clock.advance(1);
      await pointers.purge([source.name]);
      clock.advance(1);
    },
  };
}

describe("G1: no resurrection", () => {
  it("holds for a render that began before a publish and is stored after its purge", async () => {
    const isolate = createIsolate();
    const gate = createGate();
    renderGate = gate;
    const early = isolate.read();
    await expect.poll(() => gate.arrivals()).toBe(1);
    renderGate = null;
    await isolate.publish();
    expect(await isolate.read()).toBe(2);
    gate.open();
    expect(await early).toBe(1);
    await work.settle();
    for (const reader of [isolate, createIsolate()]) expect(await reader.read()).toBe(2);
    clock.advance(HOUR);
    expect(await isolate.read()).toBe(2);
  });

  it("holds when pages and pointers are evicted", async () => {
    const isolate = createIsolate();
    await isolate.read();
    await isolate.publish();
    expect(await isolate.read()).toBe(2);
    for (const prefix of ["page/", "pointer/", "purge/", ""]) {
      await work.settle();
      edge.evict(prefix);
      expect(await isolate.read()).toBe(2);
      expect(await createIsolate().read()).toBe(2);
    }
  });

  it("holds when the store fails after a new version was served", async () => {
    const [isolate, other] = [createIsolate(), createIsolate()];
    await isolate.read();
    await isolate.publish();
    expect(await other.read()).toBe(2);
    await work.settle();
    isStoreDown = true;
    clock.advance(HOUR);
    expect(await isolate.read()).toBe(2);
    expect(await createIsolate().read()).toBe(2);
  });

  it("holds when a new version came by a refresh behind a response", async () => {
    const isolate = createIsolate();
    await isolate.read();
    await work.settle();
    stored = 2;
    clock.advance(11 * SECOND);
    expect(await isolate.read()).toBe(1);
    await work.settle();
    expect(await isolate.read()).toBe(2);
    await work.settle();
    isStoreDown = true;
    clock.advance(HOUR);
    expect(await createIsolate().read()).toBe(2);
  });
});

describe("G2: staleness", () => {
  it("is at most 30 s even if every purge is lost, in any number of isolates", async () => {
    const isolates = Array.from({ length: 5 }, createIsolate);
    const readAll = async () => {
      const seen = [];
      for (const isolate of isolates) seen.push(await isolate.read());
      await work.settle();
      return seen;
    };
    await readAll();
    stored = 2;
    const publishedAt = clock.now();
    while (clock.now() - publishedAt <= 30 * SECOND) {
      clock.advance(700);
      await readAll();
    }
    expect(await readAll()).toEqual([2, 2, 2, 2, 2]);
  });

  it("is about 10 s under steady traffic", async () => {
    const isolate = createIsolate();
    await isolate.read();
    stored = 2;
    for (let second = 0; second < 12; second += 1) {
      clock.advance(SECOND);
      await isolate.read();
      await work.settle();
    }
    expect(await isolate.read()).toBe(2);
  });

  it("is nothing in the isolate that purged, 5 s in the others of its data centre", async () => {
    const [isolate, other] = [createIsolate(), createIsolate()];
    await isolate.read();
    await other.read();
    await work.settle();
    await isolate.publish();
    expect(await isolate.read()).toBe(2);
    clock.advance(5 * SECOND);
    expect(await other.read()).toBe(2);
  });
});

describe("G3: reads of the store that a reader waits for", () => {
  it("are none on a hit in an active data centre", async () => {
    const isolates = Array.from({ length: 3 }, createIsolate);
    for (const isolate of isolates) await isolate.read();
    await work.settle();
    for (let second = 0; second < 120; second += 1) {
      clock.advance(SECOND);
      const before = storeReads;
      const behind: Promise<unknown>[] = [];
      for (const isolate of isolates) behind.push(isolate.read());
      await Promise.all(behind);
      // A refresh behind the response has begun at most: nobody waited for more than one.
      expect(storeReads - before).toBeLessThanOrEqual(isolates.length);
      await work.settle();
    }
    // One refresh each 10 s for each isolate at most, in two minutes.
    expect(storeReads).toBeLessThanOrEqual(4 + 12 * isolates.length);
  });

  it("are one small one in an idle data centre", async () => {
    await createIsolate().read();
    await work.settle();
    clock.advance(HOUR);
    const before = storeReads;
    await createIsolate().read();
    expect(storeReads - before).toBe(1);
  });
});

describe("G4: store or cache down", () => {
  it("serves what is cached up to 24 h, and fails for the rest", async () => {
    const isolate = createIsolate();
    await isolate.read();
    await work.settle();
    isStoreDown = true;
    clock.advance(24 * HOUR - SECOND);
    expect(await createIsolate().read()).toBe(1);
    clock.advance(2 * SECOND);
    await expect(createIsolate().read()).rejects.toThrow("store down");
  });

  it("serves without a cache", async () => {
    edge.faults.inject({ method: "get" }, { kind: "fail", error: new Error("cache down") });
    edge.faults.inject({ method: "put" }, { kind: "fail", error: new Error("cache down") });
    const isolate = createIsolate();
    expect(await isolate.read()).toBe(1);
    await work.settle();
    stored = 2;
    clock.advance(5 * SECOND + 1);
    expect(await isolate.read()).toBe(2);
  });
});
