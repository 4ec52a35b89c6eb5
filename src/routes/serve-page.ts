// Answers with a page: 304 before any page is read, else from memory, the data centre, or made now.

import type { Made } from "../cache/content-cache.ts";
import type { EdgeEntry } from "../cache/edge-cache.ts";
import { entityTag, pageKey, type Revision, type Variant } from "../cache/revision.ts";
import { cacheState } from "./cache-state.ts";
import { isNotModified, knowsTag } from "./conditional.ts";
import { keptHeaders } from "./kept-headers.ts";
import { PAGE_CACHING, validators } from "./page-headers.ts";
import { keepInputs, type PageInput } from "./page-input.ts";
import type { Reader } from "./reader.ts";
import { respond } from "./respond.ts";
import type { Rooms } from "./rooms.ts";

/** What a page is made of, besides the build and the site. */
export type PageVersions = Pick<Revision, "source" | "catalog">;

export interface MadePage {
  readonly entry: EdgeEntry;
  /** Of what was really used: perhaps newer than what was asked for. */
  readonly versions: PageVersions;
  /** An older version stands in for one that cannot be read. */
  readonly isStale: boolean;
}

export interface ServedPage {
  readonly variant: Variant;
  readonly versions: PageVersions;
  /** The pointers that gave the versions. */
  readonly inputs: readonly PageInput[];
  /** Of the address: Vary among them is sent whether or not its headers came (RFC 9110 §12.5.5). */
  readonly headers: Readonly<Record<string, string>>;
  readonly make: () => Promise<MadePage>;
}

export interface Serving {
  readonly reader: Reader;
  readonly rooms: Rooms;
}

/** @throws what `make` throws */
export async function servePage(
  request: Request,
  { variant, versions, inputs, headers, make }: ServedPage,
  { reader, rooms }: Serving,
): Promise<Response> {
  const { defer, timings, site } = reader;
  const revisionOf = (made: PageVersions): Revision => ({
    build: rooms.build,
    site: site.version,
    ...made,
  });
  const revision = revisionOf(versions);
  const key = pageKey(revision, variant);
  const current = { ...headers, ...validators(revision, variant, rooms.clock.now()) };
  timings.mark("revision");
  if (knowsTag(request.headers, entityTag(revision, variant))) {
    keepInputs(inputs, defer);
    return notModified(request, current, reader);
  }

  const makeEntry = async (): Promise<Made> => {
    const made = await make();
    return { ...made, key: pageKey(revisionOf(made.versions), variant) };
  };
  const found = await rooms.contents.findOrMake(key, makeEntry, defer);
  timings.mark("page");
  if (found.isStale !== true) keepInputs(inputs, defer);
  // What was made of other versions than the pointers say has no validators: the next request will know them.
  const sent = found.key === key ? current : { ...headers, ...PAGE_CACHING };
  if (isNotModified(request.headers, sent)) return notModified(request, sent, reader);
  return respond(request, {
    status: 200,
    body: found.entry.body,
    headers: {
      ...keptHeaders(found.entry),
      ...sent,
      "X-Kiyi-Cache": cacheState(found, [...inputs, site]),
      "Server-Timing": timings.header(),
    },
  });
}

function notModified(
  request: Request,
  headers: Readonly<Record<string, string>>,
  { timings }: Reader,
): Response {
  return respond(request, {
    status: 304,
    body: null,
    headers: { ...headers, "Server-Timing": timings.header() },
  });
}
