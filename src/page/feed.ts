// A feed, whatever its format: the newest posts, whole, each in its own language. Nothing in it is negotiated.

import { chooseExcerpt, type ExcerptSources } from "../post/excerpt.ts";
import type { Locale } from "../post/locale.ts";
import type { Post } from "../post/post.ts";
import type { SafeHtml } from "../post/safe-html.ts";
import type { Site } from "../post/site.ts";
import {
  absoluteAssetUrl,
  absoluteUrl,
  canonicalUrl,
  feedPath,
  listPath,
  ownPath,
} from "./addresses.ts";
import { feedBody } from "./feed-body.ts";
import type { FeedFormat } from "./feed-formats.ts";

/** A post that is to be in a feed. */
export interface FeedPost {
  readonly post: Post;
  /** The rendered body. */
  readonly html: SafeHtml;
  /** Of the original, for a reader of the feed's locale. */
  readonly excerpts: ExcerptSources;
}

export interface FeedText {
  readonly text: string;
  readonly locale: Locale;
}

/** Times are milliseconds since 1970; texts are plain and hold no character that XML has no place for. */
export interface FeedEntry {
  /** An absolute IRI that never changes. */
  readonly id: string;
  /** Absolute where the site names its origin, as every URL here. */
  readonly url: string;
  readonly locale: Locale;
  readonly title: string;
  readonly publishedAt: number;
  readonly updatedAt: number;
  readonly author: string | null;
  readonly tags: readonly string[];
  readonly image: string | null;
  /** Null for a post without an excerpt. */
  readonly summary: FeedText | null;
  /** HTML. */
  readonly content: string;
}

export interface Feed {
  readonly id: string;
  /** Of the feed itself, and of the page that it is the feed of. */
  readonly selfUrl: string;
  readonly homeUrl: string;
  /** Of the summaries; entries say their own. */
  readonly locale: Locale;
  readonly title: FeedText;
  readonly description: FeedText | null;
  readonly author: string;
  readonly updatedAt: number;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedContext {
  readonly site: Site;
  /** What the address says; null for the feed of the site, where each post speaks for itself. */
  readonly locale: Locale | null;
  readonly format: FeedFormat;
}

export function createFeed(posts: readonly FeedPost[], context: FeedContext): Feed {
  const { site, locale, format } = context;
  const entries = posts.map((post) => feedEntry(post, context));
  const home = listPath(1, locale);
  return {
    id: idOf(site, home),
    selfUrl: canonicalUrl(site, feedPath(format, locale)),
    homeUrl: canonicalUrl(site, home),
    locale: locale ?? site.locale,
    title: { text: legal(site.title), locale: site.locale },
    description:
      site.description === null ? null : { text: legal(site.description), locale: site.locale },
    author: legal(site.author ?? site.title),
    updatedAt: Math.max(0, ...entries.map((entry) => entry.updatedAt)),
    entries,
  };
}

function feedEntry({ post, html, excerpts }: FeedPost, { site, locale }: FeedContext): FeedEntry {
  const path = ownPath(post);
  const updatedAt = Math.max(post.date, post.lastModifiedAt ?? post.date);
  const summary: FeedText =
    locale === null
      ? { text: post.excerpt, locale: post.locale }
      : chooseExcerpt(excerpts, locale, site.fallback);
  return {
    id: idOf(site, path),
    url: canonicalUrl(site, path),
    locale: post.locale,
    title: legal(post.title),
    publishedAt: post.date,
    updatedAt,
    author: post.author === null ? null : legal(post.author),
    tags: post.tags.map(legal),
    image: post.image === null ? null : absoluteAssetUrl(site, post.image),
    summary: summary.text === "" ? null : { text: legal(summary.text), locale: summary.locale },
    content: legal(feedBody(html.markup, absoluteUrl(site, path))),
  };
}

/** An id must be an absolute IRI that never changes (RFC 4287 §4.2.6): the URL, else a name under a host that cannot exist. */
function idOf(site: Site, path: string): string {
  return absoluteUrl(site, path) ?? `tag:kiyi.invalid,2024:${path}`;
}

/** XML 1.0 §2.2 has no place for these, escaped or not; half a surrogate pair is no character either. */
function legal(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").toWellFormed();
}
