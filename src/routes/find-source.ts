// Where the source of a post is, and in which version: or why there is none for readers.

import { DeadlineError } from "../cache/deadline.ts";
import type { ResolvedPointer } from "../cache/pointers.ts";
import type { InputVersion } from "../cache/revision.ts";
import { CatalogError } from "../catalog/catalog.ts";
import { type PostAddress, postKey } from "../post/slug.ts";
import type { SourceState } from "../read/post-reader.ts";
import { StoreError } from "../store/content-store.ts";
import { forgetGood } from "./forget-good.ts";
import { GoneError, NotFoundError, UnavailableError } from "./http-errors.ts";
import type { Reader } from "./reader.ts";
import type { Rooms } from "./rooms.ts";

export interface FoundSource {
  readonly address: PostAddress;
  readonly pointer: ResolvedPointer<SourceState>;
  readonly version: InputVersion;
}

/** @throws NotFoundError, GoneError, UnavailableError */
export async function findSource(
  address: PostAddress,
  { defer }: Reader,
  { posts, pointers, clock }: Rooms,
): Promise<FoundSource> {
  const source = posts.source(address);
  const key = postKey(address);
  const pointer = await pointers.resolve(source, defer).catch((fault: unknown) => {
    throw isOutage(fault) ? unavailable(key, fault) : fault;
  });
  const { value: state, origin } = pointer;
  if (state.kind === "present") return { address, pointer, version: state.version };
  // It may have been published since: an old "there is none" is no answer.
  if (origin === "stale") throw unavailable(key, null);
  if (origin !== "memory" || state.publicSince !== null)
    defer(forgetGood(pointers, source, pointer));
  if (state.publicSince !== null && state.publicSince <= clock.now())
    throw new GoneError(`Cannot show "${key}": it is unpublished`);
  throw new NotFoundError(`Cannot find "${key}"`);
}

function isOutage(fault: unknown): boolean {
  return (
    fault instanceof StoreError || fault instanceof CatalogError || fault instanceof DeadlineError
  );
}

function unavailable(key: string, cause: unknown): UnavailableError {
  return new UnavailableError(`Cannot say whether "${key}" exists: no answer`, { cause });
}
