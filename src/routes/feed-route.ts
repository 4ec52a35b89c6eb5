// `/feed.xml`: the newest posts, whole, in their own languages. Never negotiated.

import type { Context, Handler } from "hono";
import type { Made } from "../cache/content-cache.ts";
import { pageKey, type Revision, type Variant } from "../cache/revision.ts";
import { FEED_MEDIA_TYPE, feed, type FeedEntry } from "../page/feed.ts";
import type { CatalogPost } from "../catalog/catalog.ts";
import { InvalidSourceError } from "../post/note.ts";
import { catalogVersion } from "../read/catalog-state.ts";
import { textEntry } from "./page-entry.ts";
import { type Reader, readerOf } from "./reader.ts";
import type { Rooms } from "./rooms.ts";
import { pageInput, servePage } from "./serve-page.ts";

/** As many as Jekyll's feed has. */
const MAX_ENTRIES = 10;

export function feedRoute(rooms: Rooms): Handler {
  return async function atom(c: Context): Promise<Response> {
    const reader = await readerOf(c, rooms);
    const state = await rooms.pointers.resolve(rooms.catalogState, reader.defer);
    const variant: Variant = { path: "/feed.xml", locale: null, format: "atom", isExplicit: false };
    const revision: Revision = {
      build: rooms.build,
      site: reader.site.version,
      source: null,
      catalog: catalogVersion(state.value),
    };
    const inputs = [pageInput(rooms.pointers, rooms.catalogState, state)];
    const make = async (): Promise<Made> => {
      const read = await rooms.catalog.list({
        now: rooms.clock.now(),
        offset: 0,
        limit: MAX_ENTRIES,
      });
      const entries = await Promise.all(
        read.entries.map(({ post }) => readEntry(post, reader, rooms)),
      );
      const document = feed(
        entries.filter((entry) => entry !== null),
        reader.page.site,
      );
      return {
        key: pageKey({ ...revision, catalog: catalogVersion(read.state) }, variant),
        entry: textEntry(document.markup, {
          "Content-Type": `${FEED_MEDIA_TYPE}; charset=utf-8`,
          "Content-Language": reader.page.site.locale,
        }),
      };
    };
    return servePage(c.req.raw, { revision, variant, inputs, vary: [], make }, { reader, rooms });
  };
}

/** Null for a post that changed or vanished in between, or whose new source cannot be read: the feed stands without it. */
async function readEntry(
  { slug, sourceVersion }: CatalogPost,
  { site, timings, defer }: Reader,
  { posts, clock }: Rooms,
): Promise<FeedEntry | null> {
  try {
    const version = { version: sourceVersion, changedAt: null };
    const read = await posts.read(
      { address: { slug, locale: null }, version, site, measure: timings.measure },
      defer,
    );
    const isShown = read !== null && !read.post.isHidden && read.post.date <= clock.now();
    return isShown ? { post: read.post, html: read.rendered.html } : null;
  } catch (error) {
    if (error instanceof InvalidSourceError) return null;
    throw error;
  }
}
