import { beforeEach, describe, expect, it } from "vitest";
import { InvalidSourceError } from "../../src/post/note.ts";
import type { Published } from "../../src/publish/publisher.ts";
import { reconcileStart, type ReconcileCursor } from "../../src/publish/reconcile-cursor.ts";
import { catalogFailure } from "../catalog/faulty-catalog.ts";
import { bytes, createPublishRooms, type PublishRooms, source } from "./publish-rooms.ts";

const KEY = "_includes/notiz.html";

let rooms: PublishRooms;

beforeEach(() => {
  rooms = createPublishRooms();
});

async function publish(key: string, body: Uint8Array<ArrayBuffer>): Promise<Published> {
  const request = { key, body, contentType: "text/html" };
  const published = await rooms.publisher.publish(request, rooms.work.defer);
  await rooms.work.settle();
  rooms.clock.advance(1); // a purge and a read of one moment cannot be told apart
  return published;
}

async function write(key: string, text: string): Promise<void> {
  await rooms.store.put(key, bytes(text), { contentType: "text/html" });
}

async function texts(): Promise<Readonly<Record<string, string>>> {
  const { includes } = await rooms.catalog.includes();
  return Object.fromEntries(includes.map(({ path, text }) => [path, text]));
}

async function faultOf(publishing: Promise<unknown>): Promise<string> {
  const error: unknown = await publishing.catch((thrown: unknown) => thrown);
  if (error instanceof InvalidSourceError) return error.notes.map(({ message }) => message).join();
  throw new TypeError(`Cannot find a fault in ${String(error)}`);
}

describe("publish() of an include", () => {
  it("stores it, puts it into the catalog, and purges the catalog's pointer", async () => {
    const published = await publish(KEY, bytes("\uFEFF<i>ş</i>\r\n"));
    const { includes } = await rooms.catalog.includes();
    expect(includes).toEqual([
      { path: "notiz.html", text: "<i>ş</i>\r\n", sourceVersion: published.version },
    ]);
    expect(rooms.purges).toEqual([["catalog"]]);
    expect(published).toMatchObject({ post: null, notes: [] });
  });

  it("is what posts are checked with from then on", async () => {
    const body = source("T");
    const using = new Uint8Array([...body, ...bytes("{% include notiz.html %}\n")]);
    expect((await publish("posts/a.md", using)).notes).toMatchObject([{ severity: "warning" }]);
    await publish(KEY, bytes("here"));
    expect((await publish("posts/a.md", using)).notes).toEqual([]);
  });

  it("refuses what is no text, too long, or one too many, and stores nothing", async () => {
    expect(await faultOf(publish(KEY, new Uint8Array([0xff])))).toContain("it is not UTF-8");
    expect(await faultOf(publish(KEY, bytes("a".repeat(65_537))))).toBe(
      `Cannot publish "${KEY}": it has 65537 bytes, the limit is 65536; shorten it`,
    );
    for (let index = 0; index < 8; index += 1)
      await publish(`_includes/${index}.html`, bytes("a".repeat(65_536)));
    expect(await faultOf(publish(KEY, bytes("a")))).toBe(
      `Cannot publish "${KEY}": all includes together would have 524289 bytes, the limit is 524288`,
    );
    expect(await rooms.store.head(KEY)).toBeNull();
    expect(Object.keys(await texts())).toHaveLength(8);
    await publish("_includes/0.html", bytes("shorter"));
    await publish(KEY, bytes("a"));
  });

  it("refuses a name that no post can write", async () => {
    expect(await faultOf(publish("_includes/a b.html", bytes("a")))).toContain("_includes/");
  });

  it("writes nothing when the catalog fails", async () => {
    rooms.catalog.faults.inject({ method: "state" }, catalogFailure());
    await expect(publish(KEY, bytes("a"))).rejects.toThrow("the catalog failed");
    expect(await rooms.store.head(KEY)).toBeNull();
  });
});

describe("unpublish() of an include", () => {
  it("takes it out of store and catalog", async () => {
    await publish(KEY, bytes("a"));
    await rooms.publisher.unpublish({ key: KEY });
    expect(await texts()).toEqual({});
    expect(await rooms.store.head(KEY)).toBeNull();
  });
});

describe("sync() of an include", () => {
  it("takes what another tool wrote, and drops what it deleted", async () => {
    await write(KEY, "a");
    expect(await rooms.publisher.sync([KEY], rooms.work.defer)).toMatchObject({ synced: [KEY] });
    expect(await texts()).toEqual({ "notiz.html": "a" });
    await rooms.store.delete(KEY);
    await rooms.publisher.sync([KEY], rooms.work.defer);
    expect(await texts()).toEqual({});
  });
});

describe("step() on includes", () => {
  /** Keys that a whole round repaired. */
  async function reconcile(): Promise<readonly string[]> {
    const synced: string[] = [];
    let cursor: ReconcileCursor | null = reconcileStart("changed");
    while (cursor !== null) {
      const step = await rooms.reconcile.step(cursor, rooms.work.defer);
      synced.push(...step.synced);
      cursor = step.cursor;
    }
    return synced.filter((key) => key.startsWith("_includes/"));
  }

  it("repairs what an event lost: new, changed and deleted includes, and no others", async () => {
    await publish("_includes/same.html", bytes("same"));
    await publish("_includes/changed.html", bytes("old"));
    await publish("_includes/deleted.html", bytes("gone"));
    await write("_includes/changed.html", "new");
    await write("_includes/added.html", "added");
    await write("_includes/no name.html", "none");
    await rooms.store.delete("_includes/deleted.html");
    expect(await reconcile()).toEqual([
      "_includes/added.html",
      "_includes/changed.html",
      "_includes/deleted.html",
    ]);
    expect(await texts()).toEqual({
      "added.html": "added",
      "changed.html": "new",
      "same.html": "same",
    });
    const { generation } = await rooms.catalog.includes();
    expect(await reconcile()).toEqual([]);
    expect((await rooms.catalog.includes()).generation).toBe(generation);
  });

  it("repairs many in several steps", async () => {
    for (let index = 0; index < 30; index += 1) await write(`_includes/${index}.html`, `${index}`);
    expect(await reconcile()).toHaveLength(30);
    expect(Object.keys(await texts())).toHaveLength(30);
  });
});

describe("step() on many includes", () => {
  it("keeps within the free plan's 50 calls", async () => {
    for (let index = 0; index < 30; index += 1)
      await publish(`_includes/${index}.html`, bytes("a"));
    for (let index = 0; index < 30; index += 1) await write(`_includes/${index}.html`, "b");
    const calls = (): number =>
      [rooms.store, rooms.catalog, rooms.edge].reduce(
        (sum, { faults }) => sum + faults.calls.length,
        0,
      );
    let most = 0;
    let cursor: ReconcileCursor | null = reconcileStart("changed");
    while (cursor !== null) {
      rooms.clock.advance(60_000);
      const before = calls();
      const step = await rooms.reconcile.step(cursor, rooms.work.defer);
      await rooms.work.settle();
      most = Math.max(most, calls() - before);
      cursor = step.cursor;
    }
    expect(most).toBeLessThanOrEqual(50);
  });
});
