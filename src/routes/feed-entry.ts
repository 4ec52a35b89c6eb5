// A post of the feed, read in the version that the catalog names, or in a newer one.

import type { CatalogPost } from "../catalog/catalog.ts";
import type { FeedEntry } from "../page/feed.ts";
import { InvalidSourceError } from "../post/note.ts";
import { isVisible } from "../post/post.ts";
import type { Serving } from "./serve-page.ts";

interface ReadFeedEntry {
  /** Null for a post that vanished, may not be seen any more, or cannot be read: the feed stands without it. */
  readonly entry: FeedEntry | null;
  /** What was read instead of the version that the catalog names; null where it was that one. */
  readonly drift: string | null;
}

/** @throws StoreError, DeadlineError */
export async function readFeedEntry(
  { slug, sourceVersion }: CatalogPost,
  { reader, rooms }: Serving,
): Promise<ReadFeedEntry> {
  const { site, timings, defer } = reader;
  const version = { version: sourceVersion, changedAt: null };
  const address = { slug, locale: null };
  try {
    const read = await rooms.posts.read(
      { address, version, site, measure: timings.measure },
      defer,
    );
    if (read === null) return { entry: null, drift: `${slug}-vanished` };
    const drift = read.version === sourceVersion ? null : read.version;
    if (!isVisible(read.post, rooms.clock.now())) return { entry: null, drift };
    return { entry: { post: read.post, html: read.rendered.html }, drift };
  } catch (error) {
    if (!(error instanceof InvalidSourceError)) throw error;
    return { entry: null, drift: "invalid" };
  }
}
