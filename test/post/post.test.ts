import { describe, expect, it } from "vitest";
import { isVisible } from "../../src/post/post.ts";

describe("isVisible()", () => {
  it("shows a post from its date on", () => {
    expect(isVisible({ isHidden: false, date: 5 }, 4)).toBe(false);
    expect(isVisible({ isHidden: false, date: 5 }, 5)).toBe(true);
  });

  it("never shows a hidden post", () => {
    expect(isVisible({ isHidden: true, date: 5 }, 6)).toBe(false);
  });
});
