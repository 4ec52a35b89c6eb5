// What every backend of the content store promises; run by one file for each.

import { describe, expect, it } from "vitest";
import { type ContentStore, NOT_MODIFIED } from "../../src/store/content-store.ts";
import { bytes } from "./bytes.ts";

const MARKDOWN = { contentType: "text/markdown; charset=utf-8" };
/** A thousand puts take 2 s on a quiet machine. */
const MANY_OBJECTS_TIMEOUT_MS = 60_000;

const PNG = { contentType: "image/png" };

/** `createStore` gives an empty store; a test's objects must be gone before the next one. */
export function describeContentStore(name: string, createStore: () => ContentStore): void {
  describe(name, () => {
    describeReading(createStore);
    describeConditionalReading(createStore);
    describeWriting(createStore);
    describeConditionalWriting(createStore);
    describeListing(createStore);
    describeLimits(createStore);
  });
}

function describeReading(createStore: () => ContentStore): void {
  it("get() and head() answer null for a missing key", async () => {
    const store = createStore();
    expect(await store.get("posts/none.md")).toBeNull();
    expect(await store.head("posts/none.md")).toBeNull();
    expect(await store.getUnless("posts/none.md", "0".repeat(32))).toBeNull();
  });

  it("get() returns what put() wrote, and the same head as put() and head()", async () => {
    const store = createStore();
    const before = Date.now();
    const written = await store.put("posts/merhaba.md", bytes("# Kıyı\n"), MARKDOWN);
    expect(written).toMatchObject({
      key: "posts/merhaba.md",
      sizeBytes: 9,
      contentType: "text/markdown; charset=utf-8",
    });
    expect(written?.version).toMatch(/^[0-9a-f]{32,64}$/);
    // Clocks of store and test may differ by the store's granularity, one second at most.
    expect(written?.uploadedAt).toBeGreaterThanOrEqual(before - 1000);
    expect(await store.head("posts/merhaba.md")).toEqual(written);
    expect(await store.get("posts/merhaba.md")).toEqual({ ...written, body: bytes("# Kıyı\n") });
  });

  it("get() returns binary bodies byte by byte", async () => {
    const store = createStore();
    const everyByte = Uint8Array.from({ length: 256 }, (_, index) => index);
    await store.put("images/bytes.png", everyByte, PNG);
    expect((await store.get("images/bytes.png"))?.body).toEqual(everyByte);
  });

  it("get() returns an empty body", async () => {
    const store = createStore();
    await store.put("posts/empty.md", bytes(""), MARKDOWN);
    expect(await store.get("posts/empty.md")).toMatchObject({ sizeBytes: 0, body: bytes("") });
  });

  it("get() returns a body of 5 MB", async () => {
    const store = createStore();
    const size = 5 * 1024 * 1024;
    const large = new Uint8Array(size);
    for (let index = 0; index < size; index += 4096) large[index] = index >> 12;
    await store.put("images/large.png", large, PNG);
    const read = (await store.get("images/large.png"))?.body ?? bytes("");
    expect(read.byteLength).toBe(size);
    // Buffer-wise: an assertion on five million numbers would take longer than all other tests.
    expect(await digest(read)).toBe(await digest(large));
  });

  it("get() hands out a body that its reader may change", async () => {
    const store = createStore();
    const source = bytes("one");
    await store.put("posts/one.md", source, MARKDOWN);
    source.fill(0);
    (await store.get("posts/one.md"))?.body.fill(0);
    expect((await store.get("posts/one.md"))?.body).toEqual(bytes("one"));
  });

  it("get() finds keys in any script, and only in the form they were written in", async () => {
    const store = createStore();
    const keys = [
      "posts/çığ-ıspanak.md",
      "posts/日本語.md",
      "posts/שלום.md",
      "posts/𐐨.md",
      "images/a b+c%20.png",
    ];
    for (const key of keys) await store.put(key, bytes(key), MARKDOWN);
    for (const key of keys) expect((await store.get(key))?.body, key).toEqual(bytes(key));
    expect(await store.get("posts/çığ-ıspanak.md".normalize("NFD"))).toBeNull();
  });
}

function describeConditionalReading(createStore: () => ContentStore): void {
  it("getUnless() answers NOT_MODIFIED while the version holds, and the object after a change", async () => {
    const store = createStore();
    const first = await store.put("posts/a.md", bytes("one"), MARKDOWN);
    expect(await store.getUnless("posts/a.md", version(first))).toBe(NOT_MODIFIED);
    const second = await store.put("posts/a.md", bytes("two"), MARKDOWN);
    expect(await store.getUnless("posts/a.md", version(first))).toEqual({
      ...second,
      body: bytes("two"),
    });
  });

  it("getUnless() answers null after a delete", async () => {
    const store = createStore();
    const first = await store.put("posts/a.md", bytes("one"), MARKDOWN);
    await store.delete("posts/a.md");
    expect(await store.getUnless("posts/a.md", version(first))).toBeNull();
  });

  it("getUnless() returns the object for a version that no backend ever made", async () => {
    const store = createStore();
    await store.put("posts/a.md", bytes("one"), MARKDOWN);
    for (const made of ["", "*", '"*"', 'W/"x"', "ş", "x".repeat(5000)]) {
      expect(await store.getUnless("posts/a.md", made), made).toMatchObject({ body: bytes("one") });
    }
  });
}

function describeWriting(createStore: () => ContentStore): void {
  it("put() gives equal bytes one version and other bytes another", async () => {
    const store = createStore();
    const one = await store.put("posts/a.md", bytes("one"), MARKDOWN);
    expect(version(await store.put("posts/b.md", bytes("one"), PNG))).toBe(version(one));
    expect(version(await store.put("posts/a.md", bytes("two"), MARKDOWN))).not.toBe(version(one));
  });

  it("put() replaces body and content type", async () => {
    const store = createStore();
    await store.put("images/a", bytes("one, longer"), MARKDOWN);
    await store.put("images/a", bytes("two"), PNG);
    expect(await store.get("images/a")).toMatchObject({
      sizeBytes: 3,
      contentType: "image/png",
      body: bytes("two"),
    });
  });

  it("delete() removes an object, and a missing one without complaint", async () => {
    const store = createStore();
    await store.put("posts/a.md", bytes("one"), MARKDOWN);
    await store.delete("posts/a.md");
    await store.delete("posts/a.md");
    expect(await store.get("posts/a.md")).toBeNull();
    expect((await store.list("", { limit: 10 })).objects).toEqual([]);
  });
}

function describeConditionalWriting(createStore: () => ContentStore): void {
  const absent = { ...MARKDOWN, condition: { kind: "absent" } } as const;
  const ifVersion = (of: string) =>
    ({ ...MARKDOWN, condition: { kind: "version", version: of } }) as const;

  it("put() with `absent` creates, and leaves alone what is there", async () => {
    const store = createStore();
    expect(await store.put("posts/a.md", bytes("one"), absent)).toMatchObject({ sizeBytes: 3 });
    expect(await store.put("posts/a.md", bytes("two"), absent)).toBeNull();
    expect((await store.get("posts/a.md"))?.body).toEqual(bytes("one"));
  });

  it("put() with the present version swaps", async () => {
    const store = createStore();
    const first = await store.put("posts/a.md", bytes("one"), MARKDOWN);
    expect(await store.put("posts/a.md", bytes("two"), ifVersion(version(first)))).not.toBeNull();
    expect((await store.get("posts/a.md"))?.body).toEqual(bytes("two"));
  });

  it("put() with a stale version answers null and leaves the object as it was", async () => {
    const store = createStore();
    const first = await store.put("posts/a.md", bytes("one"), MARKDOWN);
    const second = await store.put("posts/a.md", bytes("two"), PNG);
    expect(await store.put("posts/a.md", bytes("three"), ifVersion(version(first)))).toBeNull();
    expect(await store.get("posts/a.md")).toEqual({ ...second, body: bytes("two") });
  });

  it("put() with a version answers null when the object is gone", async () => {
    const store = createStore();
    const first = await store.put("posts/a.md", bytes("one"), MARKDOWN);
    await store.delete("posts/a.md");
    expect(await store.put("posts/a.md", bytes("two"), ifVersion(version(first)))).toBeNull();
    expect(await store.get("posts/a.md")).toBeNull();
  });

  it("put() overwrites nothing for a version that no backend ever made", async () => {
    const store = createStore();
    await store.put("posts/a.md", bytes("one"), MARKDOWN);
    for (const made of ["", "*", '"*"', '"x", *', "ş", "x".repeat(5000)]) {
      expect(await store.put("posts/a.md", bytes("two"), ifVersion(made)), made).toBeNull();
    }
    expect((await store.get("posts/a.md"))?.body).toEqual(bytes("one"));
  });

  it("put() lets one of several win at once where it swaps atomically", async () => {
    const store = createStore();
    if (!store.swapsAtomically) return;
    const texts = ["one", "two", "three", "four"];
    const created = await Promise.all(
      texts.map((text) => store.put("posts/a.md", bytes(text), absent)),
    );
    const winner = created.filter((head) => head !== null);
    expect(winner).toHaveLength(1);
    const condition = ifVersion(version(winner[0] ?? null));
    const swapped = await Promise.all(
      texts.map((text) => store.put("posts/a.md", bytes(`${text}!`), condition)),
    );
    expect(swapped.filter((head) => head !== null)).toHaveLength(1);
    expect((await store.head("posts/a.md"))?.version).toBe(
      swapped.find((head) => head !== null)?.version,
    );
  });
}

function describeListing(createStore: () => ContentStore): void {
  it("list() returns the objects under a prefix in the order of their keys' bytes", async () => {
    const store = createStore();
    // U+FF5E comes before U+10428 in UTF-8, after it in UTF-16.
    const keys = [
      "posts/a-b.md",
      "posts/a.en.md",
      "posts/a.md",
      "posts/a.md.bak",
      "posts/z.md",
      "posts/ç.md",
      "posts/～.md",
      "posts/𐐨.md",
    ];
    for (const key of keys.toReversed()) await store.put(key, bytes(key), MARKDOWN);
    await store.put("posts", bytes("no"), MARKDOWN);
    await store.put("images/a.png", bytes("no"), PNG);
    const list = await store.list("posts/", { limit: 1000 });
    expect(list.objects.map(({ key }) => key)).toEqual(keys);
    expect(list.cursor).toBeNull();
  });

  it("list() tells version, size and time of each object", async () => {
    const store = createStore();
    const written = await store.put("posts/a.md", bytes("one"), MARKDOWN);
    const { contentType: _, ...listed } = written ?? { contentType: null };
    expect((await store.list("posts/", { limit: 1 })).objects).toEqual([listed]);
  });

  it("list() ends with a page that is exactly full", async () => {
    const store = createStore();
    for (const key of ["a", "b", "c", "d"]) await store.put(key, bytes(key), MARKDOWN);
    expect(await allPages(store, "", 2)).toEqual([
      ["a", "b"],
      ["c", "d"],
    ]);
  });

  it("list() goes on with a cursor while objects are deleted and added", async () => {
    const store = createStore();
    for (const key of ["a", "b", "c", "d"]) await store.put(key, bytes(key), MARKDOWN);
    const first = await store.list("", { limit: 2 });
    await store.delete("b");
    await store.put("aa", bytes("late"), MARKDOWN);
    const second = await store.list("", {
      limit: 2,
      ...(first.cursor === null ? {} : { cursor: first.cursor }),
    });
    expect(second.objects.map(({ key }) => key)).toEqual(["c", "d"]);
  });

  it(
    "list() reaches every one of more than 1,000 objects",
    async () => {
      const store = createStore();
      const keys = Array.from(
        { length: 1003 },
        (_, index) => `posts/${String(index).padStart(4, "0")}.md`,
      );
      await Promise.all(keys.map((key) => store.put(key, bytes("x"), MARKDOWN)));
      const pages = await allPages(store, "posts/", 1000);
      expect(pages.flat()).toEqual(keys);
      expect(pages).toHaveLength(2);
    },
    MANY_OBJECTS_TIMEOUT_MS,
  );

  it("list() is empty under a prefix that no key has", async () => {
    const none = { objects: [], cursor: null };
    expect(await createStore().list("none/", { limit: 10 })).toEqual(none);
    expect(await createStore().list("x".repeat(5000), { limit: 10 })).toEqual(none);
  });
}

function describeLimits(createStore: () => ContentStore): void {
  const impossible = [
    "",
    ".",
    "..",
    "posts/\0.md",
    "posts/\ud800.md",
    "x".repeat(1025),
    "ş".repeat(513),
  ];

  it("get(), head() and delete() treat a key that cannot be as missing", async () => {
    const store = createStore();
    for (const key of impossible) {
      expect(await store.get(key)).toBeNull();
      expect(await store.getUnless(key, "0".repeat(32))).toBeNull();
      expect(await store.head(key)).toBeNull();
      expect(await store.delete(key)).toBeUndefined();
    }
  });

  it("put() throws RangeError for a key, a body or a content type that cannot be", async () => {
    const store = createStore();
    for (const key of impossible)
      await expect(store.put(key, bytes(""), PNG)).rejects.toThrow(RangeError);
    const tooLarge = new Uint8Array(25 * 1024 * 1024 + 1);
    await expect(store.put("a", tooLarge, PNG)).rejects.toThrow(
      'Cannot put "a": 26214401 bytes are more than 26214400',
    );
    await expect(store.put("a", bytes(""), { contentType: "x".repeat(256) })).rejects.toThrow(
      RangeError,
    );
    expect(await store.get("a")).toBeNull();
  });

  it("put() keeps the longest content type and the longest key that any backend holds", async () => {
    const store = createStore();
    const key = "ş".repeat(256);
    const contentType = `text/plain; a=${"x".repeat(241)}`;
    await store.put(key, bytes("x"), { contentType });
    expect(await store.head(key)).toMatchObject({ key, contentType });
  });

  it("list() throws RangeError for a limit that is none", async () => {
    for (const limit of [0, -1, 1.5, 1001, Number.NaN]) {
      await expect(createStore().list("", { limit })).rejects.toThrow(RangeError);
    }
  });
}

async function allPages(store: ContentStore, prefix: string, limit: number): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | null = null;
  do {
    const list = await store.list(prefix, cursor === null ? { limit } : { limit, cursor });
    pages.push(list.objects.map(({ key }) => key));
    ({ cursor } = list);
  } while (cursor !== null);
  return pages;
}

function version(head: { readonly version: string } | null): string {
  return head?.version ?? "nothing was written";
}

async function digest(body: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", body)).join();
}
