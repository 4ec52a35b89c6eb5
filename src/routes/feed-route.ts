// `/feed.xml`, `/rss.xml`, `/feed.json` and the same in a locale: the newest posts, whole. Chosen by the URL alone.

import type { Context, Handler } from "hono";
import type { EdgeEntry } from "../cache/edge-cache.ts";
import { feedPath } from "../page/addresses.ts";
import { atomFeed } from "../page/atom-feed.ts";
import { createFeed, type Feed } from "../page/feed.ts";
import { FEED_MEDIA_TYPES, type FeedFormat } from "../page/feed-formats.ts";
import { jsonFeed } from "../page/json-feed.ts";
import { rssFeed } from "../page/rss-feed.ts";
import { catalogVersion } from "../read/catalog-state.ts";
import { readInTime } from "../cache/read-in-time.ts";
import { catalogInput } from "./catalog-input.ts";
import { readFeedPost } from "./feed-entry.ts";
import { textEntry } from "./page-entry.ts";
import { readerOf } from "./reader.ts";
import type { Rooms } from "./rooms.ts";
import { type MadePage, servePage } from "./serve-page.ts";

/** As many as Jekyll's feed has. */
const MAX_ENTRIES = 10;

const PRINTERS: Readonly<Record<FeedFormat, (feed: Feed) => string>> = {
  atom: (feed) => atomFeed(feed).markup,
  rss: (feed) => rssFeed(feed).markup,
  json: jsonFeed,
};

export function feedRoute(format: FeedFormat, rooms: Rooms): Handler {
  return async function feed(c: Context): Promise<Response> {
    const reader = await readerOf(c, rooms);
    const { site, explicitLocale: locale } = reader.page;
    const catalog = catalogInput(reader, rooms);

    async function make(): Promise<MadePage> {
      const query = { now: rooms.clock.now(), offset: 0, limit: MAX_ENTRIES };
      const { entries, state } = await readInTime("list posts", () => rooms.catalog.list(query));
      const read = await Promise.all(
        entries.map((entry) => readFeedPost(entry, locale, { reader, rooms })),
      );
      const posts = read.flatMap(({ post }) => post ?? []);
      // Sources may be newer than the catalog: what they show then is another version of the feed.
      const drift = read.flatMap((one) => one.drift || []).join("+");
      return {
        entry: feedEntryOf(createFeed(posts, { site, locale, format }), format),
        versions: {
          source: drift === "" ? null : { version: drift, changedAt: null },
          catalog: catalogVersion(state),
        },
        isStale: false,
      };
    }

    return servePage(
      c.req.raw,
      {
        variant: {
          path: feedPath(format, null),
          locale,
          format,
          isExplicit: locale !== null,
        },
        versions: { source: null, catalog: catalog.version },
        inputs: [catalog],
        headers: {},
        make,
      },
      { reader, rooms },
    );
  };
}

function feedEntryOf(feed: Feed, format: FeedFormat): EdgeEntry {
  return textEntry(PRINTERS[format](feed), {
    type: FEED_MEDIA_TYPES[format],
    locale: feed.locale,
  });
}
