// Lets work on one thing happen one after the other, within one isolate.

import { within } from "./deadline.ts";

export interface Turns {
  /** Begins once the work of the earlier callers for this key has ended, or has taken too long. */
  take<T>(key: string, work: () => Promise<T>): Promise<T>;
}

/** A turn whose request was cancelled never ends in workerd: nobody waits longer than this for it. */
export function createTurns(maxWaitMilliseconds: number): Turns {
  const last = new Map<string, Promise<unknown>>();
  return {
    async take(key, work) {
      const before = last.get(key);
      const turn = before === undefined ? work() : within(before, maxWaitMilliseconds).then(work);
      const ended = turn.catch(() => null);
      last.set(key, ended);
      try {
        return await turn;
      } finally {
        if (last.get(key) === ended) last.delete(key);
      }
    },
  };
}
