import { describe, expect, it } from "vitest";
import {
  absoluteAssetUrl,
  feedPath,
  listPath,
  ownPath,
  postJsonPath,
  postPath,
  postSourcePath,
} from "../../src/page/addresses.ts";
import { locale, slug } from "./sample.ts";

describe("postPath()", () => {
  it("says the locale that it is given", () => {
    expect(postPath(slug("dikkat"), null)).toBe("/posts/dikkat");
    expect(postPath(slug("dikkat"), locale("pt-BR"))).toBe("/pt-BR/posts/dikkat");
  });

  it("percent-encodes letters beyond ASCII (RFC 3986 §2.5)", () => {
    expect(postPath(slug("türkçe-yazı"), null)).toBe("/posts/t%C3%BCrk%C3%A7e-yaz%C4%B1");
    expect(postPath(slug("الترجمة"), locale("ar"))).toBe(
      `/ar/posts/${encodeURIComponent("الترجمة")}`,
    );
  });

  it("is what other representations add an extension to", () => {
    expect(postSourcePath(slug("dikkat"), null)).toBe("/posts/dikkat.md");
    expect(postJsonPath(slug("dikkat"), locale("en"))).toBe("/en/posts/dikkat.json");
  });
});

describe("ownPath()", () => {
  it("says the locale of a translation only", () => {
    const post = { slug: slug("dikkat"), locale: locale("en") };
    expect(ownPath({ ...post, isOriginal: true })).toBe("/posts/dikkat");
    expect(ownPath({ ...post, isOriginal: false })).toBe("/en/posts/dikkat");
  });
});

describe("listPath()", () => {
  it("has no number on the first page", () => {
    const paths = [
      listPath(1, null),
      listPath(2, null),
      listPath(1, locale("en")),
      listPath(3, locale("en")),
    ];
    expect(paths).toEqual(["/", "/page/2", "/en/", "/en/page/3"]);
  });
});

describe("absoluteAssetUrl()", () => {
  it("resolves what an author wrote against the site's origin", () => {
    const site = { url: "https://kiyi.example" };
    expect(absoluteAssetUrl(site, "/images/ş.webp")).toBe(
      "https://kiyi.example/images/%C5%9F.webp",
    );
    expect(absoluteAssetUrl(site, "images/a b.webp")).toBe(
      "https://kiyi.example/images/a%20b.webp",
    );
    expect(absoluteAssetUrl(site, "https://cdn.example/a.webp")).toBe("https://cdn.example/a.webp");
  });

  it("is null for a path of a site without an origin", () => {
    expect(absoluteAssetUrl({ url: null }, "/a.webp")).toBeNull();
    expect(absoluteAssetUrl({ url: null }, "https://cdn.example/a.webp")).toBe(
      "https://cdn.example/a.webp",
    );
  });
});

describe("feedPath()", () => {
  it("has a file for each format, in the locale that it is given", () => {
    expect(feedPath("atom", null)).toBe("/feed.xml");
    expect(feedPath("json", locale("pt-BR"))).toBe("/pt-BR/feed.json");
  });
});
