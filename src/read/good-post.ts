// A post that somebody broke keeps its readers: the last version that could be read stands in.

import type { Defer, Pointers } from "../cache/pointers.ts";
import { InvalidSourceError } from "../post/note.ts";
import type { PostReader, PostRequest } from "./post-reader.ts";
import type { ReadPost } from "./stored-post.ts";

export interface GoodPost {
  /** Null if the source vanished in between. */
  readonly read: ReadPost | null;
  /** Whether an older version stands in for the one that was asked for. */
  readonly isStale: boolean;
}

interface GoodPostRooms {
  readonly posts: PostReader;
  readonly pointers: Pointers;
  readonly defer: Defer;
}

/** @throws InvalidSourceError where no good version is known; StoreError, DeadlineError */
export async function readGoodPost(
  request: PostRequest,
  { posts, pointers, defer }: GoodPostRooms,
): Promise<GoodPost> {
  try {
    return { read: await posts.read(request, defer), isStale: false };
  } catch (error) {
    if (!(error instanceof InvalidSourceError)) throw error;
    const good = await pointers.lastGood(posts.source(request.address));
    if (good?.value.kind !== "present") throw error;
    const read = await posts.find({ ...request, version: good.value.version });
    if (read === null) throw error;
    return { read, isStale: true };
  }
}
