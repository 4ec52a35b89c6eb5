// The formats of the site's feeds: each has an address of its own, none is negotiated.

export type FeedFormat = "atom" | "rss" | "json";

export const FEED_FORMATS: readonly FeedFormat[] = ["atom", "rss", "json"];

/** The last segment of the address. */
export const FEED_FILES: Readonly<Record<FeedFormat, string>> = {
  atom: "feed.xml",
  rss: "rss.xml",
  json: "feed.json",
};

/** Sent as these media types, in UTF-8. */
export const FEED_MEDIA_TYPES: Readonly<Record<FeedFormat, string>> = {
  atom: "application/atom+xml",
  rss: "application/rss+xml",
  json: "application/feed+json",
};
