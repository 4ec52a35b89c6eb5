import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it } from "vitest";
import { NOT_MODIFIED } from "../../src/store/content-store.ts";
import { createKvContentStore } from "../../src/store/kv-content-store.ts";
import { bytes } from "./bytes.ts";
import { describeContentStore } from "./content-store-contract.ts";

/** SHA-256 of "one", by `printf one | sha256sum`. */
const SHA256_OF_ONE = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed";

afterEach(reset);

describeContentStore("createKvContentStore()", () => createKvContentStore(env.CONTENT_KV));

describe("createKvContentStore() with objects of other tools", () => {
  const foreign = {
    key: "a",
    version: SHA256_OF_ONE,
    sizeBytes: 3,
    contentType: null,
    uploadedAt: null,
  };

  it("get(), head() and getUnless() take the body's hash for the version", async () => {
    await env.CONTENT_KV.put("a", "one");
    const store = createKvContentStore(env.CONTENT_KV);
    expect(await store.head("a")).toEqual(foreign);
    expect(await store.get("a")).toEqual({ ...foreign, body: bytes("one") });
    expect(await store.getUnless("a", SHA256_OF_ONE)).toBe(NOT_MODIFIED);
    expect(await store.getUnless("a", "0".repeat(64))).toMatchObject(foreign);
  });

  it("get() gives the same version to what another tool wrote and to what put() wrote", async () => {
    const store = createKvContentStore(env.CONTENT_KV);
    const ours = await store.put("a", bytes("one"), {
      contentType: "text/plain",
    });
    expect(ours?.version).toBe(SHA256_OF_ONE);
    await env.CONTENT_KV.put("a", "one");
    expect((await store.get("a"))?.version).toBe(SHA256_OF_ONE);
  });

  it("get() sees that another tool replaced an object", async () => {
    const store = createKvContentStore(env.CONTENT_KV);
    await store.put("a", bytes("two"), { contentType: "text/plain" });
    await env.CONTENT_KV.put("a", "one");
    expect(await store.head("a")).toEqual(foreign);
  });

  it("list() names them without version, size and time", async () => {
    await env.CONTENT_KV.put("a", "one");
    expect(await createKvContentStore(env.CONTENT_KV).list("", { limit: 10 })).toEqual({
      objects: [{ key: "a", version: null, sizeBytes: null, uploadedAt: null }],
      cursor: null,
    });
  });

  it("head() does not take metadata of another tool for its own", async () => {
    const store = createKvContentStore(env.CONTENT_KV);
    const ours = { version: SHA256_OF_ONE, sizeBytes: 3, contentType: "text/plain", uploadedAt: 5 };
    const others: readonly unknown[] = [
      "text",
      7,
      [],
      {},
      { ...ours, version: "1" },
      { ...ours, sizeBytes: "3" },
      { ...ours, contentType: undefined },
      { ...ours, uploadedAt: null },
    ];
    for (const metadata of others) {
      await env.CONTENT_KV.put("a", "one", { metadata });
      expect(await store.head("a"), JSON.stringify(metadata)).toEqual(foreign);
    }
    await env.CONTENT_KV.put("a", "one", { metadata: { ...ours, more: 1 } });
    expect(await store.head("a")).toEqual({ key: "a", ...ours });
  });
});
