// A publisher over memory: store and catalog can be told to fail, the purge too, the clock stands still.

import { createContentCache } from "../../src/cache/content-cache.ts";
import { createPointers, type Pointers } from "../../src/cache/pointers.ts";
import { createMemoryCatalog } from "../../src/catalog/memory-catalog.ts";
import { createPublisher, type Publisher } from "../../src/publish/publisher.ts";
import type { Purge } from "../../src/publish/purge.ts";
import { createReconcile, type Reconcile } from "../../src/publish/reconcile.ts";
import { catalogSource } from "../../src/read/catalog-state.ts";
import { createSiteReader } from "../../src/read/current-site.ts";
import { createMemoryContentStore } from "../../src/store/memory-content-store.ts";
import { createDeferredWork, type DeferredWork } from "../cache/deferred-work.ts";
import { createFakeClock, type FakeClock } from "../cache/fake-clock.ts";
import { createFakeEdgeCache, type FakeEdgeCache } from "../cache/fake-edge-cache.ts";
import { createFaultyCatalog, type FaultyCatalog } from "../catalog/faulty-catalog.ts";
import {
  createFaultyContentStore,
  type FaultyContentStore,
} from "../store/faulty-content-store.ts";

export interface PublishRooms {
  readonly clock: FakeClock;
  readonly store: FaultyContentStore;
  readonly catalog: FaultyCatalog;
  readonly edge: FakeEdgeCache;
  readonly work: DeferredWork;
  readonly pointers: Pointers;
  readonly publisher: Publisher;
  readonly reconcile: Reconcile;
  /** Names of pointers, one list for each purge. */
  readonly purges: (readonly string[])[];
  failPurges(): void;
}

export function createPublishRooms(): PublishRooms {
  const clock = createFakeClock();
  const store = createFaultyContentStore(createMemoryContentStore(clock.now));
  const catalog = createFaultyCatalog(createMemoryCatalog());
  const edge = createFakeEdgeCache(clock.now);
  const work = createDeferredWork();
  const pointers = createPointers(edge, clock.now);
  const catalogState = catalogSource(catalog, clock.now);
  const contents = createContentCache(edge);
  const sites = createSiteReader({ store, catalog, catalogState, pointers, contents });
  const purges: (readonly string[])[] = [];
  let isFailing = false;
  const purge: Purge = {
    async purge(names, hidden) {
      purges.push(names);
      await pointers.purge(names, hidden);
      return isFailing
        ? { state: "failed", reason: "no quota", staleSeconds: 30 }
        : { state: "done" };
    },
  };
  const publisher = createPublisher({ store, catalog, sites, purge, now: clock.now });
  const reconcile = createReconcile({ store, catalog, sites, publisher });
  return {
    clock,
    store,
    catalog,
    edge,
    work,
    pointers,
    publisher,
    reconcile,
    purges,
    failPurges() {
      isFailing = true;
    },
  };
}

export function bytes(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** A post's source; each of `fields` is a line of front matter. */
export function source(title: string, ...fields: readonly string[]): Uint8Array<ArrayBuffer> {
  return bytes(
    `---\n${[`title: ${title}`, "date: 2024-05-31", ...fields].join("\n")}\n---\nText of ${title}.\n`,
  );
}
