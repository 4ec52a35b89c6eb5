import { describe, expect, it } from "vitest";
import { pathSegments } from "../../src/routes/path-segments.ts";

const segments = (path: string): readonly string[] | null =>
  pathSegments(`https://kiyi.example${path}`);

describe("pathSegments()", () => {
  it("decodes once", () => {
    expect(segments("/posts/a%20b?c=d#e")).toEqual(["posts", "a b"]);
    expect(segments("/posts/%C3%A7ay")).toEqual(["posts", "çay"]);
    expect(segments("/posts/a%252eb")).toEqual(["posts", "a%2eb"]);
    expect(segments("/en/")).toEqual(["en", ""]);
    expect(segments("/")).toEqual([""]);
  });

  it("is null for what is not well encoded, hides a slash, or is overlong", () => {
    for (const path of [
      "/%",
      "/%zz",
      "/%ff",
      "/%c0%ae",
      "/a%2Fb",
      "/a%2fb",
      `/${"x".repeat(2_048)}`,
    ])
      expect(segments(path), path.slice(0, 20)).toBeNull();
  });
});
