import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DeadlineError, LATE, withDeadline, within } from "../../src/cache/deadline.ts";

const NEVER = new Promise<never>(() => {});

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe("within()", () => {
  it("settles as the promise does", async () => {
    expect(await within(Promise.resolve(1), 10)).toBe(1);
    await expect(within(Promise.reject(new Error("no")), 10)).rejects.toThrow("no");
  });

  it("is late after its time, and leaves no timer behind", async () => {
    const settled = within(NEVER, 10);
    await vi.advanceTimersByTimeAsync(10);
    expect(await settled).toBe(LATE);
    await within(Promise.resolve(1), 10);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("leaves no rejection unhandled that comes too late", async () => {
    const { promise, reject } = Promise.withResolvers<number>();
    const settled = within(promise, 10);
    await vi.advanceTimersByTimeAsync(10);
    expect(await settled).toBe(LATE);
    reject(new Error("late"));
    await vi.advanceTimersByTimeAsync(1);
  });
});

describe("withDeadline()", () => {
  it("fails by name when it is late", async () => {
    const failing = expect(withDeadline(NEVER, 10, "read it")).rejects.toThrow(
      new DeadlineError("read it", 10),
    );
    await vi.advanceTimersByTimeAsync(10);
    await failing;
    expect(new DeadlineError("read it", 10).message).toBe("Cannot read it: no answer in 10 ms");
  });
});
