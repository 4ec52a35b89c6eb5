import { describe, expect, it } from "vitest";
import { postJson } from "../../src/page/post-json.ts";
import { catalogPost, context, locale, published, site } from "./sample.ts";

const ENGLISH = catalogPost({
  locale: locale("en"),
  isOriginal: false,
  title: "Why was attention needed?",
  excerpt: "Translating from memory is hard.",
});

describe("postJson()", () => {
  it("has the post's fields, absolute and in RFC 3339", () => {
    expect(postJson(published({ image: "/a.webp", tags: ["çeviri"] }), context())).toMatchObject({
      url: "https://kiyi.example/posts/dikkat",
      slug: "dikkat",
      locale: "tr",
      date: "2018-09-24T09:00:00.000Z",
      lastModifiedAt: null,
      author: "Defne Aral",
      tags: ["çeviri"],
      image: "https://kiyi.example/a.webp",
      html: "<p>Merhaba.</p>",
    });
  });

  it("negotiates the excerpt and gives all of them", () => {
    const page = published(
      { excerpts: { de: "Schwer." } },
      { translations: [ENGLISH], dataExcerpts: { ar: "عسير." } },
    );
    const json = postJson(page, context("en"));
    expect(json.excerpt).toEqual({
      text: "Translating from memory is hard.",
      locale: "en",
      direction: "ltr",
      origin: "translation",
    });
    expect(json.excerpts).toEqual({
      ar: "عسير.",
      en: "Translating from memory is hard.",
      tr: "Bir cümleyi ezberleyip çevirmek zordur.",
      de: "Schwer.",
    });
    expect(json.translations).toEqual([
      {
        locale: "en",
        title: "Why was attention needed?",
        url: "https://kiyi.example/en/posts/dikkat",
      },
    ]);
  });

  it("has paths when the site has no origin", () => {
    const json = postJson(
      published({ image: "/a.webp" }),
      context("tr", { site: site({ url: null }) }),
    );
    expect([json.url, json.image]).toEqual(["/posts/dikkat", "/a.webp"]);
  });
});
