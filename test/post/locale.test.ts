import { describe, expect, it } from "vitest";
import {
  languageAndScript,
  parseLocale,
  textDirection,
  truncations,
} from "../../src/post/locale.ts";
import { locale } from "../catalog/posts.ts";

describe("parseLocale()", () => {
  it("makes tags canonical (RFC 5646 §4.5)", () => {
    const cases = [
      ["tr", "tr"],
      ["PT-br", "pt-BR"],
      ["ZH-HANT-tw", "zh-Hant-TW"],
      ["iw", "he"],
      ["in", "id"],
      ["es-419", "es-419"],
      ["sl-rozaj-biske", "sl-biske-rozaj"],
      ["de-DE-1996", "de-DE-1996"],
      ["no", "no"],
      ["yue", "yue"],
    ];
    for (const [tag = "", canonical] of cases) expect(parseLocale(tag), tag).toBe(canonical);
  });

  it("is null for what is no tag of a language", () => {
    const tags = [
      "", " ", "t", "tr_TR", "tr-", "-tr", "tr--TR", "tr TR", "tr\n", "*", "turkish", "draft", "false", "root", "x-private",
      "i-klingon", "en-a", "en-u", "en-US-US", "../en", "__proto__", "٣٤", "ŧr", `en${"-abcdefgh".repeat(4)}`,
    ]; // prettier-ignore
    for (const tag of tags) expect(parseLocale(tag), JSON.stringify(tag)).toBeNull();
  });
});

describe("textDirection()", () => {
  it("follows the script", () => {
    for (const tag of [
      "ar",
      "he",
      "fa",
      "ur",
      "ckb",
      "ps",
      "dv",
      "syr",
      "yi",
      "az-Arab",
      "pa-PK",
      "ku-Arab",
    ])
      expect(textDirection(locale(tag)), tag).toBe("rtl");
    for (const tag of ["tr", "en", "ja", "az", "pa", "ku", "ar-Latn", "und"])
      expect(textDirection(locale(tag)), tag).toBe("ltr");
  });
});

describe("truncations()", () => {
  // The example of RFC 4647 §3.4.
  it("removes subtags from the end, single letters with what followed them", () => {
    expect(truncations("zh-Hant-CN-x-private1-private2")).toEqual([
      "zh-Hant-CN-x-private1-private2",
      "zh-Hant-CN-x-private1",
      "zh-Hant-CN",
      "zh-Hant",
      "zh",
    ]);
  });
});

describe("languageAndScript()", () => {
  it("adds the likely script", () => {
    const cases = [
      ["pt-PT", "pt-Latn"],
      ["zh-TW", "zh-Hant"],
      ["zh", "zh-Hans"],
      ["sr", "sr-Cyrl"],
    ] as const;
    for (const [tag, expected] of cases) expect(languageAndScript(tag)).toBe(expected);
  });
});
