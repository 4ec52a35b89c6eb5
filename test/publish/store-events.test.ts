import { beforeEach, describe, expect, it } from "vitest";
import { consumeStoreEvents, type QueueMessage } from "../../src/publish/store-events.ts";
import type { ReconcileMessage } from "../../src/publish/store-message.ts";
import { catalogFailure } from "../catalog/faulty-catalog.ts";
import { slug } from "../catalog/posts.ts";
import { storeFailure } from "../store/faulty-content-store.ts";
import { bytes, createPublishRooms, type PublishRooms, source } from "./publish-rooms.ts";

let rooms: PublishRooms;
let sent: ReconcileMessage[];
let delays: number[];
let logged: Readonly<Record<string, unknown>>[];
let sendFailure: Error | null;

beforeEach(() => {
  rooms = createPublishRooms();
  sent = [];
  delays = [];
  logged = [];
  sendFailure = null;
});

interface FakeMessage extends QueueMessage {
  /** `ack`, or `retry <seconds>`; one for each call. */
  readonly answers: string[];
}

function message(body: unknown, attempts = 1): FakeMessage {
  const answers: string[] = [];
  return {
    body,
    attempts,
    answers,
    ack: () => void answers.push("ack"),
    retry: (options) => void answers.push(`retry ${options?.delaySeconds}`),
  };
}

function event(key: string, action = "PutObject", attempts = 1): FakeMessage {
  return message(
    { account: "a", action, bucket: "b", object: { key, size: 1, eTag: "e" } },
    attempts,
  );
}

/** What was answered to each message. */
async function consume(...messages: readonly FakeMessage[]): Promise<readonly string[]> {
  const { publisher, reconcile, work } = rooms;
  const send = async (next: ReconcileMessage, delaySeconds: number): Promise<void> => {
    if (sendFailure !== null) throw sendFailure;
    sent.push(next);
    delays.push(delaySeconds);
  };
  const log = (line: Readonly<Record<string, unknown>>): void => void logged.push(line);
  await consumeStoreEvents(messages, { publisher, reconcile, send, log }, work.defer);
  return messages.map(({ answers }) => answers.join(", "));
}

function write(key: string, body: Uint8Array<ArrayBuffer>): Promise<unknown> {
  return rooms.store.put(key, body, { contentType: "text/markdown" });
}

async function rowOf(name: string): Promise<string> {
  const [row] = await rooms.catalog.rows(slug(name));
  return row === undefined ? "none" : `${row.title} ${row.visibility}`;
}

describe("consumeStoreEvents()", () => {
  it("indexes what was written and what was deleted, with one purge", async () => {
    await write("posts/a.md", source("A"));
    expect(await consume(event("posts/a.md"))).toEqual(["ack"]);
    await rooms.store.delete("posts/a.md");
    await write("posts/b.md", source("B"));
    rooms.purges.length = 0;
    expect(await consume(event("posts/a.md", "DeleteObject"), event("posts/b.md"))).toEqual([
      "ack",
      "ack",
    ]);
    expect([await rowOf("a"), await rowOf("b")]).toEqual(["A gone", "B public"]);
    expect(rooms.purges).toHaveLength(1);
  });

  it("believes the store, not the order of the events", async () => {
    await write("posts/a.md", source("A"));
    expect(await consume(event("posts/a.md"), event("posts/a.md", "DeleteObject"))).toEqual([
      "ack",
      "ack",
    ]);
    expect(await rowOf("a")).toBe("A public");
    expect(await consume(event("posts/gone.md"))).toEqual(["ack"]);
    expect(await rowOf("gone")).toBe("none");
  });

  it("reads each key once a batch", async () => {
    await write("posts/a.md", source("A"));
    await consume(...Array.from({ length: 10 }, () => event("posts/a.md")));
    const reads = rooms.store.faults.calls.filter(
      ({ method, key }) => method === "get" && key === "posts/a.md",
    );
    expect(reads).toHaveLength(1);
  });

  it("acknowledges what is invalid, with a line for the operator, and goes on", async () => {
    await write("posts/a.md", bytes("no head"));
    await write("posts/b.md", source("B"));
    expect(await consume(event("posts/a.md"), event("posts/b.md"))).toEqual(["ack", "ack"]);
    expect(logged).toMatchObject([
      {
        event: "store-event/refused",
        key: "posts/a.md",
        notes: [{ rule: "front-matter/missing" }],
      },
    ]);
    expect(await rowOf("b")).toBe("B public");
  });

  it("acknowledges messages that are none and keys that are no object of a site", async () => {
    const messages = [
      message("hello"),
      message(null),
      event("notes/x.txt"),
      event("posts/Big.md"),
      event("../x"),
    ];
    expect(await consume(...messages)).toEqual(messages.map(() => "ack"));
    expect(rooms.store.faults.calls).toEqual([]);
    expect(logged).toHaveLength(messages.length);
  });

  it("retries only what failed, each time later, ten minutes at most", async () => {
    await write("posts/a.md", source("A"));
    await write("posts/b.md", source("B"));
    rooms.catalog.faults.inject({ method: "put", key: "posts/a.md" }, catalogFailure());
    expect(
      await consume(event("posts/a.md"), event("posts/b.md"), event("posts/a.md", "PutObject", 4)),
    ).toEqual(["retry 5", "ack", "retry 40"]);
    rooms.store.faults.inject({ method: "get" }, storeFailure());
    expect(await consume(event("posts/b.md", "PutObject", 10))).toEqual(["retry 600"]);
    expect(logged.map((line) => line["event"])).toEqual([
      "store-event/failed",
      "store-event/failed",
    ]);
  });

  it("has the store read again when the settings change, because rows are made with them", async () => {
    await write("_config.yml", bytes("title: A\n"));
    expect(await consume(event("_config.yml"))).toEqual(["ack"]);
    expect(sent).toMatchObject([{ kind: "reconcile", cursor: { scope: "all" } }]);
    expect(delays).toEqual([60]);
    sendFailure = new Error("queue down");
    expect(await consume(event("_config.yml"))).toEqual(["retry 5"]);
    await write("_config.yml", bytes("url: nowhere\n"));
    sendFailure = null;
    expect(await consume(event("_config.yml"))).toEqual(["ack"]);
    expect(sent).toHaveLength(1);
  });

  it("logs a purge that failed", async () => {
    rooms.failPurges();
    await write("posts/a.md", source("A"));
    expect(await consume(event("posts/a.md"))).toEqual(["ack"]);
    expect(logged).toMatchObject([{ event: "store-event/purge", purge: { state: "failed" } }]);
  });
});

describe("consumeStoreEvents() of a reconcile", () => {
  const START = { kind: "reconcile", cursor: null };

  it("goes on by messages of its own until all is compared", async () => {
    for (let index = 0; index < 30; index += 1)
      await write(`posts/p${index}.md`, source(`P${index}`));
    expect(await consume(message(START))).toEqual(["ack"]);
    let steps = 1;
    for (let next = sent.shift(); next !== undefined; next = sent.shift(), steps += 1)
      expect(await consume(message(JSON.parse(JSON.stringify(next))))).toEqual(["ack"]);
    expect((await rooms.catalog.page({ limit: 100 })).posts).toHaveLength(30);
    expect(steps).toBeLessThan(10);
    expect(logged.at(-1)).toMatchObject({ event: "reconcile", isLast: true });
  });

  it("does one step for equal messages, and retries it when store, catalog or queue fail", async () => {
    await write("posts/a.md", source("A"));
    expect(await consume(message(START), message(START))).toEqual(["ack", "ack"]);
    expect(sent).toHaveLength(1);
    rooms.store.faults.inject({ method: "list", times: 1 }, storeFailure());
    expect(await consume(message(START))).toEqual(["retry 5"]);
    rooms.catalog.faults.inject({ method: "page", times: 1 }, catalogFailure());
    expect(await consume(message(START, 2))).toEqual(["retry 10"]);
    sendFailure = new Error("queue down");
    expect(await consume(message(START))).toEqual(["retry 5"]);
  });
});
