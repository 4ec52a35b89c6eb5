// Makes one representation of a post, if readers may see it.

import type { EdgeEntry } from "../cache/edge-cache.ts";
import type { InputVersion } from "../cache/revision.ts";
import type { Format } from "../negotiate/choose-format.ts";
import { isVisible } from "../post/post.ts";
import { readGoodPost } from "../read/good-post.ts";
import type { FoundSource } from "./find-source.ts";
import { forgetGood } from "./forget-good.ts";
import { NotFoundError, UnavailableError } from "./http-errors.ts";
import { postEntry } from "./post-entry.ts";
import type { Serving } from "./serve-page.ts";

export interface MadePost {
  readonly entry: EdgeEntry;
  /** Of the source that was really read. */
  readonly version: InputVersion;
  /** An older version stands in for one that cannot be read. */
  readonly isStale: boolean;
}

/** @throws NotFoundError, UnavailableError, InvalidSourceError; what stores throw */
export async function makePost(
  format: Format,
  { address, pointer, version }: FoundSource,
  { reader, rooms }: Serving,
): Promise<MadePost> {
  const { page, site, timings, defer } = reader;
  const { clock, catalog, posts, pointers } = rooms;
  const now = clock.now();
  const { read, isStale } = await readGoodPost(
    { address, version, site, measure: timings.measure },
    { posts, pointers, defer },
  );
  if (read === null || !isVisible(read.post, now)) {
    if (pointer.origin === "stale")
      throw new UnavailableError("Cannot say whether this post may be seen by now");
    const absent = { kind: "absent", publicSince: null } as const;
    const { readAt } = pointer;
    defer(forgetGood(pointers, posts.source(address), { value: absent, readAt }));
    throw new NotFoundError("Cannot find this post");
  }
  const entry = await postEntry(format, read, { context: page, catalog, now });
  return { entry, version: { ...version, version: read.version }, isStale };
}
