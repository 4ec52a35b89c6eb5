import { describe, expect, it } from "vitest";
import { feed, type FeedEntry } from "../../src/page/feed.ts";
import { unescapedHtml } from "../../src/post/safe-html.ts";
import type { Post } from "../../src/post/post.ts";
import { HOSTILE } from "./hostile-texts.ts";
import { locale, post, site } from "./sample.ts";
import { parseXml, type XmlElement } from "./parse-xml.ts";

function feedEntry(fields: Partial<Post> = {}, markup = "<p>Merhaba.</p>"): FeedEntry {
  return { post: post(fields), html: unescapedHtml(markup) };
}

function children(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return children(element, name)[0];
}

describe("feed()", () => {
  const document = feed([feedEntry({ tags: ["çeviri"], author: "Kerem" })], site()).markup;
  const root = parseXml(document);

  it("is Atom with what RFC 4287 requires of a feed", () => {
    expect(root.name).toBe("feed");
    expect(root.attributes).toEqual({ xmlns: "http://www.w3.org/2005/Atom", "xml:lang": "tr" });
    expect(child(root, "id")?.text).toBe("https://kiyi.example/");
    expect(child(root, "title")?.text).toBe("İki Kıyı");
    expect(child(root, "updated")?.text).toBe("2018-09-24T09:00:00.000Z");
    expect(child(child(root, "author"), "name")?.text).toBe("Defne Aral");
    expect(
      children(root, "link").map(({ attributes }) => [attributes["rel"], attributes["href"]]),
    ).toEqual([
      ["self", "https://kiyi.example/feed.xml"],
      ["alternate", "https://kiyi.example/"],
    ]);
  });

  it("has what RFC 4287 requires of an entry", () => {
    const entry = child(root, "entry");
    expect(entry?.attributes).toEqual({ "xml:lang": "tr" });
    expect(child(entry, "id")?.text).toBe("https://kiyi.example/posts/dikkat");
    expect(child(entry, "published")?.text).toBe("2018-09-24T09:00:00.000Z");
    expect(child(entry, "category")?.attributes).toEqual({ term: "çeviri" });
    expect(child(child(entry, "author"), "name")?.text).toBe("Kerem");
    expect(child(entry, "summary")?.text).toBe(post().excerpt);
    expect(child(entry, "content")).toMatchObject({
      attributes: { type: "html" },
      text: "<p>Merhaba.</p>",
    });
  });

  it("makes URLs in the text absolute", () => {
    const markup = '<p><a href="#fn:1">1</a> <img src="/images/a.webp" alt=""></p>';
    const content = child(
      child(parseXml(feed([feedEntry({}, markup)], site()).markup), "entry"),
      "content",
    );
    expect(content?.text).toBe(
      '<p><a href="https://kiyi.example/posts/dikkat#fn:1">1</a> <img src="https://kiyi.example/images/a.webp" alt=""></p>',
    );
  });

  it("is well-formed, and says the same, when texts are hostile", () => {
    const fields = { title: HOSTILE, excerpt: HOSTILE, author: HOSTILE, tags: [HOSTILE] };
    const own = site({ title: HOSTILE, description: HOSTILE });
    const entry = child(parseXml(feed([feedEntry(fields, HOSTILE)], own).markup), "entry");
    const legal = HOSTILE.replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,
      "",
    ).toWellFormed();
    expect(child(entry, "title")?.text).toBe(legal);
    expect(child(entry, "category")?.attributes["term"]).toBe(legal);
    expect(child(entry, "summary")?.text).toBe(legal);
  });

  it("is changed when its last changed post was", () => {
    const lastModifiedAt = Date.UTC(2020, 0, 2);
    const entries = [feedEntry(), feedEntry({ lastModifiedAt })];
    expect(child(parseXml(feed(entries, site()).markup), "updated")?.text).toBe(
      "2020-01-02T00:00:00.000Z",
    );
  });

  it("has absolute ids when the site has no origin", () => {
    const entry = child(parseXml(feed([feedEntry()], site({ url: null })).markup), "entry");
    expect(child(entry, "id")?.text).toBe("tag:kiyi.invalid,2024:/posts/dikkat");
    expect(child(entry, "link")?.attributes["href"]).toBe("/posts/dikkat");
  });

  it("is valid without a post", () => {
    expect(child(parseXml(feed([], site()).markup), "updated")?.text).toBe(
      "1970-01-01T00:00:00.000Z",
    );
  });

  it("says the language of each post", () => {
    const entry = child(
      parseXml(feed([feedEntry({ locale: locale("ar") })], site()).markup),
      "entry",
    );
    expect(entry?.attributes).toEqual({ "xml:lang": "ar" });
  });
});
