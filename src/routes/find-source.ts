// Where the source of a post is, and in which version: or why there is none for readers.

import type { ResolvedPointer } from "../cache/pointers.ts";
import type { InputVersion } from "../cache/revision.ts";
import { type PostAddress, postKey } from "../post/slug.ts";
import type { SourceState } from "../read/post-reader.ts";
import { forgetGood } from "./forget-good.ts";
import { GoneError, NotFoundError, UnavailableError } from "./http-errors.ts";
import type { Reader } from "./reader.ts";
import type { Rooms } from "./rooms.ts";

export interface FoundSource {
  readonly address: PostAddress;
  readonly pointer: ResolvedPointer<SourceState>;
  readonly version: InputVersion;
}

/** @throws NotFoundError, GoneError, UnavailableError, StoreError, CatalogError, DeadlineError */
export async function findSource(
  address: PostAddress,
  { defer }: Reader,
  { posts, pointers, clock }: Rooms,
): Promise<FoundSource> {
  const source = posts.source(address);
  const pointer = await pointers.resolve(source, defer);
  const { value: state, origin } = pointer;
  if (state.kind === "present") return { address, pointer, version: state.version };
  const key = postKey(address);
  // It may have been published since: an old "there is none" is no answer.
  if (origin === "stale")
    throw new UnavailableError(`Cannot say whether "${key}" exists: the store does not answer`);
  if (origin !== "memory" || state.publicSince !== null)
    defer(forgetGood(pointers, source, pointer));
  if (state.publicSince !== null && state.publicSince <= clock.now())
    throw new GoneError(`Cannot show "${key}": it is unpublished`);
  throw new NotFoundError(`Cannot find "${key}"`);
}
