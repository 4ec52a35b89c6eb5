// `/images/*` and `/assets/*`: files of the store at their own paths.

import type { Context, Handler } from "hono";
import type { Defer } from "../cache/pointers.ts";
import { objectKind } from "../post/object-kind.ts";
import { isNotModified } from "./conditional.ts";
import { NotFoundError } from "./http-errors.ts";
import { pathSegments } from "./path-segment.ts";
import { respond } from "./respond.ts";
import type { Rooms } from "./rooms.ts";

/** Browsers may use a file for so long without asking, as long as its name says nothing of its content. */
const MAX_AGE_SECONDS = 60;

export function fileRoute({ files, pointers }: Rooms): Handler {
  return async function file(c: Context): Promise<Response> {
    const defer: Defer = (work) => c.executionCtx.waitUntil(work);
    const key = pathSegments(new URL(c.req.url).pathname)?.join("/") ?? "";
    if (objectKind(key).kind !== "file")
      throw new NotFoundError("Cannot find this file: its path is none");
    const source = files.source(key);
    const pointer = await pointers.resolve(source, defer);
    if (pointer.origin === "read") defer(pointers.keepGood(source, pointer));
    if (pointer.value === null) throw new NotFoundError("Cannot find this file");
    const headers = {
      ETag: `W/"${pointer.value.version}"`,
      "Cache-Control": `public, max-age=${MAX_AGE_SECONDS}`,
      "Cross-Origin-Resource-Policy": "cross-origin", // pictures of posts are shown by feed readers
    };
    if (isNotModified(c.req.raw.headers, headers))
      return respond({ status: 304, body: null, headers });
    const found = await files.read(key, pointer.value.version, defer);
    if (found === null) throw new NotFoundError("Cannot find this file");
    return respond({
      status: 200,
      body: found.entry.body,
      headers: { ...headers, ...found.entry.headers },
    });
  };
}
