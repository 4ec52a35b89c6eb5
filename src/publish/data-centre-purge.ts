// Purges the data centre that the publish came to.

import { MAX_AGE_MILLISECONDS, type Pointers } from "../cache/pointers.ts";
import type { Purge } from "./purge.ts";

export function createDataCentrePurge(pointers: Pointers): Purge {
  return {
    async purge(names, hidden) {
      try {
        await pointers.purge(names, hidden);
        return { state: "done" };
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return { state: "failed", reason, staleSeconds: MAX_AGE_MILLISECONDS / 1000 };
      }
    },
  };
}
