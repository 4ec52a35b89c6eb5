import { describe, expect, it } from "vitest";
import { marked, searchSnippet } from "../../src/page/search-snippet.ts";
import { searchTerms } from "../../src/post/search-words.ts";

function snippet(text: string, query: string): string | null {
  return searchSnippet(text, searchTerms(query))?.markup ?? null;
}

describe("searchSnippet()", () => {
  it("marks words as the text has them", () => {
    expect(snippet("Gün ışığı ve ISPANAK.", "ispanak")).toBe("Gün ışığı ve <mark>ISPANAK</mark>.");
    expect(snippet("İstanbul’un ışıkları", "isik istanbul")).toBe(
      "<mark>İstanbul</mark>’un ışıkları",
    );
    expect(snippet("機械翻訳の話", "翻訳")).toBe("機械<mark>翻訳</mark>の話");
  });

  it("is a stretch around the first of them", () => {
    const text = `${"önce ".repeat(3_000)}burada deniz var ${"sonra ".repeat(3_000)}`;
    const found = snippet(text, "deniz") ?? "";
    expect(found).toMatch(/^… (?:önce )+burada <mark>deniz<\/mark> var (?:sonra ?)+ …$/);
    expect(found.length).toBeLessThan(240);
  });

  it("is null when no word is there", () => {
    expect(snippet("Denizli", "denizl x")).toBeNull();
    expect(snippet("", "a")).toBeNull();
  });

  it("escapes what stands in the text", () => {
    expect(snippet("<b>deniz</b> & <script>", "deniz")).toBe(
      "&lt;b&gt;<mark>deniz</mark>&lt;/b&gt; &amp; &lt;script&gt;",
    );
  });

  it("is quick for any text", () => {
    for (const text of [
      "a".repeat(100_000),
      "ﷺ".repeat(20_000),
      "翻".repeat(20_000),
      "\u0301".repeat(20_000),
    ])
      expect(snippet(text, "zzz 訳")).toBeNull();
  });
});

describe("marked()", () => {
  it("is the text when nothing is in it", () => {
    expect(marked("Deniz & gök", searchTerms("yok")).markup).toBe("Deniz &amp; gök");
  });
});
