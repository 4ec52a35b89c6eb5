// The Worker of bench/hit.ts: the whole app on stores in memory, and beside it a bare Hono app with a page of the same size.

import { Hono } from "hono";
import { createApp } from "../src/app.ts";
import type { EdgeCache, EdgeEntry } from "../src/cache/edge-cache.ts";
import { createMemoryCatalog } from "../src/catalog/memory-catalog.ts";
import { createRooms } from "../src/rooms.ts";
import { createMemoryContentStore } from "../src/store/memory-content-store.ts";

const rooms = createRooms({
  store: createMemoryContentStore(),
  catalog: createMemoryCatalog(),
  edge: memoryEdge(),
  clock: { now: () => Date.now(), elapsed: () => performance.now() },
  build: { version: "bench", changedAt: 0 },
  publishTokenHashes: [],
  send: async () => {},
});
const app = createApp(rooms);

let page = "";
const bare = new Hono();
bare.get("/bare/:slug", (c) => c.html(page));

const worker: ExportedHandler = {
  async fetch(request, env, context) {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/bare/")) return bare.fetch(request, {}, context);
    if (request.method === "PUT") {
      const body = new Uint8Array(await request.arrayBuffer());
      await rooms.publisher.publish(
        { key: pathname.slice(1), body, contentType: "text/plain" },
        (work) => context.waitUntil(work),
      );
      page = await (
        await app.fetch(new Request("http://bench/posts/post"), env as object, context)
      ).text();
      return new Response(String(page.length));
    }
    return app.fetch(request, env as object, context);
  },
};

/** Counts nothing and forgets nothing: on a hit it isn't asked. */
function memoryEdge(): EdgeCache {
  const entries = new Map<string, EdgeEntry>();
  return {
    get: async (key) => entries.get(key) ?? null,
    async put(key, entry) {
      entries.set(key, entry);
    },
  };
}

export default worker;
