import { describe, expect, it } from "vitest";
import { checkedContentStore } from "../../src/store/checked-content-store.ts";
import { type ContentStore, StoreError } from "../../src/store/content-store.ts";
import { createMemoryContentStore } from "../../src/store/memory-content-store.ts";
import { createFaultyContentStore } from "./faulty-content-store.ts";

const TEXT = { contentType: "text/plain" };

describe("checkedContentStore()", () => {
  it("throws StoreError with the backend's error as its cause", async () => {
    const { store, cause } = failingStore();
    const calls: readonly (readonly [string, () => Promise<unknown>])[] = [
      ['Cannot get "posts/a.md": the store failed', () => store.get("posts/a.md")],
      ['Cannot get "posts/a.md": the store failed', () => store.getUnless("posts/a.md", "1")],
      ['Cannot look up "posts/a.md": the store failed', () => store.head("posts/a.md")],
      [
        'Cannot put "posts/a.md": the store failed',
        () => store.put("posts/a.md", new Uint8Array(1), TEXT),
      ],
      ['Cannot delete "posts/a.md": the store failed', () => store.delete("posts/a.md")],
      ['Cannot list "posts/": the store failed', () => store.list("posts/", { limit: 1 })],
    ];
    for (const [message, call] of calls) {
      const error: unknown = await call().catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StoreError);
      expect(error).toMatchObject({ message, cause });
    }
  });

  it("never asks the backend for a key that cannot be", async () => {
    const { store } = failingStore();
    for (const key of [
      "",
      ".",
      "..",
      "a\nb",
      "a\u0085b",
      "\udc00",
      "x".repeat(513),
      "ş".repeat(257),
    ]) {
      expect(await store.get(key), key).toBeNull();
      expect(await store.head(key), key).toBeNull();
      await expect(store.put(key, new Uint8Array(0), TEXT), key).rejects.toThrow(RangeError);
    }
  });
});

function failingStore(): { readonly store: ContentStore; readonly cause: Error } {
  const cause = new Error("R2 is down");
  const backend = createFaultyContentStore(createMemoryContentStore());
  for (const method of ["get", "getUnless", "head", "put", "delete", "list"]) {
    backend.faults.inject({ method }, { kind: "fail", error: cause });
  }
  return { store: checkedContentStore(backend, 512), cause };
}
