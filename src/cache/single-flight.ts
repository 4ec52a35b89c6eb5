// Shares work between concurrent requests of one isolate: one does it, the others wait for a bounded time.

import { LATE, within } from "./deadline.ts";

export interface SingleFlight<T> {
  /**
   * The result of the work under way for this key, else of `work`. Of those who waited in vain one begins again
   * and the others join it: the request that began first may have been cancelled. Nobody joins twice in vain.
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
      const landed = await within(flight, maxWaitMilliseconds);
      if (landed !== LATE) return landed;
      const next = flights.get(key);
      if (next === undefined || next === flight) return begin(key, work);
      const landedNext = await within(next, maxWaitMilliseconds);
      return landedNext === LATE ? work() : landedNext;
    },
    forget: (key) => {
      flights.delete(key);
    },
  };
}
