// A feed as JSON Feed 1.1 (jsonfeed.org).

import type { Feed, FeedEntry } from "./feed.ts";
import { isoTime } from "./formats.ts";

/** JSON text. */
export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title.text,
    home_page_url: absolute(feed.homeUrl),
    feed_url: absolute(feed.selfUrl),
    description: feed.description?.text,
    language: feed.locale,
    authors: [{ name: feed.author }],
    items: feed.entries.map(jsonItem),
  });
}

function jsonItem(entry: FeedEntry): object {
  return {
    id: entry.id,
    url: absolute(entry.url),
    title: entry.title,
    content_html: entry.content,
    summary: entry.summary?.text,
    image: entry.image ?? undefined,
    date_published: isoTime(entry.publishedAt),
    date_modified: isoTime(entry.updatedAt),
    authors: entry.author === null ? undefined : [{ name: entry.author }],
    tags: entry.tags.length === 0 ? undefined : entry.tags,
    language: entry.locale,
  };
}

/** URLs are absolute or are left out. */
function absolute(url: string): string | undefined {
  return url.startsWith("/") ? undefined : url;
}
