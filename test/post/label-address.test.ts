import { describe, expect, it } from "vitest";
import { labelAddress } from "../../src/post/label-address.ts";
import { punycode } from "../../src/post/punycode.ts";

describe("labelAddress()", () => {
  it("is one for all spellings that fold alike", () => {
    for (const name of ["çeviri", "Çeviri", "ÇEVİRİ", "ceviri", " c\u0327eviri! "])
      expect(labelAddress(name), name).toBe("ceviri");
    for (const name of ["Işık", "IŞIK", "isik"]) expect(labelAddress(name), name).toBe("isik");
  });

  it("joins words with single hyphens", () => {
    expect(labelAddress("Yapay Zekâ")).toBe("yapay-zeka");
    expect(labelAddress("--makine  çevirisi/NLP--")).toBe("makine-cevirisi-nlp");
  });

  it("tells names apart by the signs in them", () => {
    expect(["C", "C++", "C#", "R&D"].map(labelAddress)).toEqual([
      "c",
      "cplusplus",
      "csharp",
      "r-and-d",
    ]);
  });

  it("is ASCII for every script, and the address of itself", () => {
    for (const name of ["翻訳", "ترجمة", "Чтение", "機械-翻訳 2", "🎉", "Übersetzung", "हिन्दी"]) {
      const address = labelAddress(name) ?? "";
      expect(address, name).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(labelAddress(address), name).toBe(address);
    }
  });

  it("is null for what has no address", () => {
    for (const name of ["", "!!!", " - ", "a".repeat(1_025)])
      expect(labelAddress(name), name).toBeNull();
  });
});

describe("punycode()", () => {
  it("is that of domain names", () => {
    const words = ["bücher", "翻訳", "ترجمة", "чтение", "他们为什么不说中文"];
    for (const word of words)
      expect(`xn--${punycode(word)}`).toBe(new URL(`http://${word}`).hostname);
  });
});
