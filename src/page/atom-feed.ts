// A feed as Atom 1.0 (RFC 4287).

import type { Locale } from "../post/locale.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import type { Feed, FeedEntry } from "./feed.ts";
import { FEED_MEDIA_TYPES } from "./feed-formats.ts";
import { isoTime } from "./formats.ts";

export function atomFeed(feed: Feed): SafeHtml {
  const { title, description } = feed;
  const subtitle =
    description !== null &&
    html`<subtitle${language(description.locale, feed.locale)}>${description.text}</subtitle>\n`;
  return html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.locale}">
<id>${feed.id}</id>
<title${language(title.locale, feed.locale)}>${title.text}</title>
${subtitle}<link rel="self" type="${FEED_MEDIA_TYPES.atom}" href="${feed.selfUrl}"/>
<link rel="alternate" type="text/html" href="${feed.homeUrl}"/>
<updated>${isoTime(feed.updatedAt)}</updated>
<author><name>${feed.author}</name></author>
${feed.entries.map(atomEntry)}</feed>
`;
}

function atomEntry({ summary, ...entry }: FeedEntry): SafeHtml {
  const author = entry.author !== null && html`<author><name>${entry.author}</name></author>\n`;
  const categories = entry.tags.map((tag) => html`<category term="${tag}"/>\n`);
  const excerpt =
    summary !== null &&
    html`<summary${language(summary.locale, entry.locale)}>${summary.text}</summary>\n`;
  return html`<entry xml:lang="${entry.locale}">
<id>${entry.id}</id>
<title>${entry.title}</title>
<link rel="alternate" type="text/html" hreflang="${entry.locale}" href="${entry.url}"/>
<published>${isoTime(entry.publishedAt)}</published>
<updated>${isoTime(entry.updatedAt)}</updated>
${author}${categories}${excerpt}<content type="html">${entry.content}</content>
</entry>
`;
}

function language(inner: Locale, outer: Locale): SafeHtml | null {
  return inner === outer ? null : html` xml:lang="${inner}"`;
}
