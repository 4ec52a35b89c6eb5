import { describe, expect, it } from "vitest";
import { compareCodePoints } from "../../src/post/code-point-order.ts";

describe("compareCodePoints()", () => {
  it("sorts as UTF-8 bytes do", () => {
    const texts = [
      "",
      "a",
      "a-b",
      "a.b",
      "ab",
      "b",
      "é",
      "﨎",
      "𐐨",
      "😀a",
      "posts/a.md",
      "posts/a-b.md",
      "posts/a.en.md",
    ];
    const byBytes = texts.toSorted((left, right) =>
      Buffer.compare(Buffer.from(left), Buffer.from(right)),
    );
    expect(texts.toReversed().sort(compareCodePoints)).toEqual(byBytes);
  });

  it("is zero for equal texts only", () => {
    expect(compareCodePoints("😀", "😀")).toBe(0);
    expect(compareCodePoints("a", "ab")).toBeLessThan(0);
    expect(compareCodePoints("ab", "a")).toBeGreaterThan(0);
  });
});
