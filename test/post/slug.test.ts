import { describe, expect, it } from "vitest";
import { parsePostKey, parseSlug, postKey } from "../../src/post/slug.ts";
import { locale, slug } from "../catalog/posts.ts";

describe("parseSlug()", () => {
  it("takes letters of any script, digits and single hyphens", () => {
    const slugs = [
      "a",
      "neden-dikkat",
      "2024-05-31",
      "dağ-ışığı",
      "straße",
      "привет-мир",
      "λόγος",
      "שלום",
      "مرحبا-بالعالم",
      "٢٠٢٤",
      "こんにちは-世界",
      "한국어",
      "नमस्ते",
      "คำถาม",
      "ຄຳ",
      "և",
      "𐐨",
      "x".repeat(120),
    ];
    for (const text of slugs) expect(parseSlug(text), text).toBe(text);
  });

  it("refuses whatever else", () => {
    const texts = [
      "", "-", "a-", "-a", "a--b", ".", "..", "...", "a/b", "a\\b", "../a", "a.md", "a b", " a", "a ", "a\n", "\na",
      "a\u0000", "\u0000", "a%2fb", "%2e%2e", "a_b", "a+b", "a?b", "a#b", "a:b", "a'b", 'a"b', "<a>", "a&b", "a;b",
      "a,b", "~a", "@a", "$a", "A", "Neden", "İstanbul", "ÇAY", "ΛΟΓΟΣ", "ǅ", "x".repeat(121), "é".normalize("NFD"),
      "i\u0307", "が".normalize("NFD"), "한".normalize("NFD"), "ﬁn", "ſ", "ａ", "①", "²", "ª", "ﷺ", "ﻣ", "\u0301a", "a-\u0301",
      "a\u200Bb", "a\u200Db", "a\u00ADb", "a\uFE0F", "a\u034F", "\u3164", "\u115F", "\uFEFFa", "\u202Ea", "😀", "Ⅳ", "a—b",
      "a\u2010b", "\uD800", "a\uD83D", "a\u00A0b",
    ]; // prettier-ignore
    for (const text of texts) expect(parseSlug(text), JSON.stringify(text)).toBeNull();
  });

  it("is quick with any text", () => {
    for (const part of ["a-", "a", "-", "\u0301", "ä"]) parseSlug(part.repeat(500_000));
  });
});

describe("postKey()", () => {
  it("is the reverse of parsePostKey()", () => {
    const cases = [
      ["posts/merhaba.md", { slug: slug("merhaba"), locale: null }],
      ["posts/merhaba.en.md", { slug: slug("merhaba"), locale: locale("en") }],
      ["posts/dağ.zh-Hant-TW.md", { slug: slug("dağ"), locale: locale("zh-Hant-TW") }],
    ] as const;
    for (const [key, address] of cases) {
      expect(parsePostKey(key)).toEqual(address);
      expect(postKey(address)).toBe(key);
    }
  });

  it("stays below the 512 bytes that KV takes", () => {
    const key = postKey({ slug: slug("世".repeat(120)), locale: locale(`en-${"x".repeat(8)}`) });
    expect(new TextEncoder().encode(key).length).toBeLessThan(512);
  });
});

describe("parsePostKey()", () => {
  it("refuses keys that postKey() does not make", () => {
    const keys = [
      "", "posts/", "posts/.md", "posts/a",  "posts/a.txt", "a.md", "/posts/a.md", "posts//a.md",
      "posts/b/a.md", "posts/../a.md", "posts/A.md", "posts/a.EN.md", "posts/a.en_US.md", "posts/a.iw.md",
      "posts/a..md", "posts/a.en.de.md", "posts/a.draft.md", "posts/a.backup.md", "posts/a.x-y.md", "posts/a.md ",
      "posts/a.md\u0000", "POSTS/a.md", "posts/i\u0307.md",
    ]; // prettier-ignore
    for (const key of keys) expect(parsePostKey(key), JSON.stringify(key)).toBeNull();
  });
});
