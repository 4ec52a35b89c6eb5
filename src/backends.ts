// Bindings → backends of the ports.

import { createDataCentreCache } from "./cache/data-centre-cache.ts";
import type { InputVersion } from "./cache/revision.ts";
import { createD1Catalog } from "./catalog/d1-catalog.ts";
import type { Env } from "./env.ts";
import type { Backends } from "./rooms.ts";
import { parseTokenHashes } from "./routes/authorize.ts";
import type { ContentStore } from "./store/content-store.ts";
import { createKvContentStore } from "./store/kv-content-store.ts";
import { createR2ContentStore } from "./store/r2-content-store.ts";

/** Names the cache of pages; another name than the zone's own, so that nothing else can write into it. */
const CACHE_NAME = "kiyi";

/** @throws TypeError if no store is bound */
export function backendsOf(env: Env): Backends {
  return {
    store: storeOf(env),
    catalog: createD1Catalog(env.CATALOG),
    edge: createDataCentreCache(() => caches.open(CACHE_NAME)),
    clock: { now: () => Date.now(), elapsed: () => performance.now() },
    build: buildOf(env),
    publishTokenHashes: parseTokenHashes(env.PUBLISH_TOKEN_HASHES),
    send: async (message, delaySeconds = 0) => {
      await env.STORE_EVENTS.send(message, { delaySeconds });
    },
  };
}

/** The binding that exists decides; R2 wins. */
function storeOf({ CONTENT_R2, CONTENT_KV }: Env): ContentStore {
  if (CONTENT_R2 !== undefined) return createR2ContentStore(CONTENT_R2);
  if (CONTENT_KV !== undefined) return createKvContentStore(CONTENT_KV);
  throw new TypeError(
    "Cannot start: bind a bucket as CONTENT_R2 or a namespace as CONTENT_KV in wrangler.toml",
  );
}

/** The first two groups of the version's UUID: 48 bits tell deployments apart. */
function buildOf({ VERSION }: Env): InputVersion {
  if (VERSION === undefined) return { version: "unversioned", changedAt: null };
  const changedAt = Date.parse(VERSION.timestamp);
  return {
    version: VERSION.id.slice(0, 13),
    changedAt: Number.isNaN(changedAt) ? null : changedAt,
  };
}
