import { describe, expect, it } from "vitest";
import { createLineFinder } from "../../src/render/line-finder.ts";

describe("createLineFinder()", () => {
  it("finds equal pieces one after the other", () => {
    const lines = createLineFinder("x\n\\a\n\n\\a b \\a\n\n\\a");
    expect([1, 2, 3, 4].map(() => lines.lineOf("\\a"))).toEqual([2, 4, 4, 6]);
  });

  it("finds a piece of several lines by its first", () => {
    expect(createLineFinder("a\n> $$\n> x\\\n> y$$").lineOf("\nx\\\ny")).toBe(3);
  });

  it("goes back for a piece that stands before the last one", () => {
    const lines = createLineFinder("a\nb\nc");
    expect([lines.lineOf("c"), lines.lineOf("a"), lines.lineOf("b")]).toEqual([3, 1, 2]);
  });

  it("is null for what is not there, and after a hundred searches", () => {
    const lines = createLineFinder("a");
    expect([lines.lineOf("b"), lines.lineOf(""), lines.lineOf("a")]).toEqual([null, null, 1]);
    for (let count = 0; count < 100; count += 1) lines.lineOf("a");
    expect(lines.lineOf("a")).toBeNull();
  });
});
