import { describe, expect, it } from "vitest";
import { postPage } from "../../src/page/post-page.ts";
import type { OutlineItem } from "../../src/render/rendered-post.ts";
import { HOSTILE, startTags } from "./hostile-texts.ts";
import { catalogPost, context, locale, post, published, rendered, site } from "./sample.ts";

const ENGLISH = catalogPost({
  locale: locale("en"),
  isOriginal: false,
  title: "Why was attention needed?",
  excerpt: "Translating from memory is hard.",
});

function linksOf(markup: string): readonly string[] {
  return [...markup.matchAll(/<link rel="(?:canonical|alternate)"[^>]*>/g)]
    .map(([link]) => link)
    .filter((link) => !link.includes(" type="))
    .map(
      (link) =>
        `${/hreflang="([^"]*)"/.exec(link)?.[1] ?? "canonical"} ${/href="([^"]*)"/.exec(link)?.[1]}`,
    );
}

describe("postPage()", () => {
  it("is in the post's language, and its chrome in the reader's", () => {
    const markup = postPage(published(), context("ar")).markup;
    expect(markup).toContain('<html lang="tr" dir="ltr">');
    expect(markup).toContain('<header class="top" lang="ar" dir="rtl">');
    expect(markup).toContain("24 سبتمبر 2018");
  });

  it("names no second language when reader and post have one", () => {
    const body = postPage(published(), context("tr")).markup.split("<main")[1];
    expect(body).not.toContain(" lang=");
    expect(body).not.toContain("<aside");
  });

  it("has no script that a browser runs", () => {
    const scripts = postPage(published(), context()).markup.match(/<script[^>]*>/g);
    expect(new Set(scripts)).toEqual(new Set(['<script type="application/ld+json">']));
  });

  it("shows hostile fields as text", () => {
    const fields = {
      title: HOSTILE,
      author: HOSTILE,
      excerpt: HOSTILE,
      tags: [HOSTILE],
      image: `/${HOSTILE}`,
    };
    const plain = { title: "a", author: "a", excerpt: "a", tags: ["a"], image: "/a" };
    const other = { locale: locale("en"), isOriginal: false, title: HOSTILE, excerpt: HOSTILE };
    const page = (own: object, title: string) =>
      postPage(
        published(own, {
          translations: [catalogPost({ ...other, title, excerpt: title })],
          dataExcerpts: { de: title },
          neighbours: { newer: catalogPost({ title }), older: catalogPost({ title }) },
          rendered: rendered("<p>.</p>", {
            outline: [1, 2, 3, 4].map(() => ({ level: 2, id: title, text: title })),
          }),
        }),
        context("de", { site: site({ title, description: title, author: title }) }),
      ).markup;
    expect(startTags(page(fields, HOSTILE))).toEqual(startTags(page(plain, "a")));
  });

  it("keeps JSON-LD inside its script element, and parseable", () => {
    const markup = postPage(published({ title: HOSTILE }), context()).markup;
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(markup)?.[1] ?? "";
    expect(json).not.toMatch(/[<>\u2028\u2029]/);
    expect(JSON.parse(json)).toMatchObject({
      "@type": "BlogPosting",
      headline: HOSTILE,
      inLanguage: "tr",
      url: "https://kiyi.example/posts/dikkat",
      author: { name: "Defne Aral" },
    });
  });

  it("links to the style sheet of formulas only where there are some", () => {
    const page = (hasMath: boolean) =>
      postPage(published({}, { rendered: rendered("<p>.</p>", { hasMath }) }), context()).markup;
    expect(page(true)).toContain('<link rel="stylesheet" href="/_kiyi/katex-0.18.11/katex.css">');
    expect(page(false)).not.toContain("stylesheet");
  });
});

describe("postPage() names its addresses", () => {
  it("itself, its translations and x-default when it has translations", () => {
    const expected = [
      "canonical https://kiyi.example/posts/dikkat",
      "tr https://kiyi.example/posts/dikkat",
      "en https://kiyi.example/en/posts/dikkat",
      "x-default https://kiyi.example/posts/dikkat",
    ];
    expect(
      linksOf(postPage(published({}, { translations: [ENGLISH] }), context("de")).markup),
    ).toEqual(expected);
  });

  it("the original too when it is a translation", () => {
    const translation = { locale: locale("en"), isOriginal: false };
    const page = published(translation, { translations: [catalogPost()] });
    expect(linksOf(postPage(page, context("en")).markup)).toEqual([
      "canonical https://kiyi.example/en/posts/dikkat",
      "en https://kiyi.example/en/posts/dikkat",
      "tr https://kiyi.example/posts/dikkat",
      "x-default https://kiyi.example/posts/dikkat",
    ]);
  });

  it("to nobody when search engines must not keep it", () => {
    const page = published({ isIndexed: false }, { translations: [ENGLISH] });
    const { markup } = postPage(page, context("tr"));
    expect(linksOf(markup)).toEqual([]);
    expect(markup).toContain('<meta name="robots" content="noindex">');
  });

  it("only as canonical when nobody translated it, whatever locale the address says", () => {
    const explicit = context("de", { explicitLocale: locale("de") });
    expect(linksOf(postPage(published(), explicit).markup)).toEqual([
      "canonical https://kiyi.example/posts/dikkat",
    ]);
  });

  it("as paths, and no Open Graph URL, when the site has no origin", () => {
    const markup = postPage(
      published({ image: "/a.webp" }),
      context("tr", { site: site({ url: null }) }),
    ).markup;
    expect(linksOf(markup)).toEqual(["canonical /posts/dikkat"]);
    expect(markup).not.toContain("og:url");
    expect(markup).not.toContain("og:image");
    expect(markup).toContain("og:title");
  });
});

describe("postPage() for a reader of another language", () => {
  it("sums the post up in theirs", () => {
    const page = published({ excerpts: { de: "Auswendig zu übersetzen ist schwer." } });
    expect(postPage(page, context("de")).markup).toContain(
      '<aside class="note" lang="de">\n<p>Dieser Beitrag ist auf Türkisch. <b>Kurz gesagt:</b> <span>Auswendig zu übersetzen ist schwer.</span></p>\n</aside>',
    );
  });

  it("leads to the translation into theirs instead", () => {
    const markup = postPage(published({}, { translations: [ENGLISH] }), context("en")).markup;
    expect(markup).toContain(
      '<p class="translation">Read in English: <a href="/en/posts/dikkat" hreflang="en">Why was attention needed?</a></p>',
    );
    expect(markup).not.toContain("In short:");
  });

  it("says only which language it is in when nothing is in theirs", () => {
    const aside = /<aside[^]*?<\/aside>/.exec(postPage(published(), context("de")).markup)?.[0];
    expect(aside).toBe(
      '<aside class="note" lang="de">\n<p>Dieser Beitrag ist auf Türkisch.</p>\n</aside>',
    );
  });

  it("is described in the language that the address says, never by a header", () => {
    const page = published({ excerpts: { de: "Kurz." } });
    const description = (explicit: boolean) =>
      /name="description" content="([^"]*)"/.exec(
        postPage(page, context("de", { explicitLocale: explicit ? locale("de") : null })).markup,
      )?.[1];
    expect(description(false)).toBe(post().excerpt);
    expect(description(true)).toBe("Kurz.");
  });
});

describe("postPage() shows a table of contents", () => {
  const outline: readonly OutlineItem[] = ["a", "b", "c", "d"].map((id) => ({
    level: 2,
    id,
    text: id.toUpperCase(),
  }));
  const page = (markup: string, items = outline) =>
    postPage(published({}, { rendered: rendered(markup, { outline: items }) }), context()).markup;

  it("of more than three headings", () => {
    expect(page("<p>.</p>")).toContain('<li><a href="#a">A</a></li>');
    expect(page("<p>.</p>", outline.slice(1))).not.toContain('class="toc"');
  });

  it("not when the body has its own", () => {
    expect(page('<ul id="markdown-toc"></ul>')).not.toContain('class="toc"');
  });

  it("in two levels, without headings that have no id", () => {
    const items = [
      ...outline,
      { level: 3, id: "ö", text: "Ö" },
      { level: 3, id: null, text: "x" },
      { level: 4, id: "deep", text: "Deep" },
    ];
    expect(page("<p>.</p>", items)).toContain(
      '<li><a href="#d">D</a><ol><li><a href="#ö">Ö</a></li></ol></li></ol>',
    );
  });
});

describe("postPage() shows when the post was changed", () => {
  const updated = (lastModifiedAt: number | null) =>
    postPage(published({ lastModifiedAt }), context("en")).markup.includes("Updated on");

  it("when it was another day", () => {
    expect(updated(post().date + 86_400_000)).toBe(true);
  });

  it("not when it was the same day, before, or never", () => {
    expect([post().date + 60_000, post().date - 86_400_000, null].map(updated)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
