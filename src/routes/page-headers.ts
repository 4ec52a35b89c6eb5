// What caches are told of a page: how long it may be used, and by which values to ask for a newer one.

import { MAX_AGE_MILLISECONDS } from "../cache/pointers.ts";
import {
  cacheTag,
  entityTag,
  lastModified,
  type Revision,
  type Variant,
} from "../cache/revision.ts";

/** To be asked each time. No s-maxage or must-revalidate: Cloudflare would no longer serve stale pages. */
export const PAGE_CACHING: Readonly<Record<string, string>> = { "Cache-Control": "no-cache" };

/** What a 200 and its 304 both carry (RFC 9110 §15.4.5). `now` in milliseconds since 1970. */
export function validators(
  revision: Revision,
  variant: Variant,
  now: number,
): Readonly<Record<string, string>> {
  const modified = lastModified(revision);
  return {
    ...PAGE_CACHING,
    ETag: entityTag(revision, variant),
    "Cache-Tag": cacheTag(variant.path),
    ...(modified !== null &&
      isSettled(modified, now) && { "Last-Modified": new Date(modified).toUTCString() }),
  };
}

/** Whole seconds tell two versions apart only once no page of that second can be made from older inputs. */
function isSettled(modified: number, now: number): boolean {
  return now - modified > MAX_AGE_MILLISECONDS + 1_000;
}
