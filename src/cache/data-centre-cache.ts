// The edge cache as Cloudflare has it: `caches.open()`, one per data centre, without tiers.

import { withDeadline } from "./deadline.ts";
import type { EdgeCache } from "./edge-cache.ts";

/** A cache that is slower than the store it saves from is of no use. */
const MAX_READ_MILLISECONDS = 250;
/** Pages are stored behind the response; a publisher waits for a purge. */
const MAX_WRITE_MILLISECONDS = 2_000;

/** `open` is called at the first use: the Cache API is I/O, which module scope may not do. */
export function createDataCentreCache(open: () => Promise<Cache>): EdgeCache {
  return {
    async get(key) {
      try {
        const entry = open().then((cache) => read(cache, key));
        return await withDeadline(entry, MAX_READ_MILLISECONDS, `read cache entry "${key}"`);
      } catch {
        return null;
      }
    },
    async put(key, { body, headers }, maxAgeSeconds) {
      // No s-maxage and no must-revalidate: they would switch off serving stale entries (Cloudflare's documents).
      const response = new Response(body, {
        headers: { ...headers, "Cache-Control": `public, max-age=${maxAgeSeconds}` },
      });
      const stored = open().then((cache) => cache.put(cacheUrl(key), response));
      await withDeadline(stored, MAX_WRITE_MILLISECONDS, `store cache entry "${key}"`);
    },
  };
}

async function read(cache: Cache, key: string): ReturnType<EdgeCache["get"]> {
  const response = await cache.match(cacheUrl(key));
  if (response === undefined) return null;
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => name !== "cache-control"),
  );
  return { body: new Uint8Array(await response.arrayBuffer()), headers };
}

/** A host that does not exist: no request from outside can name such an entry. */
function cacheUrl(key: string): string {
  return `https://kiyi.invalid/${encodeURIComponent(key)}`;
}
