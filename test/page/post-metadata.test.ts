import { describe, expect, it } from "vitest";
import { postMetadata } from "../../src/page/post-metadata.ts";
import type { Post } from "../../src/post/post.ts";
import type { Site } from "../../src/post/site.ts";
import { context, locale, published, site } from "./sample.ts";

function metadata(fields: Partial<Post> = {}, own: Partial<Site> = {}): string {
  const options = { context: context("tr", { site: site(own) }), description: "Bir cümle." };
  return postMetadata(published(fields), options).markup;
}

function dataOf(markup: string): readonly unknown[] {
  const scripts = markup.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs);
  return [...scripts].map(([, json = ""]) => JSON.parse(json) as unknown);
}

function contentOf(markup: string, name: string): string | undefined {
  return new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)">`).exec(markup)?.[1];
}

describe("postMetadata()", () => {
  const image = "/images/a.webp";

  it("has what link previews show", () => {
    const markup = metadata({ image });
    for (const name of ["og:title", "twitter:title", "og:image:alt", "twitter:image:alt"])
      expect(contentOf(markup, name), name).toBe("Dikkat neden gerekti?");
    for (const name of ["og:description", "twitter:description"])
      expect(contentOf(markup, name), name).toBe("Bir cümle.");
    for (const name of ["og:image", "twitter:image"])
      expect(contentOf(markup, name), name).toBe("https://kiyi.example/images/a.webp");
    expect(contentOf(markup, "twitter:card")).toBe("summary_large_image");
    expect(contentOf(markup, "article:published_time")).toBe("2018-09-24T09:00:00.000Z");
  });

  it("has the site's image for a post without one, and a small card without any", () => {
    const fields = { og_image: "/images/site.png" };
    expect(contentOf(metadata({}, { fields }), "og:image")).toBe(
      "https://kiyi.example/images/site.png",
    );
    for (const bad of [{}, { og_image: "javascript:a" }, { og_image: ["a"] }]) {
      const markup = metadata({}, { fields: bad });
      expect(markup).not.toMatch(/image/);
      expect(contentOf(markup, "twitter:card")).toBe("summary");
    }
  });

  it("names the account of the site, and of its author", () => {
    for (const fields of [{ twitter: { username: "kiyi" } }, { twitter_username: "@kiyi" }]) {
      expect(contentOf(metadata({}, { fields }), "twitter:site")).toBe("@kiyi");
      expect(contentOf(metadata({}, { fields }), "twitter:creator")).toBe("@kiyi");
      expect(contentOf(metadata({ author: "Kerem" }, { fields }), "twitter:creator")).toBe(
        undefined,
      );
    }
    for (const name of ["two words", 7, null, "a".repeat(16)])
      expect(metadata({}, { fields: { twitter_username: name } })).not.toContain("twitter:site");
  });

  it("names the publisher by the site's logo", () => {
    const [posting] = dataOf(metadata({}, { fields: { logo: "/images/logo.png" } }));
    expect(posting).toMatchObject({
      mainEntityOfPage: { "@type": "WebPage", "@id": "https://kiyi.example/posts/dikkat" },
      publisher: {
        "@type": "Organization",
        name: "İki Kıyı",
        logo: { "@type": "ImageObject", url: "https://kiyi.example/images/logo.png" },
      },
    });
  });

  it("shows the way from the site through a category to the post", () => {
    const [, list] = dataOf(metadata({ categories: ["Çeviri", "Yazı"] }));
    expect(list).toMatchObject({
      "@type": "BreadcrumbList",
      itemListElement: [
        { position: 1, name: "İki Kıyı", item: "https://kiyi.example/" },
        { position: 2, name: "Çeviri", item: "https://kiyi.example/categories/ceviri" },
        { position: 3, name: "Dikkat neden gerekti?", item: "https://kiyi.example/posts/dikkat" },
      ],
    });
  });

  it("leaves out the category of a translation, and of one that has no page", () => {
    const translation = { isOriginal: false, locale: locale("en"), categories: ["Makale"] };
    for (const fields of [translation, { categories: ["!"] }, {}]) {
      const [, list] = dataOf(metadata(fields));
      expect(list).toHaveProperty("itemListElement.length", 2);
    }
  });

  it("has no relative URL where the site names no origin", () => {
    const markup = metadata({ image, categories: ["a"] }, { url: null });
    expect(markup).not.toMatch(/"\/[a-z]/);
    expect(dataOf(markup)).toHaveLength(1);
  });
});
