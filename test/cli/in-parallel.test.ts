import { describe, expect, it } from "vitest";
import { inParallel } from "../../src/cli/in-parallel.ts";

describe("inParallel()", () => {
  it("does every item once, as many at a time as it may", async () => {
    const begun: number[] = [];
    const gate = Promise.withResolvers<void>();
    const done = inParallel([1, 2, 3, 4, 5, 6], 4, async (item) => {
      begun.push(item);
      await gate.promise;
    });
    expect(begun).toEqual([1, 2, 3, 4]);
    gate.resolve();
    await done;
    expect(begun).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("throws the first error after the others are done", async () => {
    const done: number[] = [];
    const work = inParallel([1, 2, 3], 2, async (item) => {
      if (item === 1) throw new Error("one");
      done.push(item);
    });
    await expect(work).rejects.toThrow("one");
    expect(done).toEqual([2, 3]);
  });

  it("has nothing to do for no items", async () => {
    await expect(inParallel([], 4, () => Promise.reject(new Error("no")))).resolves.toBeUndefined();
  });
});
