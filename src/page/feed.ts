// The feed of the site: Atom 1.0 (RFC 4287). Its language is the site's; nothing in it is negotiated.

import type { Post } from "../post/post.ts";
import { html, type SafeHtml, unescapedHtml } from "../post/safe-html.ts";
import type { Site } from "../post/site.ts";
import { absoluteLinks } from "./absolute-links.ts";
import { absoluteUrl, canonicalUrl, feedPath, listPath, ownPath } from "./addresses.ts";
import { isoTime } from "./formats.ts";

/** Sent as this media type, in UTF-8. */
export const FEED_MEDIA_TYPE = "application/atom+xml";

export interface FeedEntry {
  readonly post: Post;
  /** The rendered body. */
  readonly html: SafeHtml;
}

/** Newest first, as they are handed over. */
export function feed(entries: readonly FeedEntry[], site: Site): SafeHtml {
  const updated = Math.max(0, ...entries.map(({ post }) => updatedAt(post)));
  const xml = html`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${site.locale}">
<id>${idOf(site, listPath(1, null))}</id>
<title>${site.title}</title>
${site.description !== null && html`<subtitle>${site.description}</subtitle>\n`}<link rel="self" type="${FEED_MEDIA_TYPE}" href="${canonicalUrl(site, feedPath())}"/>
<link rel="alternate" type="text/html" href="${canonicalUrl(site, listPath(1, null))}"/>
<updated>${isoTime(updated)}</updated>
<author><name>${site.author ?? site.title}</name></author>
${entries.map((entry) => feedEntry(entry, site))}</feed>
`;
  return unescapedHtml(stripIllegal(xml.markup));
}

function feedEntry({ post, html: body }: FeedEntry, site: Site): SafeHtml {
  const path = ownPath(post);
  const url = absoluteUrl(site, path);
  const author = post.author !== null && html`<author><name>${post.author}</name></author>\n`;
  const categories = post.tags.map((tag) => html`<category term="${tag}"/>\n`);
  const summary = post.excerpt !== "" && html`<summary>${post.excerpt}</summary>\n`;
  return html`<entry xml:lang="${post.locale}">
<id>${idOf(site, path)}</id>
<title>${post.title}</title>
<link rel="alternate" type="text/html" hreflang="${post.locale}" href="${canonicalUrl(site, path)}"/>
<published>${isoTime(post.date)}</published>
<updated>${isoTime(updatedAt(post))}</updated>
${author}${categories}${summary}<content type="html">${url === null ? body.markup : absoluteLinks(body.markup, url)}</content>
</entry>
`;
}

/** An id must be an absolute IRI that never changes (RFC 4287 §4.2.6): the URL, else a name under a host that cannot exist. */
function idOf(site: Site, path: string): string {
  return absoluteUrl(site, path) ?? `tag:kiyi.invalid,2024:${path}`;
}

function updatedAt({ date, lastModifiedAt }: Post): number {
  return Math.max(date, lastModifiedAt ?? date);
}

/** XML 1.0 §2.2 has no place for these, escaped or not; half a surrogate pair is no character either. */
function stripIllegal(xml: string): string {
  return xml.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").toWellFormed();
}
