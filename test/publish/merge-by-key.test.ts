import { describe, expect, it } from "vitest";
import { mergeByKey } from "../../src/publish/merge-by-key.ts";

describe("mergeByKey()", () => {
  it("gives every key once, in the order of its bytes", () => {
    const left = new Map([
      ["a", 1],
      ["﨎", 2],
      ["c", 3],
    ]);
    const right = new Map([
      ["𐐨", "x"],
      ["b", "y"],
      ["c", "z"],
    ]);
    expect(mergeByKey(left, right)).toEqual([
      { key: "a", left: 1, right: null },
      { key: "b", left: null, right: "y" },
      { key: "c", left: 3, right: "z" },
      { key: "﨎", left: 2, right: null },
      { key: "𐐨", left: null, right: "x" },
    ]);
  });
});
