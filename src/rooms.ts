// Puts the rooms together: whatever lies behind the ports, the same code serves.

import { createContentCache } from "./cache/content-cache.ts";
import type { EdgeCache } from "./cache/edge-cache.ts";
import { createPointers } from "./cache/pointers.ts";
import type { InputVersion } from "./cache/revision.ts";
import type { Catalog } from "./catalog/catalog.ts";
import { createDataCentrePurge } from "./publish/data-centre-purge.ts";
import { createPublisher } from "./publish/publisher.ts";
import type { SendMessage } from "./publish/store-message.ts";
import { catalogSource } from "./read/catalog-state.ts";
import { createSiteReader } from "./read/current-site.ts";
import { createFileReader } from "./read/file-reader.ts";
import { createPostReader } from "./read/post-reader.ts";
import type { Clock, Rooms } from "./routes/rooms.ts";
import type { ContentStore } from "./store/content-store.ts";

/** What differs between Cloudflare, a laptop, and a model of many data centres. */
export interface Backends {
  readonly store: ContentStore;
  readonly catalog: Catalog;
  readonly edge: EdgeCache;
  readonly clock: Clock;
  readonly build: InputVersion;
  readonly publishTokenHashes: readonly string[];
  /** Puts a message into the queue of store events. */
  readonly send: SendMessage;
}

export function createRooms({ edge, ...backends }: Backends): Rooms {
  const { store, catalog, clock, build } = backends;
  const pointers = createPointers(edge, clock.now);
  const contents = createContentCache(edge);
  const catalogState = catalogSource(catalog, clock.now);
  const sites = createSiteReader({ store, catalog, catalogState, pointers, contents });
  const purge = createDataCentrePurge(pointers);
  return {
    ...backends,
    pointers,
    contents,
    sites,
    catalogState,
    posts: createPostReader({ build, store, catalog, contents }),
    files: createFileReader(store, contents),
    publisher: createPublisher({ store, catalog, sites, purge, now: clock.now }),
  };
}
