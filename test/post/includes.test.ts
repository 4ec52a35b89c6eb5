import { describe, expect, it } from "vitest";
import {
  brokenIncludeLimit,
  includePath,
  MAX_INCLUDE_BYTES,
  MAX_INCLUDES,
} from "../../src/post/includes.ts";

describe("includePath()", () => {
  it("is the path below the folder, as posts write it", () => {
    expect(includePath("_includes/notiz.html")).toBe("notiz.html");
    expect(includePath("_includes/media/video@2x~a+b(c)#d.html")).toBe(
      "media/video@2x~a+b(c)#d.html",
    );
    expect(includePath("_includes/__proto__")).toBe("__proto__");
  });

  it("is null for what Jekyll could not include", () => {
    const keys = [
      "_includes", "_includes/", "_includes//a", "_includes/a/", "_includes/a//b", "_includes/../_config.yml",
      "_includes/a/./b", "_includes/a..b", "_includes/.DS_Store", "_includes/a b.html", "_includes/ağ.html",
      "_includes/a\\b", "_includes/a\n", "_includes/a?b", "_Includes/a", "/_includes/a", "images/a.png",
      `_includes/${"a".repeat(503)}`,
    ]; // prettier-ignore
    for (const key of keys) expect(includePath(key), JSON.stringify(key)).toBeNull();
  });
});

describe("brokenIncludeLimit()", () => {
  it("is null for what the limits allow", () => {
    expect(brokenIncludeLimit([])).toBeNull();
    expect(brokenIncludeLimit([{ path: "a", text: "ş".repeat(MAX_INCLUDE_BYTES / 2) }])).toBeNull();
    expect(brokenIncludeLimit(named(MAX_INCLUDES, "ş"))).toBeNull();
  });

  it("says which limit is broken, in bytes", () => {
    expect(brokenIncludeLimit([{ path: "a", text: `${"ş".repeat(MAX_INCLUDE_BYTES / 2)}.` }])).toBe(
      '"a" has 65537 bytes, the limit of an include is 65536',
    );
    expect(brokenIncludeLimit(named(MAX_INCLUDES + 1, ""))).toBe(
      "there would be 501 includes, the limit is 500",
    );
    expect(brokenIncludeLimit(named(9, "a".repeat(60_000)))).toBe(
      "all includes together would have 540000 bytes, the limit is 524288",
    );
  });
});

function named(
  count: number,
  text: string,
): readonly { readonly path: string; readonly text: string }[] {
  return Array.from({ length: count }, (_, index) => ({ path: `${index}.html`, text }));
}
