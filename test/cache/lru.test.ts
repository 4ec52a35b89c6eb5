import { describe, expect, it } from "vitest";
import { createLru } from "../../src/cache/lru.ts";

function lruOf(maxSize: number) {
  return createLru<string>({ maxSize, sizeOf: (value) => value.length });
}

describe("createLru()", () => {
  it("lets the least recently used leave first", () => {
    const lru = lruOf(3);
    for (const key of ["a", "b", "c"]) lru.set(key, "x");
    lru.get("a");
    lru.set("d", "x");
    expect(["a", "b", "c", "d"].map((key) => lru.get(key))).toEqual(["x", undefined, "x", "x"]);
  });

  it("counts sizes, of replaced and deleted values too", () => {
    const lru = lruOf(10);
    lru.set("a", "x".repeat(9));
    lru.set("a", "x");
    lru.set("b", "x".repeat(9));
    expect(lru.get("a")).toBe("x");
    lru.delete("b");
    lru.delete("b");
    lru.set("c", "x".repeat(9));
    expect(lru.get("a")).toBe("x");
    lru.set("d", "xx");
    expect([lru.get("a"), lru.get("c"), lru.get("d")]).toEqual(["x", undefined, "xx"]);
  });

  it("does not keep what is larger than all, nor what it replaces", () => {
    const lru = lruOf(3);
    lru.set("a", "x");
    lru.set("b", "y");
    lru.set("a", "xxxx");
    expect([lru.get("a"), lru.get("b")]).toEqual([undefined, "y"]);
  });
});
