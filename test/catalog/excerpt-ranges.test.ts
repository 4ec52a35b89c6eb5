import { describe, expect, it } from "vitest";
import { excerptRanges } from "../../src/catalog/excerpt-ranges.ts";

describe("excerptRanges()", () => {
  it("returns one range over all slugs when the map is small or empty", () => {
    expect(excerptRanges({})).toEqual([{ after: "", upTo: "\u{10ffff}", json: "{}" }]);
    expect(excerptRanges({ b: "2", a: "1" })).toEqual([
      { after: "", upTo: "\u{10ffff}", json: '{"a":"1","b":"2"}' },
    ]);
  });

  it("returns ranges that follow each other and hold every excerpt once when the map is large", () => {
    const slugs = Array.from({ length: 40 }, (_, index) => `p${index}`);
    const ranges = excerptRanges(
      Object.fromEntries(slugs.map((slug) => [slug, "ş".repeat(100_000)])),
    );
    expect(ranges.length).toBeGreaterThan(5);
    expect(ranges[0]?.after).toBe("");
    expect(ranges.at(-1)?.upTo).toBe("\u{10ffff}");
    expect(ranges.slice(1).map(({ after }) => after)).toEqual(
      ranges.slice(0, -1).map(({ upTo }) => upTo),
    );
    const held = ranges.flatMap(({ json }) => Object.keys(JSON.parse(json)));
    expect(held).toEqual(slugs.toSorted());
    // D1 takes 2,000,000 bytes in a parameter.
    for (const { json } of ranges)
      expect(new TextEncoder().encode(json).byteLength).toBeLessThan(2_000_000);
  });

  it("orders slugs as SQLite does", () => {
    // U+FA0E comes before U+10428 in the order of bytes, after it in JavaScript's own.
    const [range] = excerptRanges({ 𐐨: "2", 﨎: "1", a: "0" });
    expect(Object.keys(JSON.parse(range?.json ?? ""))).toEqual(["a", "﨎", "𐐨"]);
  });

  it("leaves out keys that are no slugs", () => {
    expect(excerptRanges({ "": "a", "A b": "c", ok: "d" })[0]?.json).toBe('{"ok":"d"}');
  });
});
