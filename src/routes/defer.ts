// Work that goes on behind the response.

import type { Context } from "hono";
import type { Defer } from "../cache/pointers.ts";

export function deferOf(c: Context): Defer {
  return (work) => c.executionCtx.waitUntil(work);
}
