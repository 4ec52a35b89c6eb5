// Answers with a page: 304 before any page is read, else from memory, the data centre, or made now.

import type { CachedContent, Made } from "../cache/content-cache.ts";
import {
  type Defer,
  MAX_AGE_MILLISECONDS,
  type Pointers,
  type PointerSource,
  type ResolvedPointer,
} from "../cache/pointers.ts";
import {
  cacheTag,
  entityTag,
  lastModified,
  pageKey,
  type Revision,
  type Variant,
} from "../cache/revision.ts";
import { isNotModified } from "./conditional.ts";
import type { Reader } from "./reader.ts";
import { respond } from "./respond.ts";
import type { Rooms } from "./rooms.ts";

interface Serving {
  readonly reader: Reader;
  readonly rooms: Rooms;
}

/** A pointer that the revision was made of. */
export interface PageInput {
  /** `stale`: the store failed. */
  readonly origin: ResolvedPointer<unknown>["origin"];
  /** Remembers it as one that a page could be served from. */
  readonly keep: () => Promise<void>;
}

export interface ServedPage {
  readonly revision: Revision;
  readonly variant: Variant;
  readonly inputs: readonly PageInput[];
  /** Request headers that decided, or would have: sent whether or not they came (RFC 9110 §12.5.5). */
  readonly vary: readonly string[];
  readonly make: () => Promise<Made>;
}

export async function servePage(
  request: Request,
  page: ServedPage,
  { reader, rooms }: Serving,
): Promise<Response> {
  const { inputs, revision, variant } = page;
  const { defer, timings } = reader;
  timings.mark("revision");
  const headers = validators(page, rooms.clock.now());
  if (isNotModified(request.headers, headers)) {
    keepInputs(inputs, defer);
    return respond({
      status: 304,
      body: null,
      headers: { ...headers, "Server-Timing": timings.header() },
    });
  }
  const found = await rooms.contents.findOrMake(pageKey(revision, variant), page.make, defer);
  timings.mark("page");
  if (found.isStale !== true) keepInputs(inputs, defer);
  return respond({
    status: 200,
    body: found.entry.body,
    headers: {
      ...found.entry.headers,
      ...headers,
      "X-Kiyi-Cache": cacheState(found, [...inputs, reader.site]),
      "Server-Timing": timings.header(),
    },
  });
}

/** Only what was read just now: on a hit nothing is written. */
function keepInputs(inputs: readonly PageInput[], defer: Defer): void {
  for (const { origin, keep } of inputs) {
    if (origin === "read") defer(keep());
  }
}

function cacheState(found: CachedContent, inputs: readonly Pick<PageInput, "origin">[]): string {
  const isStale = found.isStale === true || inputs.some(({ origin }) => origin === "stale");
  return isStale ? "stale-if-error" : CACHE_STATES[found.origin];
}

const CACHE_STATES: Readonly<Record<CachedContent["origin"], string>> = {
  memory: "memory",
  edge: "edge",
  made: "render",
};

/** What a 304 carries too (RFC 9110 §15.4.5). */
function validators(
  { revision, variant, vary }: ServedPage,
  now: number,
): Readonly<Record<string, string>> {
  const modified = lastModified(revision);
  return {
    // To be asked each time; no s-maxage or must-revalidate, which would switch off serving stale at Cloudflare.
    "Cache-Control": "no-cache",
    ETag: entityTag(revision, variant),
    "Cache-Tag": cacheTag(variant.path),
    ...(vary.length > 0 && { Vary: vary.join(", ") }),
    ...(modified !== null &&
      isSettled(modified, now) && { "Last-Modified": new Date(modified).toUTCString() }),
  };
}

/** Whole seconds tell two versions apart only once no page of that second can be made from older inputs. */
function isSettled(modified: number, now: number): boolean {
  return now - modified > MAX_AGE_MILLISECONDS + 1_000;
}

export function pageInput<T>(
  pointers: Pointers,
  source: PointerSource<T>,
  pointer: ResolvedPointer<T>,
): PageInput {
  return { origin: pointer.origin, keep: () => pointers.keepGood(source, pointer) };
}
