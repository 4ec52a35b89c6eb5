// `X-Kiyi-Cache`: where an answer came from.

import type { CachedContent } from "../cache/content-cache.ts";
import type { PageInput } from "./page-input.ts";

const STATES: Readonly<Record<CachedContent["origin"], string>> = {
  memory: "memory",
  edge: "edge",
  made: "render",
};

/** `stale-if-error` wherever something older stands in for what could not be read. */
export function cacheState(
  { origin, isStale }: Pick<CachedContent, "origin" | "isStale">,
  inputs: readonly Pick<PageInput, "origin">[],
): string {
  const isOld = isStale === true || inputs.some((input) => input.origin === "stale");
  return isOld ? "stale-if-error" : STATES[origin];
}
