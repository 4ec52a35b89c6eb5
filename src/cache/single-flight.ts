// Shares work between concurrent requests of one isolate: one does it, the others wait for a bounded time.

import { DeadlineError, withDeadline } from "./deadline.ts";

export interface SingleFlight<T> {
  /**
   * The result of the work under way for this key, else of `work`. Who waited in vain does the work alone,
   * because the request that began it may have been cancelled.
   */
  run(key: string, work: () => Promise<T>): Promise<T>;
  /** Later callers do not join the work under way. */
  forget(key: string): void;
}

export function createSingleFlight<T>(maxWaitMilliseconds: number): SingleFlight<T> {
  const flights = new Map<string, Promise<T>>();

  function begin(key: string, work: () => Promise<T>): Promise<T> {
    const flight = work();
    flights.set(key, flight);
    const land = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flight.then(land, land);
    return flight;
  }

  return {
    async run(key, work) {
      const flight = flights.get(key);
      if (flight === undefined) return begin(key, work);
      try {
        return await withDeadline(flight, maxWaitMilliseconds, `share ${key}`);
      } catch (error) {
        if (!(error instanceof DeadlineError)) throw error;
        if (flights.get(key) === flight) flights.delete(key);
        return begin(key, work);
      }
    },
    forget: (key) => {
      flights.delete(key);
    },
  };
}
