import { afterEach, describe, expect, it, vi } from "vitest";
import { DeadlineError } from "../../src/cache/deadline.ts";
import { createSingleFlight } from "../../src/cache/single-flight.ts";

const NEVER = (): Promise<number> => new Promise(() => {});

afterEach(() => {
  vi.useRealTimers();
});

describe("run()", () => {
  it("shares work under way, and forgets it when it has ended", async () => {
    const flights = createSingleFlight<number>(100);
    let count = 0;
    const work = async (): Promise<number> => ++count;
    expect(await Promise.all([flights.run("a", work), flights.run("a", work)])).toEqual([1, 1]);
    expect(await flights.run("a", work)).toBe(2);
    expect(await Promise.all([flights.run("a", work), flights.run("b", work)])).toEqual([3, 4]);
  });

  it("shares a failure, a deadline that the work itself missed too", async () => {
    const flights = createSingleFlight<number>(100);
    let count = 0;
    const work = async (): Promise<number> => {
      count += 1;
      await Promise.resolve();
      throw new DeadlineError("read", 5);
    };
    const results = await Promise.allSettled([flights.run("a", work), flights.run("a", work)]);
    expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(count).toBe(1);
  });

  it("begins again once when the work never ends, and the other waiters join", async () => {
    vi.useFakeTimers();
    const flights = createSingleFlight<number>(100);
    void flights.run("a", NEVER);
    let count = 0;
    const work = async (): Promise<number> => {
      count += 1;
      await new Promise((done) => setTimeout(done, 50));
      return count;
    };
    const waiters = Promise.all(Array.from({ length: 10 }, () => flights.run("a", work)));
    await vi.advanceTimersByTimeAsync(150);
    expect(await waiters).toEqual(Array.from({ length: 10 }, () => 1));
    expect(count).toBe(1);
  });

  it("lets nobody join twice in vain", async () => {
    vi.useFakeTimers();
    const flights = createSingleFlight<number>(100);
    void flights.run("a", NEVER);
    void flights.run("a", NEVER);
    const waiter = flights.run("a", async () => 1);
    await vi.advanceTimersByTimeAsync(200);
    expect(await waiter).toBe(1);
  });
});

describe("forget()", () => {
  it("lets later callers begin anew, and the work under way end for its waiters", async () => {
    const flights = createSingleFlight<number>(100);
    const { promise, resolve } = Promise.withResolvers<number>();
    const before = flights.run("a", () => promise);
    flights.forget("a");
    const after = flights.run("a", async () => 2);
    resolve(1);
    expect(await Promise.all([before, after])).toEqual([1, 2]);
  });
});
