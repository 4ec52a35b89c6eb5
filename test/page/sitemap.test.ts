import { describe, expect, it } from "vitest";
import type { SitemapPost } from "../../src/catalog/catalog.ts";
import { robotsText, sitemap, sitemapIndex } from "../../src/page/sitemap.ts";
import { parseXml, type XmlElement } from "./parse-xml.ts";
import { locale, site, slug } from "./sample.ts";

const SITE = { url: "https://kiyi.example", locales: ["tr", "en"].map(locale) };
const TURKISH = { locale: locale("tr"), isOriginal: true };
const ENGLISH = { locale: locale("en"), isOriginal: false };

function file(fields: Partial<SitemapPost> = {}): SitemapPost {
  const changedAt = Date.UTC(2018, 8, 24, 9);
  return { slug: slug("dağ"), ...TURKISH, changedAt, versions: [TURKISH], ...fields };
}

/** The elements of each URL: name and text, or address of a link. */
function urlsOf(posts: readonly SitemapPost[], part = 2): readonly (readonly string[])[] {
  return parseXml(sitemap(posts, part, SITE).markup).children.map((url) => url.children.map(line));
}

function line({ name, attributes, text }: XmlElement): string {
  return `${name} ${text || `${attributes["hreflang"]} ${attributes["href"]}`}`;
}

describe("sitemap()", () => {
  it("has the address of a post and when it was changed", () => {
    expect(urlsOf([file()])).toEqual([
      ["loc https://kiyi.example/posts/da%C4%9F", "lastmod 2018-09-24T09:00:00.000Z"],
    ]);
  });

  it("names the languages of a post that is translated, for each of its files", () => {
    const versions = [TURKISH, ENGLISH];
    const links = [
      "xhtml:link tr https://kiyi.example/posts/da%C4%9F",
      "xhtml:link en https://kiyi.example/en/posts/da%C4%9F",
    ];
    const urls = urlsOf([file({ versions }), file({ ...ENGLISH, versions })]);
    expect(urls.map(([loc]) => loc)).toEqual([
      "loc https://kiyi.example/posts/da%C4%9F",
      "loc https://kiyi.example/en/posts/da%C4%9F",
    ]);
    for (const [, , ...alternates] of urls) expect(alternates).toEqual(links);
  });

  it("leaves out translations into languages that the site does not have", () => {
    const french = { locale: locale("fr"), isOriginal: false };
    const versions = [TURKISH, french];
    expect(urlsOf([file({ versions }), file({ ...french, versions })])).toEqual(urlsOf([file()]));
  });

  it("names one file for a language that two are in, the original", () => {
    const versions = [TURKISH, { locale: locale("tr"), isOriginal: false }];
    expect(urlsOf([file({ versions })])).toEqual(urlsOf([file()]));
  });

  it("begins with the list of posts, and is never empty", () => {
    const home = ["loc https://kiyi.example/"];
    expect(urlsOf([], 2)).toEqual([home]);
    expect(urlsOf([file()], 1)[0]).toEqual(home);
  });
});

describe("sitemapIndex()", () => {
  it("names the parts", () => {
    const root = parseXml(sitemapIndex(2, SITE).markup);
    expect(root.children.map(({ children }) => children.map(line))).toEqual([
      ["loc https://kiyi.example/sitemap-1.xml"],
      ["loc https://kiyi.example/sitemap-2.xml"],
    ]);
  });
});

describe("robotsText()", () => {
  it("names the sitemap where its address is known", () => {
    const rules = "User-agent: *\nDisallow: /api/\n";
    expect(robotsText(site())).toBe(`${rules}\nSitemap: https://kiyi.example/sitemap.xml\n`);
    expect(robotsText(site({ url: null }))).toBe(rules);
  });
});
