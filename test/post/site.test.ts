import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { InvalidSourceError } from "../../src/post/note.ts";
import { DEFAULT_SITE, parseSite } from "../../src/post/site.ts";

function faultsOf(text: string): readonly (string | null)[] {
  try {
    parseSite(text);
  } catch (error) {
    if (error instanceof InvalidSourceError) return error.notes.map((note) => note.field);
    throw error;
  }
  return [];
}

describe("parseSite()", () => {
  it("reads Jekyll's keys", () => {
    const text = `title: Kıyı
description: A shore
url: "https://example.org/"
locale: tr-TR
locales: [tr, en, no]
fallback: {az: [tr, en], no: da}
author: {name: Ayşe, email: a@example.org}
timezone: Europe/Istanbul
paginate: 5
excerpt_separator: "<!--more-->"
kramdown: {auto_ids: no}
`;
    expect(parseSite(text)).toEqual({
      title: "Kıyı",
      description: "A shore",
      url: "https://example.org",
      locale: "tr-TR",
      locales: ["tr-TR", "tr", "en", "no"],
      fallback: { az: ["tr", "en"], no: ["da"] },
      author: "Ayşe",
      timeZone: "Europe/Istanbul",
      postsPerPage: 5,
      excerptSeparator: "<!--more-->",
      math: DEFAULT_SITE.math,
      fields: expect.objectContaining({ paginate: 5, kramdown: { auto_ids: false } }),
    });
  });

  it("has defaults for a site that says nothing", () => {
    expect(DEFAULT_SITE).toEqual({
      title: "Kıyı",
      description: null,
      url: null,
      locale: "en",
      locales: ["en"],
      fallback: {},
      author: null,
      timeZone: "UTC",
      postsPerPage: 10,
      excerptSeparator: "\n\n",
      math: expect.objectContaining({ output: "html" }),
      fields: {},
    });
    expect(parseSite('title: ""\nurl: ""\nauthor: {}\nlocales:\n')).toMatchObject({
      url: null,
      author: null,
    });
  });

  it("takes lang for locale, and keeps a port", () => {
    expect(parseSite("lang: no\nurl: http://localhost:4000").locale).toBe("no");
    expect(parseSite("url: http://localhost:4000").url).toBe("http://localhost:4000");
  });

  it("notes every field that is wrong", () => {
    const text =
      "title: [a]\nurl: https://example.org/blog\nlocale: turkish\nlocales: [tr, x]\nfallback: [tr]\ntimezone: Mars/Olympus\npaginate: 0\n";
    expect(faultsOf(text)).toEqual([
      "locale",
      "title",
      "url",
      "locales",
      "fallback",
      "timezone",
      "paginate",
    ]);
  });

  it("refuses what would make wrong links or endless lists", () => {
    for (const url of [
      "javascript:alert(1)",
      "https://user@example.org",
      "//example.org",
      "/blog",
      "https://example.org?q",
      "ftp://example.org",
    ])
      expect(faultsOf(`url: "${url}"`), url).toEqual(["url"]);
    for (const paginate of ["0", "101", "1.5", "ten", "-1"])
      expect(faultsOf(`paginate: ${paginate}`), paginate).toEqual(["paginate"]);
    const many = Array.from({ length: 17 }, (_, index) => `en-x-a${index}`).join(", ");
    expect(faultsOf(`locales: [${many}]`)).toEqual(["locales"]);
    expect(faultsOf(`fallback: {az: [${many}]}`)).toEqual(["fallback"]);
    expect(faultsOf("fallback: {turkish: [en]}")).toEqual(["fallback"]);
    expect(faultsOf("fallback: {az: [turkish]}")).toEqual(["fallback"]);
  });

  it("reads the sample site's settings", () => {
    expect(parseSite(readFileSync("posts/_config.yml", "utf8")).locales.length).toBeGreaterThan(1);
  });
});
