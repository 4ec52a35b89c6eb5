import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { createMemoryCatalog } from "../../src/catalog/memory-catalog.ts";
import { createRooms } from "../../src/rooms.ts";
import { NotFoundError } from "../../src/routes/http-errors.ts";
import { localeRoute } from "../../src/routes/locale-route.ts";
import { createMemoryContentStore } from "../../src/store/memory-content-store.ts";

const context = {
  waitUntil: (): void => {},
  passThroughOnException: (): void => {},
  props: {},
};

async function get(path: string): Promise<Response> {
  const store = createMemoryContentStore();
  const config = new TextEncoder().encode("locale: tr\nlocales: [tr, pt-BR]\n");
  await store.put("_config.yml", config, { contentType: "application/yaml" });
  const rooms = createRooms({
    store,
    catalog: createMemoryCatalog(),
    edge: { get: async () => null, put: async () => {} },
    clock: { now: () => 0, elapsed: () => 0 },
    build: { version: "1", changedAt: null },
    publishTokenHashes: [],
    send: async () => {},
  });
  const app = new Hono().get("/:locale", localeRoute(rooms));
  app.onError(
    (error) => new Response(null, { status: error instanceof NotFoundError ? 404 : 500 }),
  );
  return app.request(path, {}, {}, context);
}

describe("localeRoute()", () => {
  it("sends to the list of a locale that the site has", async () => {
    const response = await get("/pt-BR?a=//evil.example");
    expect(response.status).toBe(301);
    expect(response.headers.get("Location")).toBe("/pt-BR/");
    expect(response.headers.get("Cache-Control")).toBe("no-cache");
  });

  it("finds nothing for another first segment", async () => {
    for (const path of ["/en", "/posts", "/pt-br", "/%2F%2Fevil.example", "/%ff"])
      expect((await get(path)).status, path).toBe(404);
  });
});
