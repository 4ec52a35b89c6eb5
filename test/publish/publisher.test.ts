import { beforeEach, describe, expect, it } from "vitest";
import { InvalidSourceError, type Note } from "../../src/post/note.ts";
import { ConflictError, IncompleteError, type Published } from "../../src/publish/publisher.ts";
import { StoreError } from "../../src/store/content-store.ts";
import { catalogFailure } from "../catalog/faulty-catalog.ts";
import { slug } from "../catalog/posts.ts";
import { createGate } from "../store/faults.ts";
import { storeFailure } from "../store/faulty-content-store.ts";
import { bytes, createPublishRooms, type PublishRooms, source } from "./publish-rooms.ts";

const KEY = "posts/merhaba.md";
const POINTERS = [`source/${KEY}`, "catalog"];

let rooms: PublishRooms;

beforeEach(() => {
  rooms = createPublishRooms();
});

function publish(body: Uint8Array<ArrayBuffer>, version?: string | null): Promise<Published> {
  const condition =
    version === null
      ? ({ kind: "absent" } as const)
      : version === undefined
        ? null
        : ({ kind: "version", version } as const);
  const request = { key: KEY, body, contentType: "text/markdown", ...(condition && { condition }) };
  return rooms.publisher.publish(request, rooms.work.defer);
}

async function notesOf(publishing: Promise<unknown>): Promise<readonly Note[]> {
  const error: unknown = await publishing.catch((thrown: unknown) => thrown);
  if (error instanceof InvalidSourceError) return error.notes;
  throw new TypeError(`Cannot find notes in ${String(error)}`);
}

async function titles(): Promise<readonly string[]> {
  const rows = await rooms.catalog.rows(slug("merhaba"));
  return rows.map(({ title, visibility }) => `${title} ${visibility}`);
}

async function stored(): Promise<string | null> {
  rooms.store.faults.heal();
  const object = await rooms.store.get(KEY);
  return object === null ? null : new TextDecoder().decode(object.body);
}

describe("publish()", () => {
  it("writes, indexes and purges", async () => {
    const published = await publish(source("Merhaba", "tags: [a]"));
    const head = await rooms.store.head(KEY);
    expect(published).toMatchObject({
      key: KEY,
      version: head?.version,
      post: { title: "Merhaba", tags: ["a"], excerpt: "Text of Merhaba." },
      purge: { state: "done" },
    });
    expect(head?.contentType).toBe("text/markdown");
    expect(await titles()).toEqual(["Merhaba public"]);
    expect((await rooms.catalog.rows(slug("merhaba")))[0]?.sourceVersion).toBe(head?.version);
    expect(rooms.purges).toEqual([POINTERS]);
  });

  it("changes nothing when the same is published again", async () => {
    const first = await publish(source("Merhaba"));
    const { generation } = await rooms.catalog.state(0);
    const second = await publish(source("Merhaba"));
    expect(second.version).toBe(first.version);
    expect((await rooms.catalog.state(0)).generation).toBe(generation);
  });

  it("lists a hidden post nowhere", async () => {
    await publish(source("Merhaba", "published: no"));
    expect(await titles()).toEqual(["Merhaba draft"]);
  });

  it("reads the site's time zone and language", async () => {
    const site = {
      key: "_config.yml",
      body: bytes("locale: tr\ntimezone: Europe/Istanbul\n"),
      contentType: "text/yaml",
    };
    await rooms.publisher.publish(site, rooms.work.defer);
    const { post } = await publish(source("Merhaba"));
    expect(post).toMatchObject({ locale: "tr", date: Date.UTC(2024, 4, 30, 21) });
  });

  it("publishes translations, excerpts and files at their keys", async () => {
    const put = (key: string, body: Uint8Array<ArrayBuffer>) =>
      rooms.publisher.publish({ key, body, contentType: "text/plain" }, rooms.work.defer);
    await publish(source("Merhaba"));
    await put("posts/merhaba.de.md", source("Hallo"));
    await put("_data/excerpts/fr.yml", bytes("merhaba: Bonjour\n"));
    await put("images/a.txt", bytes("a"));
    expect(await titles()).toEqual(["Merhaba public", "Hallo public"]);
    expect(await rooms.catalog.dataExcerpts(slug("merhaba"))).toEqual({ fr: "Bonjour" });
    expect(rooms.purges.at(-1)).toEqual(["source/images/a.txt"]);
  });
});

describe("publish() of what is invalid", () => {
  it("tells line and field, writes nothing, and keeps what was there", async () => {
    await publish(source("Merhaba"));
    const before = await stored();
    const notes = await notesOf(
      publish(bytes("---\ntitle: A\ndate: never\nlang: turkish\n---\nText")),
    );
    expect(notes.map(({ line, field }) => [line, field])).toEqual([
      [3, "date"],
      [4, "lang"],
    ]);
    expect(await stored()).toBe(before);
    expect(await titles()).toEqual(["Merhaba public"]);
    expect(rooms.purges).toHaveLength(1);
  });

  it("refuses sources that are none", async () => {
    const cases: readonly (readonly [Uint8Array<ArrayBuffer>, string])[] = [
      [bytes("no head"), "front-matter/missing"],
      [bytes(""), "front-matter/missing"],
      [bytes("---\ntitle: a: b\n---\n"), "yaml/syntax"],
      [Uint8Array.of(0x2d, 0xff, 0xfe), "source/bytes"],
      [new Uint8Array(5_000_000), "source/bytes"],
    ];
    for (const [body, rule] of cases) expect((await notesOf(publish(body)))[0]?.rule).toBe(rule);
    expect(await stored()).toBeNull();
  });

  it("refuses keys that no reader could ask for, and settings and excerpts that are wrong", async () => {
    const put = (key: string, text: string) =>
      notesOf(
        rooms.publisher.publish(
          { key, body: bytes(text), contentType: "text/plain" },
          rooms.work.defer,
        ),
      );
    for (const key of [
      "posts/A.md",
      "posts/../a.md",
      "images/../a",
      "other/a",
      "",
      "posts/a.draft.md",
    ])
      expect((await put(key, "---\n---\n"))[0]?.rule, key).toBe("key");
    expect((await put("_config.yml", "title: A\nurl: nowhere\n"))[0]).toMatchObject({
      field: "url",
      line: 2,
    });
    expect((await put("_data/excerpts/en.yml", "A b: c\n"))[0]).toMatchObject({
      field: "A b",
      line: 1,
    });
    expect((await rooms.store.list("", { limit: 10 })).objects).toEqual([]);
  });
});

describe("publish() with a condition", () => {
  it("conflicts with another version, and names the one that is there", async () => {
    const { version } = await publish(source("Eins"), null);
    await publish(source("Zwei"), version);
    const failing = publish(source("Drei"), version);
    await expect(failing).rejects.toThrow(ConflictError);
    await expect(failing).rejects.toMatchObject({
      current: (await rooms.store.head(KEY))?.version,
    });
    await expect(publish(source("Drei"), null)).rejects.toThrow(ConflictError);
    expect(await titles()).toEqual(["Zwei public"]);
  });

  it("lets one of two at once win", async () => {
    const { version } = await publish(source("Eins"));
    const both = await Promise.allSettled([
      publish(source("A"), version),
      publish(source("B"), version),
    ]);
    const winners = both.filter(({ status }) => status === "fulfilled");
    expect(winners).toHaveLength(1);
    const row = (await rooms.catalog.rows(slug("merhaba")))[0];
    expect(row?.sourceVersion).toBe((await rooms.store.head(KEY))?.version);
  });
});

describe("two writers at once without a condition", () => {
  it("leave the row of what is stored, in whatever order they index", async () => {
    const gate = createGate();
    rooms.catalog.faults.inject({ method: "put", key: KEY, times: 1 }, { kind: "hold", gate });
    const first = publish(source("Eins"));
    await expect.poll(() => gate.arrivals()).toBe(1);
    await publish(source("Zwei"));
    gate.open();
    await first;
    expect(await stored()).toContain("Zwei");
    expect(await titles()).toEqual(["Zwei public"]);
  });

  it("leave the row of what is stored when one of them is a sync of an old event", async () => {
    await publish(source("Eins"));
    const gate = createGate();
    rooms.catalog.faults.inject({ method: "put", key: KEY, times: 1 }, { kind: "hold", gate });
    const late = rooms.publisher.sync([KEY], rooms.work.defer);
    await expect.poll(() => gate.arrivals()).toBe(1);
    await publish(source("Zwei"));
    gate.open();
    await late;
    expect(await titles()).toEqual(["Zwei public"]);
  });

  it("look no more than three times at a store whose answers do not agree", async () => {
    const { head } = rooms.store;
    Object.assign(rooms.store, {
      head: async (key: string) => {
        const found = await head(key);
        return found === null ? null : { ...found, version: "another" };
      },
    });
    expect((await publish(source("Eins"))).purge.state).toBe("done");
    expect(
      rooms.store.faults.calls.filter(({ method, key }) => method === "head" && key === KEY),
    ).toHaveLength(3);
  });

  it("leave it gone when the other one deletes", async () => {
    const gate = createGate();
    rooms.catalog.faults.inject({ method: "put", key: KEY, times: 1 }, { kind: "hold", gate });
    const first = publish(source("Eins"));
    await expect.poll(() => gate.arrivals()).toBe(1);
    await rooms.publisher.unpublish({ key: KEY });
    gate.open();
    await first;
    expect(await titles()).toEqual(["Eins gone"]);
  });
});

describe("publish() when something is down", () => {
  it("changes nothing without a store", async () => {
    await publish(source("Eins"));
    rooms.store.faults.inject({ method: "put" }, storeFailure());
    await expect(publish(source("Zwei"))).rejects.toThrow(StoreError);
    expect(await stored()).toContain("Eins");
    expect(await titles()).toEqual(["Eins public"]);
  });

  it("writes nothing without a catalog", async () => {
    rooms.catalog.faults.inject({ method: "state" }, catalogFailure());
    await expect(publish(source("Eins"))).rejects.toThrow("the catalog failed");
    expect(await stored()).toBeNull();
  });

  it("is incomplete if the catalog fails after the write; it is purged all the same, and a second try finishes", async () => {
    await publish(source("Eins"));
    rooms.catalog.faults.inject({ method: "put", times: 1 }, catalogFailure());
    await expect(publish(source("Zwei"))).rejects.toThrow(IncompleteError);
    expect(await stored()).toContain("Zwei");
    expect(await titles()).toEqual(["Eins public"]);
    expect(rooms.purges).toEqual([POINTERS, POINTERS]);
    await publish(source("Zwei"));
    expect(await titles()).toEqual(["Zwei public"]);
  });

  it("is finished by a reconcile if the catalog's answer was lost, or it failed", async () => {
    rooms.catalog.faults.inject({ method: "put", times: 1 }, catalogFailure());
    await expect(publish(source("Eins"))).rejects.toThrow(IncompleteError);
    expect(await titles()).toEqual([]);
    await rooms.reconcile.step(null, rooms.work.defer);
    expect(await titles()).toEqual(["Eins public"]);
  });

  it("tells a purge that failed, and how long readers may see the old version", async () => {
    rooms.failPurges();
    const { purge } = await publish(source("Eins"));
    expect(purge).toEqual({ state: "failed", reason: "no quota", staleSeconds: 30 });
    expect(await titles()).toEqual(["Eins public"]);
  });
});

describe("unpublish()", () => {
  const unpublish = (version?: string) =>
    rooms.publisher.unpublish({
      key: KEY,
      ...(version && { condition: { kind: "version", version } }),
    });

  it("deletes, marks the row gone and purges", async () => {
    await publish(source("Eins"));
    expect(await unpublish()).toMatchObject({
      key: KEY,
      version: null,
      post: null,
      purge: { state: "done" },
    });
    expect(await stored()).toBeNull();
    expect(await titles()).toEqual(["Eins gone"]);
    expect(rooms.purges).toEqual([POINTERS, POINTERS]);
    expect(await unpublish()).toBeNull();
  });

  it("conflicts with another version", async () => {
    const { version } = await publish(source("Eins"));
    await expect(unpublish("0")).rejects.toThrow(ConflictError);
    expect(await stored()).toContain("Eins");
    expect(await unpublish(version ?? "")).not.toBeNull();
  });

  it("deletes nothing without a catalog, and is incomplete if it fails after the deletion", async () => {
    await publish(source("Eins"));
    rooms.catalog.faults.inject({ method: "state", times: 1 }, catalogFailure());
    await expect(unpublish()).rejects.toThrow("the catalog failed");
    expect(await stored()).toContain("Eins");
    rooms.catalog.faults.inject({ method: "remove", times: 1 }, catalogFailure());
    await expect(unpublish()).rejects.toThrow(IncompleteError);
    expect(rooms.purges).toEqual([POINTERS, POINTERS]);
    await rooms.reconcile.step(null, rooms.work.defer);
    expect(await titles()).toEqual(["Eins gone"]);
  });

  it("takes the excerpts of a data file away", async () => {
    const key = "_data/excerpts/fr.yml";
    await rooms.publisher.publish(
      { key, body: bytes("merhaba: Bonjour\n"), contentType: "text/yaml" },
      rooms.work.defer,
    );
    await rooms.publisher.unpublish({ key });
    expect(await rooms.catalog.dataExcerpts(slug("merhaba"))).toEqual({});
  });
});

describe("what is hidden", () => {
  /** What readers get when the store fails. */
  async function lastGood(): Promise<unknown> {
    const good = await rooms.pointers.lastGood({ name: `source/${KEY}`, read: async () => null });
    return good?.value ?? null;
  }

  beforeEach(async () => {
    await publish(source("Eins"));
    rooms.clock.advance(1);
    await rooms.pointers.keepGood(
      { name: `source/${KEY}`, read: async () => "1" },
      { value: "1", readAt: rooms.clock.now() },
    );
    rooms.clock.advance(1);
  });

  it("is not shown again by a failing store: a draft", async () => {
    await publish(source("Eins", "draft: true"));
    expect(await lastGood()).toBeNull();
  });

  it("covers a date that was moved ahead", async () => {
    await publish(bytes("---\ntitle: Eins\ndate: 2999-01-01\n---\nText"));
    expect(await lastGood()).toBeNull();
  });

  it("covers a deletion", async () => {
    await rooms.publisher.unpublish({ key: KEY });
    expect(await lastGood()).toBeNull();
  });

  it("covers what another tool deleted", async () => {
    await rooms.store.delete(KEY);
    await rooms.publisher.sync([KEY], rooms.work.defer);
    expect(await lastGood()).toBeNull();
  });

  it("is nothing else: a post that stays public keeps its last good version", async () => {
    await publish(source("Zwei"));
    expect(await lastGood()).toBe("1");
  });
});

describe("sync()", () => {
  const write = (key: string, body: Uint8Array<ArrayBuffer>) =>
    rooms.store.put(key, body, { contentType: "text/markdown" });
  const sync = (...keys: readonly string[]) => rooms.publisher.sync(keys, rooms.work.defer);

  it("indexes what another tool wrote or deleted, and purges once", async () => {
    await publish(source("Eins"));
    await rooms.store.delete(KEY);
    await write("posts/neu.md", source("Neu"));
    rooms.purges.length = 0;
    const { synced, refused, failed } = await sync(KEY, "posts/neu.md", KEY);
    expect([synced, refused, failed]).toEqual([[KEY, "posts/neu.md"], [], []]);
    expect(await titles()).toEqual(["Eins gone"]);
    expect(await rooms.catalog.rows(slug("neu"))).toMatchObject([{ title: "Neu" }]);
    expect(rooms.purges).toEqual([[`source/${KEY}`, "catalog", "source/posts/neu.md"]]);
  });

  it("tells what is invalid and what failed, and goes on with the rest", async () => {
    await write("posts/a.md", bytes("no head"));
    await write("posts/b.md", source("B"));
    await write("posts/c.md", source("C"));
    rooms.store.faults.inject({ method: "get", key: "posts/b.md" }, storeFailure());
    const { synced, refused, failed } = await sync("posts/a.md", "posts/b.md", "posts/c.md");
    expect(refused).toMatchObject([
      { key: "posts/a.md", error: { notes: [{ rule: "front-matter/missing" }] } },
    ]);
    expect(failed).toMatchObject([{ key: "posts/b.md" }]);
    expect(synced).toEqual(["posts/c.md"]);
  });

  it("keeps the row of the last good version while the object is invalid", async () => {
    await publish(source("Eins"));
    await write(KEY, bytes("no head"));
    await sync(KEY);
    expect(await titles()).toEqual(["Eins public"]);
  });
});
