import { afterEach, describe, expect, it, vi } from "vitest";
import { createTurns } from "../../src/cache/turns.ts";

afterEach(() => {
  vi.useRealTimers();
});

describe("take()", () => {
  it("does work on one key in the order of its callers, on others at once", async () => {
    const turns = createTurns(1_000);
    const { promise: opened, resolve: open } = Promise.withResolvers<void>();
    const log: string[] = [];
    const turn = (key: string, name: string, wait?: Promise<void>) =>
      turns.take(key, async () => {
        log.push(`${name} begins`);
        await wait;
        log.push(`${name} ends`);
      });
    const all = [turn("a", "1", opened), turn("a", "2"), turn("b", "3"), turn("a", "4")];
    await all[2];
    open();
    await Promise.all(all);
    const order = [
      "1 begins",
      "3 begins",
      "3 ends",
      "1 ends",
      "2 begins",
      "2 ends",
      "4 begins",
      "4 ends",
    ];
    expect(log).toEqual(order);
  });

  it("goes on after a failure, and tells it to its own caller only", async () => {
    const turns = createTurns(1_000);
    const failed = turns.take("a", () => Promise.reject(new Error("no")));
    const next = turns.take("a", async () => 2);
    await expect(failed).rejects.toThrow("no");
    expect(await next).toBe(2);
  });

  it("does not wait for ever for a turn that never ends", async () => {
    vi.useFakeTimers();
    const turns = createTurns(1_000);
    void turns.take("a", () => new Promise(() => {}));
    const next = turns.take("a", async () => 2);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await next).toBe(2);
  });
});
