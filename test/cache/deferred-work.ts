// What a request does behind its response, held until a test lets it end.

import type { Defer } from "../../src/cache/pointers.ts";

export interface DeferredWork {
  readonly defer: Defer;
  /** Ends when all of it has ended, and what it deferred in turn. */
  settle(): Promise<void>;
  count(): number;
}

export function createDeferredWork(): DeferredWork {
  const work: Promise<unknown>[] = [];
  return {
    defer: (promise) => {
      work.push(promise);
    },
    async settle() {
      for (let next = work.shift(); next !== undefined; next = work.shift()) await next;
    },
    count: () => work.length,
  };
}
