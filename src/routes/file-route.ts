// `/images/*` and `/assets/*`: files of the store at their own paths.

import type { Context, Handler } from "hono";
import { objectKind } from "../post/object-kind.ts";
import { cacheState } from "./cache-state.ts";
import { isNotModified } from "./conditional.ts";
import { deferOf } from "./defer.ts";
import { forgetGood } from "./forget-good.ts";
import { NotFoundError, UnavailableError } from "./http-errors.ts";
import { keptHeaders } from "./kept-headers.ts";
import { keepInputs, pageInput } from "./page-input.ts";
import { pathSegments } from "./path-segments.ts";
import { respond } from "./respond.ts";
import type { Rooms } from "./rooms.ts";

/** Browsers may use a file for so long without asking, as long as its name says nothing of its content. */
const MAX_AGE_SECONDS = 60;

export function fileRoute({ files, pointers }: Rooms): Handler {
  return async function file(c: Context): Promise<Response> {
    const defer = deferOf(c);
    const key = pathSegments(c.req.url)?.join("/") ?? "";
    if (objectKind(key).kind !== "file")
      throw new NotFoundError("Cannot find this file: its path is none");
    const source = files.source(key);
    const pointer = await pointers.resolve(source, defer);
    const input = pageInput(pointers, source, pointer);
    if (pointer.value === null) {
      if (pointer.origin === "read") defer(forgetGood(pointers, source, pointer));
      throw missing(pointer.origin === "stale", key);
    }
    const current = fileHeaders(pointer.value.version);
    keepInputs([input], defer);
    if (isNotModified(c.req.raw.headers, current))
      return respond(c.req.raw, { status: 304, body: null, headers: current });
    const found = await files.read(key, pointer.value.version, defer);
    if (found === null) throw missing(false, key);
    return respond(c.req.raw, {
      status: 200,
      body: found.entry.body,
      headers: {
        ...keptHeaders(found.entry),
        ...fileHeaders(found.version),
        "X-Kiyi-Cache": cacheState(found, [input]),
      },
    });
  };
}

/** An old "there is none" is no answer: it may have been published since. */
function missing(isStale: boolean, key: string): Error {
  return isStale
    ? new UnavailableError(`Cannot say whether "${key}" exists: the store does not answer`)
    : new NotFoundError(`Cannot find "${key}"`);
}

function fileHeaders(version: string): Readonly<Record<string, string>> {
  return {
    ETag: `W/"${version}"`,
    "Cache-Control": `public, max-age=${MAX_AGE_SECONDS}`,
    "Cross-Origin-Resource-Policy": "cross-origin", // pictures of posts are shown by feed readers
  };
}
