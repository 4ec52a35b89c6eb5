// Bindings → rooms.

import { createContentCache } from "./cache/content-cache.ts";
import { createDataCentreCache } from "./cache/data-centre-cache.ts";
import { createPointers } from "./cache/pointers.ts";
import { createD1Catalog } from "./catalog/d1-catalog.ts";
import type { Env } from "./env.ts";
import { createDataCentrePurge } from "./publish/data-centre-purge.ts";
import { createPublisher } from "./publish/publisher.ts";
import { catalogSource } from "./read/catalog-state.ts";
import { createSiteReader } from "./read/current-site.ts";
import { createFileReader } from "./read/file-reader.ts";
import { createPostReader } from "./read/post-reader.ts";
import { parseTokenHashes } from "./routes/authorize.ts";
import type { Clock, Rooms } from "./routes/rooms.ts";
import type { ContentStore } from "./store/content-store.ts";
import { createKvContentStore } from "./store/kv-content-store.ts";
import { createR2ContentStore } from "./store/r2-content-store.ts";

const CLOCK: Clock = { now: () => Date.now(), elapsed: () => performance.now() };

/** The binding that exists decides; R2 wins. @throws TypeError if there is no store */
export function createRooms(env: Env): Rooms {
  const store = storeOf(env);
  const build = {
    version: env.VERSION?.id.slice(0, 12) ?? "local",
    changedAt: Date.parse(env.VERSION?.timestamp ?? "") || 0,
  };
  const catalog = createD1Catalog(env.CATALOG);
  const edge = createDataCentreCache(() => caches.open("kiyi"));
  const pointers = createPointers(edge, CLOCK.now);
  const contents = createContentCache(edge);
  const sites = createSiteReader({ store, pointers, contents });
  const purge = createDataCentrePurge(pointers);
  return {
    build,
    clock: CLOCK,
    store,
    catalog,
    pointers,
    catalogState: catalogSource(catalog, CLOCK.now),
    contents,
    sites,
    posts: createPostReader({ build, store, catalog, contents }),
    files: createFileReader(store, contents),
    publisher: createPublisher({ store, catalog, sites, purge, now: CLOCK.now }),
    publishTokenHashes: parseTokenHashes(env.PUBLISH_TOKEN_HASHES),
  };
}

function storeOf({ CONTENT_R2, CONTENT_KV }: Env): ContentStore {
  if (CONTENT_R2 !== undefined) return createR2ContentStore(CONTENT_R2);
  if (CONTENT_KV !== undefined) return createKvContentStore(CONTENT_KV);
  throw new TypeError(
    "Cannot start: bind a bucket as CONTENT_R2 or a namespace as CONTENT_KV in wrangler.toml",
  );
}
