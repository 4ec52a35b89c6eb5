import { describe, expect, it } from "vitest";
import { atomFeed } from "../../src/page/atom-feed.ts";
import { createFeed, type FeedPost } from "../../src/page/feed.ts";
import { jsonFeed } from "../../src/page/json-feed.ts";
import { rssFeed } from "../../src/page/rss-feed.ts";
import type { Post } from "../../src/post/post.ts";
import type { SafeHtml } from "../../src/post/safe-html.ts";
import { unescapedHtml } from "../../src/post/safe-html.ts";
import type { Site } from "../../src/post/site.ts";
import { HOSTILE } from "./hostile-texts.ts";
import { parseXml, type XmlElement } from "./parse-xml.ts";
import { locale, post, site } from "./sample.ts";

function feedEntry(fields: Partial<Post> = {}, markup = "<p>Merhaba.</p>"): FeedPost {
  const own = post(fields);
  const excerpts = { ...own, translations: [], dataExcerpts: {} };
  return { post: own, html: unescapedHtml(markup), excerpts };
}

/** The feed of the site, as Atom. */
function feed(posts: readonly FeedPost[], of: Site): SafeHtml {
  return atomFeed(createFeed(posts, { site: of, locale: null, format: "atom" }));
}

function children(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return children(element, name)[0];
}

describe("atomFeed()", () => {
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

describe("createFeed() for a locale", () => {
  const en = locale("en");
  const turkish = feedEntry({ excerpts: { en: "A sentence." } });
  const created = createFeed([turkish], { site: site(), locale: en, format: "atom" });

  it("has its own addresses", () => {
    expect([created.id, created.selfUrl, created.homeUrl]).toEqual([
      "https://kiyi.example/en/",
      "https://kiyi.example/en/feed.xml",
      "https://kiyi.example/en/",
    ]);
  });

  it("summarizes in it a post that is in another language", () => {
    const root = parseXml(atomFeed(created).markup);
    const entry = child(root, "entry");
    expect(root.attributes["xml:lang"]).toBe("en");
    expect(child(root, "title")?.attributes).toEqual({ "xml:lang": "tr" });
    expect(entry?.attributes).toEqual({ "xml:lang": "tr" });
    expect(child(entry, "id")?.text).toBe("https://kiyi.example/posts/dikkat");
    expect(child(entry, "summary")).toMatchObject({
      attributes: { "xml:lang": "en" },
      text: "A sentence.",
    });
  });

  it("gives a translation its own address and id", () => {
    const translation = feedEntry({ isOriginal: false, locale: en });
    const [entry] = createFeed([translation], { site: site(), locale: en, format: "rss" }).entries;
    expect(entry?.id).toBe("https://kiyi.example/en/posts/dikkat");
    expect(entry?.url).toBe(entry?.id);
  });
});

describe("rssFeed()", () => {
  const rss = (posts: readonly FeedPost[], of: Site): string =>
    rssFeed(createFeed(posts, { site: of, locale: null, format: "rss" })).markup;
  const channel = child(parseXml(rss([feedEntry({ tags: ["çeviri"] })], site())), "channel");

  it("has what RSS 2.0 requires of a channel, and its own address", () => {
    expect(child(channel, "title")?.text).toBe("İki Kıyı");
    expect(child(channel, "link")?.text).toBe("https://kiyi.example/");
    expect(child(channel, "description")?.text).toBe("Çeviri ve yazı üzerine.");
    expect(child(channel, "language")?.text).toBe("tr");
    expect(child(channel, "lastBuildDate")?.text).toBe("Mon, 24 Sep 2018 09:00:00 GMT");
    expect(child(channel, "atom:link")?.attributes["href"]).toBe("https://kiyi.example/rss.xml");
  });

  it("has items with permalink, date, author and the whole text", () => {
    const item = child(channel, "item");
    expect(child(item, "guid")).toMatchObject({
      attributes: { isPermaLink: "true" },
      text: "https://kiyi.example/posts/dikkat",
    });
    expect(child(item, "pubDate")?.text).toBe("Mon, 24 Sep 2018 09:00:00 GMT");
    expect(child(item, "dc:creator")?.text).toBe("Defne Aral");
    expect(child(item, "dc:language")?.text).toBe("tr");
    expect(child(item, "category")?.text).toBe("çeviri");
    expect(child(item, "description")?.text).toBe(post().excerpt);
    expect(child(item, "content:encoded")?.text).toBe("<p>Merhaba.</p>");
  });

  it("has ids that are no links where the site has no origin, and no date without a post", () => {
    const items = child(parseXml(rss([feedEntry()], site({ url: null }))), "channel");
    expect(child(child(items, "item"), "guid")?.attributes["isPermaLink"]).toBe("false");
    expect(rss([], site())).not.toContain("lastBuildDate");
  });

  it("is well-formed when texts are hostile", () => {
    const fields = { title: HOSTILE, excerpt: HOSTILE, author: HOSTILE, tags: [HOSTILE] };
    expect(parseXml(rss([feedEntry(fields, HOSTILE)], site({ title: HOSTILE }))).name).toBe("rss");
  });
});

describe("jsonFeed()", () => {
  const json = (posts: readonly FeedPost[], of: Site): unknown =>
    JSON.parse(jsonFeed(createFeed(posts, { site: of, locale: null, format: "json" })));

  it("is JSON Feed 1.1 with what it requires", () => {
    expect(json([feedEntry({ tags: ["çeviri"], image: "/images/a.webp" })], site())).toEqual({
      version: "https://jsonfeed.org/version/1.1",
      title: "İki Kıyı",
      description: "Çeviri ve yazı üzerine.",
      home_page_url: "https://kiyi.example/",
      feed_url: "https://kiyi.example/feed.json",
      language: "tr",
      authors: [{ name: "Defne Aral" }],
      items: [
        {
          id: "https://kiyi.example/posts/dikkat",
          url: "https://kiyi.example/posts/dikkat",
          title: "Dikkat neden gerekti?",
          content_html: "<p>Merhaba.</p>",
          summary: post().excerpt,
          image: "https://kiyi.example/images/a.webp",
          date_published: "2018-09-24T09:00:00.000Z",
          date_modified: "2018-09-24T09:00:00.000Z",
          tags: ["çeviri"],
          language: "tr",
        },
      ],
    });
  });

  it("leaves out URLs that would not be absolute", () => {
    const bare = json([feedEntry({ image: "/a.webp" })], site({ url: null }));
    expect(bare).not.toHaveProperty("feed_url");
    expect(bare).not.toHaveProperty("items.0.url");
    expect(bare).not.toHaveProperty("items.0.image");
    expect(bare).toHaveProperty("items.0.id", "tag:kiyi.invalid,2024:/posts/dikkat");
  });
});
