// Entries whose key names every input: they never age, so no purge is needed and none can come too late.

import type { EdgeCache, EdgeEntry } from "./edge-cache.ts";
import { createLru } from "./lru.ts";
import type { Defer } from "./pointers.ts";
import { createSingleFlight } from "./single-flight.ts";

/** A quarter of an isolate's 128 MB: some 2,000 pages. */
const MEMORY_BYTES = 32 * 1024 * 1024;
/** The longest lifetime that caches honour (RFC 9111 §1.2.2 speaks of 2^31 s; a year is customary). */
const MAX_AGE_SECONDS = 365 * 24 * 60 * 60;
/** Longer than any render within the limits takes; then a waiter renders alone. */
const MAX_WAIT_MILLISECONDS = 2_000;
/** Map overhead and headers. */
const ENTRY_OVERHEAD_BYTES = 512;

export interface Made {
  readonly entry: EdgeEntry;
  /** Names the inputs that were really used; they may be newer than those that were asked for. */
  readonly key: string;
  /** An older version that stands in for one that cannot be read. */
  readonly isStale?: boolean;
}

export interface CachedContent extends Made {
  readonly origin: "memory" | "edge" | "made";
}

export interface ContentCache {
  /** What this isolate holds; no I/O. */
  held(key: string): EdgeEntry | null;
  /** Null for a miss in memory and data centre. */
  find(key: string): Promise<CachedContent | null>;
  /** As {@link find}, else made by one of the concurrent callers and kept behind the response. @throws what `make` throws */
  findOrMake(key: string, make: () => Promise<Made>, defer: Defer): Promise<CachedContent>;
}

export function createContentCache(edge: EdgeCache): ContentCache {
  const memory = createLru<EdgeEntry>({
    maxSize: MEMORY_BYTES,
    sizeOf: (entry) => entry.body.byteLength + ENTRY_OVERHEAD_BYTES,
  });
  const flights = createSingleFlight<Made>(MAX_WAIT_MILLISECONDS);

  const cache: ContentCache = {
    held: (key) => memory.get(key) ?? null,
    async find(key) {
      const held = memory.get(key);
      if (held !== undefined) return { entry: held, key, origin: "memory" };
      const entry = await edge.get(key);
      if (entry === null) return null;
      memory.set(key, entry);
      return { entry, key, origin: "edge" };
    },
    async findOrMake(key, make, defer) {
      const found = await cache.find(key);
      if (found !== null) return found;
      const made = await flights.run(key, async () => {
        const fresh = await make();
        memory.set(fresh.key, fresh.entry);
        defer(edge.put(fresh.key, fresh.entry, MAX_AGE_SECONDS).catch(() => null));
        return fresh;
      });
      return { ...made, origin: "made" };
    },
  };
  return cache;
}
