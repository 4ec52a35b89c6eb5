// A feed as RSS 2.0 (rssboard.org), with the extensions that its readers know: content, Dublin Core, Atom's link to itself.

import { html, type SafeHtml } from "../post/safe-html.ts";
import type { Feed, FeedEntry } from "./feed.ts";
import { FEED_MEDIA_TYPES } from "./feed-formats.ts";

export function rssFeed(feed: Feed): SafeHtml {
  const { entries, title, description, updatedAt } = feed;
  // Dated only by what is in it: an empty feed was never changed.
  const built = entries.length > 0 && html`<lastBuildDate>${rssTime(updatedAt)}</lastBuildDate>\n`;
  return html`<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>${title.text}</title>
<link>${feed.homeUrl}</link>
<description>${(description ?? title).text}</description>
<language>${feed.locale}</language>
${built}<atom:link rel="self" type="${FEED_MEDIA_TYPES.rss}" href="${feed.selfUrl}"/>
${entries.map((entry) => rssItem(entry, feed))}</channel>
</rss>
`;
}

/** Authors are Dublin Core's: RSS's own element wants an e-mail address. */
function rssItem(entry: FeedEntry, feed: Feed): SafeHtml {
  const { id, url, summary } = entry;
  const description = summary !== null && html`<description>${summary.text}</description>\n`;
  return html`<item>
<title>${entry.title}</title>
<link>${url}</link>
<guid isPermaLink="${id === url ? "true" : "false"}">${id}</guid>
<pubDate>${rssTime(entry.publishedAt)}</pubDate>
<dc:creator>${entry.author ?? feed.author}</dc:creator>
<dc:language>${entry.locale}</dc:language>
${entry.tags.map((tag) => html`<category>${tag}</category>\n`)}${description}<content:encoded>${entry.content}</content:encoded>
</item>
`;
}

/** RFC 822 with the year in four digits, as RSS wants it. */
function rssTime(time: number): string {
  return new Date(time).toUTCString();
}
