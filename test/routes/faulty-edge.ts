// The data centre's cache in front of a real one, counted, and told to fail or hang.

import type { EdgeCache } from "../../src/cache/edge-cache.ts";
import { createFaults, type Faults } from "../store/faults.ts";

export interface FaultyEdge extends EdgeCache {
  readonly faults: Faults;
}

export function createFaultyEdge(edge: EdgeCache): FaultyEdge {
  const faults = createFaults();
  return {
    faults,
    // The port's word: a fault of reading is a miss.
    get: (key) => faults.run({ method: "get", key }, () => edge.get(key)).catch(() => null),
    put: (key, entry, maxAgeSeconds) =>
      faults.run({ method: "put", key }, () => edge.put(key, entry, maxAgeSeconds)),
  };
}
