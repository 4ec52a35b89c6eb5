import { reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, describe, expect, it } from "vitest";
import { NOT_MODIFIED, StoreError } from "../../src/store/content-store.ts";
import { createR2ContentStore } from "../../src/store/r2-content-store.ts";
import { bytes } from "./bytes.ts";
import { describeContentStore } from "./content-store-contract.ts";

const MEBIBYTE = 1024 * 1024;

afterEach(reset);

describeContentStore("createR2ContentStore()", () => createR2ContentStore(env.CONTENT_R2));

describe("createR2ContentStore() with objects of other tools", () => {
  it("get() returns an object without a content type, its version the MD5 of the body", async () => {
    await env.CONTENT_R2.put("a", "one");
    // printf one | md5sum
    expect(await createR2ContentStore(env.CONTENT_R2).get("a")).toMatchObject({
      version: "f97c5d29941bfb1b2fdab0874906ab82",
      sizeBytes: 3,
      contentType: null,
      body: bytes("one"),
    });
  });

  it("getUnless() and put() understand the etag of an upload in parts", async () => {
    const upload = await env.CONTENT_R2.createMultipartUpload("a");
    const part = await upload.uploadPart(1, "one");
    await upload.complete([part]);
    const store = createR2ContentStore(env.CONTENT_R2);
    const version = (await store.head("a"))?.version ?? "";
    expect(version).toMatch(/^[0-9a-f]{32}-1$/);
    expect(await store.getUnless("a", version)).toBe(NOT_MODIFIED);
    const condition = { kind: "version", version } as const;
    const swapped = await store.put("a", new Uint8Array(2), {
      contentType: "text/plain",
      condition,
    });
    expect(swapped).toMatchObject({ sizeBytes: 2 });
  });

  it("get() throws StoreError for an object that is too large, head() and list() name it", async () => {
    await env.CONTENT_R2.put("film.mp4", new Uint8Array(25 * MEBIBYTE + 1));
    const store = createR2ContentStore(env.CONTENT_R2);
    const error: unknown = await store.get("film.mp4").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoreError);
    expect(error).toMatchObject({
      cause: { message: "Its 26214401 bytes are more than 26214400" },
    });
    expect(await store.head("film.mp4")).toMatchObject({ sizeBytes: 25 * MEBIBYTE + 1 });
    expect((await store.list("", { limit: 1 })).objects).toMatchObject([{ key: "film.mp4" }]);
  });

  it("get() finds a key of 1,024 bytes, R2's limit", async () => {
    const key = "ş".repeat(512);
    await env.CONTENT_R2.put(key, "one");
    expect(await createR2ContentStore(env.CONTENT_R2).get(key)).toMatchObject({
      key,
      sizeBytes: 3,
    });
  });
});
