// Entries whose key names every input: they never age, so no purge is needed and none can come too late.

import { withDeadline } from "./deadline.ts";
import type { EdgeCache, EdgeEntry } from "./edge-cache.ts";
import { createLru } from "./lru.ts";
import type { Defer } from "./pointers.ts";
import { createSingleFlight } from "./single-flight.ts";

/** A quarter of an isolate's 128 MB: some 2,000 pages. */
const MEMORY_BYTES = 32 * 1024 * 1024;
/** The largest page within the limits has less; a file of 25 MB must not push a thousand pages out. */
const MAX_HELD_BYTES = 2 * 1024 * 1024;
/** The longest lifetime that caches honour (RFC 9111 §1.2.2 speaks of 2^31 s; a year is customary). */
const MAX_AGE_SECONDS = 365 * 24 * 60 * 60;
/** Longer than any render within the limits takes; then one of the waiters begins again. */
const MAX_WAIT_MILLISECONDS = 2_000;
/** A store that hangs must not hang a reader; two tries of a waiter fit in. */
const MAX_MAKE_MILLISECONDS = 5_000;
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
  /** As {@link find}, else made by one of the concurrent callers and kept behind the response. @throws what `make` throws, DeadlineError */
  findOrMake(key: string, make: () => Promise<Made>, defer: Defer): Promise<CachedContent>;
}

export function createContentCache(edge: EdgeCache): ContentCache {
  const memory = createLru<EdgeEntry>({
    maxSize: MEMORY_BYTES,
    sizeOf: (entry) => entry.body.byteLength + ENTRY_OVERHEAD_BYTES,
  });
  const flights = createSingleFlight<Made>(MAX_WAIT_MILLISECONDS);

  function hold(key: string, entry: EdgeEntry): void {
    if (entry.body.byteLength <= MAX_HELD_BYTES) memory.set(key, entry);
  }

  const cache: ContentCache = {
    held: (key) => memory.get(key) ?? null,
    async find(key) {
      const held = memory.get(key);
      if (held !== undefined) return { entry: held, key, origin: "memory" };
      const entry = await edge.get(key);
      if (entry === null) return null;
      hold(key, entry);
      return { entry, key, origin: "edge" };
    },
    async findOrMake(key, make, defer) {
      const found = await cache.find(key);
      if (found !== null) return found;
      const making = flights.run(key, async () => {
        const fresh = await make();
        hold(fresh.key, fresh.entry);
        defer(edge.put(fresh.key, fresh.entry, MAX_AGE_SECONDS).catch(() => null));
        return fresh;
      });
      const made = await withDeadline(making, MAX_MAKE_MILLISECONDS, `make "${key}"`);
      return { ...made, origin: "made" };
    },
  };
  return cache;
}
