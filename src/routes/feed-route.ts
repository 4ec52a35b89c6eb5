// `/feed.xml`: the newest posts, whole, in their own languages. Never negotiated.

import type { Context, Handler } from "hono";
import { feedPath } from "../page/addresses.ts";
import { FEED_MEDIA_TYPE, feed } from "../page/feed.ts";
import { catalogVersion } from "../read/catalog-state.ts";
import { readInTime } from "../read/read-in-time.ts";
import { catalogInput } from "./catalog-input.ts";
import { readFeedEntry } from "./feed-entry.ts";
import { textEntry } from "./page-entry.ts";
import { readerOf } from "./reader.ts";
import type { Rooms } from "./rooms.ts";
import { type MadePage, servePage } from "./serve-page.ts";

/** As many as Jekyll's feed has. */
const MAX_ENTRIES = 10;

export function feedRoute(rooms: Rooms): Handler {
  return async function atom(c: Context): Promise<Response> {
    const reader = await readerOf(c, rooms);
    const catalog = await catalogInput(reader, rooms);

    async function make(): Promise<MadePage> {
      const { site } = reader.page;
      const query = { now: rooms.clock.now(), offset: 0, limit: MAX_ENTRIES };
      const { entries, state } = await readInTime("list posts", () => rooms.catalog.list(query));
      const read = await Promise.all(
        entries.map(({ post }) => readFeedEntry(post, { reader, rooms })),
      );
      const shown = read.flatMap(({ entry }) => entry ?? []);
      // Sources may be newer than the catalog: what they show then is another version of the feed.
      const drift = read.flatMap(({ drift: version }) => version ?? []).join("+");
      return {
        entry: textEntry(feed(shown, site).markup, { type: FEED_MEDIA_TYPE, locale: site.locale }),
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
        variant: { path: feedPath(), locale: null, format: "atom", isExplicit: false },
        versions: { source: null, catalog: catalog.version },
        inputs: [catalog],
        headers: {},
        make,
      },
      { reader, rooms },
    );
  };
}
