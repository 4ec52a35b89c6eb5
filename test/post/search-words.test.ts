import { describe, expect, it } from "vitest";
import { searchTerms, searchWords } from "../../src/post/search-words.ts";

describe("searchWords()", () => {
  it("are folded letters and digits", () => {
    expect(searchWords("İstanbul’un 3 ışığı, «BLEU-4»!")).toEqual([
      "istanbul",
      "un",
      "3",
      "isigi",
      "bleu",
      "4",
    ]);
    expect(searchWords(" … ")).toEqual([]);
  });

  it("are pairs of characters where a script has no spaces", () => {
    expect(searchWords("機械翻訳 NLPの話")).toEqual([
      "機械",
      "械翻",
      "翻訳",
      "訳",
      "nlp",
      "の話",
      "話",
    ]);
  });
});

describe("searchTerms()", () => {
  const terms = (query: string): readonly string[] =>
    searchTerms(query).map(({ tokens, isPrefix }) => tokens.join("+") + (isPrefix ? "*" : ""));

  it("are the words, the last of which may go on", () => {
    expect(terms("ışık  HIZI")).toEqual(["isik", "hizi*"]);
    expect(terms("ışık h")).toEqual(["isik", "h"]);
    expect(terms("?!")).toEqual([]);
  });

  it("leave out what Turkish puts behind a name, and keep what stands behind an article", () => {
    expect(terms("İstanbul'un TÜBİTAK’ta")).toEqual(["istanbul", "tubitak*"]);
    expect(terms("l’école d'été")).toEqual(["l", "ecole", "d", "ete*"]);
  });

  it("are phrases where a script has no spaces", () => {
    expect(terms("機械翻訳")).toEqual(["機械+械翻+翻訳"]);
    expect(terms("訳 話")).toEqual(["訳*", "話*"]);
  });

  it("are few, whatever is asked for", () => {
    expect(terms("a ".repeat(5_000))).toHaveLength(12);
    expect(terms("ﷺ".repeat(5_000)).join("").length).toBeLessThan(5_000);
  });
});
