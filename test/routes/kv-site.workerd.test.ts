import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backendsOf } from "../../src/backends.ts";
import { createKvContentStore } from "../../src/store/kv-content-store.ts";
import { CONFIG, createTestSite, source } from "./test-site.ts";

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);

beforeEach(() => applyD1Migrations(env.CATALOG, env.MIGRATIONS));
afterEach(reset);

describe("a site whose only store is KV", () => {
  it("publishes, serves every kind of page, and unpublishes", async () => {
    const site = await createTestSite({ store: createKvContentStore(env.CONTENT_KV) });
    await site.publishFile("_config.yml", CONFIG);
    await site.publish("a", source({ title: "Merhaba" }, "Metin."));
    await site.publish("a", source({ title: "Hello" }, "Text."), { locale: "en" });
    await site.publishFile("images/a.png", PNG);
    for (const path of ["/", "/posts/a", "/posts/a.md", "/posts/a.json", "/feed.xml"])
      expect(await site.read(path), path).toContain("Merhaba");
    expect(await site.read("/en/posts/a")).toContain("Text.");
    expect((await site.get("/images/a.png")).headers.get("Content-Type")).toBe("image/png");
    await site.publish("a", source({ title: "Yeni" }, "Metin."));
    for (const path of ["/", "/posts/a", "/posts/a.md", "/feed.xml"])
      expect(await site.read(path), path).toContain("Yeni");
    const tag = (await site.get("/posts/a")).headers.get("ETag") ?? "";
    expect((await site.get("/posts/a", { "If-None-Match": tag })).status).toBe(304);
    await site.api("DELETE", "/posts/a");
    expect((await site.get("/posts/a")).status).toBe(410);
    expect((await env.CONTENT_R2.list()).objects).toEqual([]);
  });

  it("is chosen where no bucket is bound", () => {
    const { CONTENT_R2: _bucket, ...bindings } = env;
    expect(backendsOf(bindings).store.swapsAtomically).toBe(false);
    expect(backendsOf(env).store.swapsAtomically).toBe(true);
    const { CONTENT_KV: _namespace, ...none } = bindings;
    expect(() => backendsOf(none)).toThrow(TypeError);
  });
});
