import { describe, expect, it } from "vitest";
import { chooseExcerpt, type ExcerptSources, truncateExcerpt } from "../../src/post/excerpt.ts";
import { locale } from "../catalog/posts.ts";

const FALLBACK = { az: [locale("tr"), locale("en")] };

function sources(fields: Partial<ExcerptSources>): ExcerptSources {
  return {
    locale: locale("de"),
    excerpt: "Eigener.",
    excerpts: {},
    translations: [],
    dataExcerpts: {},
    ...fields,
  };
}

/** `<locale>: <text> (<origin>)` */
function chosen(fields: Partial<ExcerptSources>, tag: string): string {
  const excerpt = chooseExcerpt(sources(fields), locale(tag), FALLBACK);
  return `${excerpt.locale}: ${excerpt.text} (${excerpt.origin})`;
}

const ALL = {
  excerpts: { en: "Front.", "pt-BR": "Frente." },
  translations: [
    { locale: locale("en"), excerpt: "Translated." },
    { locale: locale("fr"), excerpt: "Traduit." },
  ],
  dataExcerpts: { en: "Data.", fr: "Données.", ja: "データ。" },
};

describe("chooseExcerpt()", () => {
  it("prefers the post's excerpts, then a translation, then the data file, then the post's own", () => {
    expect(chosen(ALL, "en")).toBe("en: Front. (excerpts)");
    expect(chosen(ALL, "fr")).toBe("fr: Traduit. (translation)");
    expect(chosen(ALL, "ja")).toBe("ja: データ。 (data)");
    expect(chosen(ALL, "ko")).toBe("de: Eigener. (own)");
    expect(chosen(ALL, "de")).toBe("de: Eigener. (own)");
  });

  it("looks each of them up by truncation, then by language and script", () => {
    expect(chosen(ALL, "en-GB")).toBe("en: Front. (excerpts)");
    expect(chosen(ALL, "pt-PT")).toBe("pt-BR: Frente. (excerpts)");
    expect(chosen({ dataExcerpts: { "zh-Hans": "简", "zh-Hant": "繁" } }, "zh-TW")).toBe(
      "zh-Hant: 繁 (data)",
    );
    expect(chosen({ dataExcerpts: { "zh-Hans": "简" } }, "zh-TW")).toBe("de: Eigener. (own)");
  });

  it("takes the file that is nearest to the reader: the translation, if it is", () => {
    const brazilian = { locale: locale("pt-BR"), excerpt: "Original." };
    const translations = [{ locale: locale("pt-PT"), excerpt: "Tradução." }];
    expect(chosen({ ...brazilian, translations }, "pt-PT")).toBe("pt-PT: Tradução. (translation)");
    expect(chosen({ ...brazilian, translations }, "pt-BR")).toBe("pt-BR: Original. (own)");
    expect(chosen({ ...brazilian, translations }, "pt-AO")).toBe("pt-BR: Original. (own)");
  });

  it("goes through the site's fallback in its order, each by the whole chain", () => {
    expect(chosen({ excerpts: { tr: "Türkçe.", en: "E." } }, "az")).toBe("tr: Türkçe. (excerpts)");
    expect(chosen({ excerpts: { en: "E." }, dataExcerpts: { tr: "Veri." } }, "az")).toBe(
      "tr: Veri. (data)",
    );
    expect(chosen(ALL, "az")).toBe("en: Front. (excerpts)");
    expect(chosen(ALL, "az-Latn-AZ")).toBe("en: Front. (excerpts)");
    expect(chosen({ locale: locale("tr"), excerpt: "Kendi." }, "az")).toBe("tr: Kendi. (own)");
    expect(chosen({ ...ALL, excerpts: { az: "Özü.", tr: "T" } }, "az")).toBe("az: Özü. (excerpts)");
    expect(chosen({}, "az")).toBe("de: Eigener. (own)");
  });

  it("takes an empty text for a missing one", () => {
    expect(
      chosen(
        {
          excerpts: { en: "" },
          translations: [{ locale: locale("en"), excerpt: "" }],
          dataExcerpts: { en: "Data." },
        },
        "en",
      ),
    ).toBe("en: Data. (data)");
    expect(chosen({ excerpt: "", dataExcerpts: { de: "Daten." } }, "de")).toBe("de: Daten. (data)");
    expect(chosen({ excerpt: "" }, "en")).toBe("de:  (own)");
  });

  it("says in which direction its text runs", () => {
    const direction = (tag: string) =>
      chooseExcerpt(sources({ excerpts: { ar: "مرحبا" } }), locale(tag), {}).direction;
    expect(direction("ar")).toBe("rtl");
    expect(direction("en")).toBe("ltr");
  });
});

function graphemes(text: string, tag: string): number {
  return [...new Intl.Segmenter(tag).segment(text)].length;
}

describe("truncateExcerpt()", () => {
  it("keeps what is short enough, on one line", () => {
    expect(truncateExcerpt("  one\n two\u00A0three ", locale("en"))).toBe("one two three");
    expect(truncateExcerpt("x".repeat(160), locale("en"))).toBe("x".repeat(160));
    expect(truncateExcerpt("", locale("en"))).toBe("");
  });

  it("cuts at the end of a word", () => {
    const text = truncateExcerpt(`${"word ".repeat(31)}longerword and more`, locale("en"));
    expect(text).toBe(`${"word ".repeat(31).trim()}…`);
  });

  it("cuts within a word that is longer than the whole", () => {
    expect(truncateExcerpt("x".repeat(200), locale("en"))).toBe(`${"x".repeat(159)}…`);
  });

  it("never parts a grapheme and never shows more than 160", () => {
    const family = "👨‍👩‍👧‍👦";
    const cases = [
      ["en", family],
      ["en", "🇹🇷"],
      ["hi", "क्षि "],
      ["ar", "مَرْحَبًا "],
      ["ja", "今日は良い天気です。"],
      ["th", "สวัสดีครับ"],
      ["tr", "ışığı "],
      ["en", "e\u0301"],
    ] as const;
    for (const [tag, part] of cases) {
      const text = truncateExcerpt(part.repeat(400), locale(tag));
      expect(text.isWellFormed(), part).toBe(true);
      expect(text.endsWith("…"), part).toBe(true);
      expect(graphemes(text, tag), part).toBeLessThanOrEqual(160);
      expect(graphemes(text, tag), part).toBeGreaterThan(100);
      const whole = new Set(
        [...new Intl.Segmenter(tag).segment(part.repeat(2))].map(({ segment }) => segment),
      );
      for (const { segment } of new Intl.Segmenter(tag).segment(text.slice(0, -1)))
        expect(whole.has(segment), `${part}: ${segment}`).toBe(true);
    }
  });

  it("is quick with any text", () => {
    for (const part of ["a", "\u0301", "👨‍", " ", "a ", "\n"])
      truncateExcerpt(part.repeat(300_000), locale("en"));
  });
});
