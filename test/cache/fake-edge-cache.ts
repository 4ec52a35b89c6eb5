// The cache of one data centre in a map, with a clock that tests move; it can be told to fail, hang and lose entries.

import type { EdgeCache, EdgeEntry } from "../../src/cache/edge-cache.ts";
import { createFaults, type Faults } from "../store/faults.ts";

export interface FakeEdgeCache extends EdgeCache {
  /** Methods are `get` and `put`. A get that is told to fail is a miss, as the port demands. */
  readonly faults: Faults;
  /** Evicts the entries whose keys begin so. */
  evict(prefix: string): void;
  keys(): readonly string[];
  /** What stands there as JSON; null for a miss. */
  json(key: string): unknown;
}

export function createFakeEdgeCache(now: () => number): FakeEdgeCache {
  const entries = new Map<string, { readonly entry: EdgeEntry; readonly expiresAt: number }>();
  const faults = createFaults();
  const present = (key: string): EdgeEntry | null => {
    const stored = entries.get(key);
    return stored === undefined || stored.expiresAt <= now() ? null : stored.entry;
  };
  return {
    faults,
    get: (key) => faults.run({ method: "get", key }, async () => present(key)).catch(() => null),
    put: (key, entry, maxAgeSeconds) =>
      faults.run({ method: "put", key }, async () => {
        entries.set(key, { entry, expiresAt: now() + maxAgeSeconds * 1000 });
      }),
    evict(prefix) {
      for (const key of entries.keys()) if (key.startsWith(prefix)) entries.delete(key);
    },
    keys: () => [...entries.keys()].filter((key) => present(key) !== null),
    json(key) {
      const entry = present(key);
      return entry === null ? null : JSON.parse(new TextDecoder().decode(entry.body));
    },
  };
}
