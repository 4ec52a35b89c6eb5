import { describe, expect, it } from "vitest";
import { lookup } from "../../src/post/lookup.ts";

describe("lookup()", () => {
  it("finds the tag, then a shorter one, then one of the same language and script", () => {
    const cases = [
      ["tr", "en tr", "tr"],
      ["TR", "en tr", "tr"],
      ["en-US", "tr en", "en"],
      ["en-US", "en-GB en en-US", "en-US"],
      ["zh-Hant-TW", "zh zh-Hant", "zh-Hant"],
      ["pt-PT", "en pt-BR", "pt-BR"],
      ["pt", "pt-BR pt-PT", "pt-BR"],
      ["zh-TW", "zh-Hans zh-Hant", "zh-Hant"],
      ["zh-HK", "zh-Hans en", null],
      ["sr-Latn", "sr-Cyrl sr-Latn-BA", "sr-Latn-BA"],
      ["nb", "no", null],
      ["ja", "tr en", null],
      ["en", "", null],
    ] as const;
    for (const [range, tags, found] of cases)
      expect(lookup(range, tags.split(" ").filter(Boolean)), `${range} in ${tags}`).toBe(found);
  });
});
