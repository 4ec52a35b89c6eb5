import {
  applyD1Migrations,
  createExecutionContext,
  createMessageBatch,
  getQueueResult,
  reset,
  waitOnExecutionContext,
} from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createD1Catalog } from "../../src/catalog/d1-catalog.ts";
import { backendsOf } from "../../src/backends.ts";
import { createReconcile } from "../../src/publish/reconcile.ts";
import type { ReconcileCursor } from "../../src/publish/reconcile-cursor.ts";
import { consumeStoreEvents } from "../../src/publish/store-events.ts";
import type { ReconcileMessage } from "../../src/publish/store-message.ts";
import { createRooms } from "../../src/rooms.ts";
import { createKvContentStore } from "../../src/store/kv-content-store.ts";
import { bytes, source } from "./publish-rooms.ts";

beforeEach(() => applyD1Migrations(env.CATALOG, env.MIGRATIONS));
afterEach(reset);

const SENT_AT = new Date("2026-05-01T12:00:00Z");

function event(key: string, action: string): unknown {
  return {
    account: "a",
    action,
    bucket: "kiyi-content",
    object: { key },
    eventTime: SENT_AT.toISOString(),
  };
}

/** Runs bodies through the consumer as Cloudflare would. */
async function consume(bodies: readonly unknown[], store = backendsOf(env).store) {
  const rooms = createRooms({ ...backendsOf(env), store });
  const sent: ReconcileMessage[] = [];
  const messages = bodies.map((body, index) => ({
    id: `m${index}`,
    timestamp: SENT_AT,
    attempts: 1,
    body,
  }));
  const batch = createMessageBatch("kiyi-store-events", messages);
  const context = createExecutionContext();
  await consumeStoreEvents(
    batch.messages,
    {
      publisher: rooms.publisher,
      reconcile: createReconcile(rooms),
      send: async (message) => void sent.push(message),
      log: () => null,
    },
    (work) => context.waitUntil(work),
  );
  await waitOnExecutionContext(context);
  const { explicitAcks, retryMessages } = await getQueueResult(batch, context);
  return { acknowledged: explicitAcks, retried: retryMessages.map(({ msgId }) => msgId), sent };
}

async function rows(): Promise<readonly string[]> {
  const { posts } = await createD1Catalog(env.CATALOG).page({ limit: 1_000 });
  return posts.map(({ title, visibility }) => `${title} ${visibility}`);
}

describe("consumeStoreEvents() with R2, D1 and a queue's batch", () => {
  it("indexes what rclone wrote and deleted, and acknowledges each message by itself", async () => {
    await env.CONTENT_R2.put("posts/a.md", source("A"));
    await env.CONTENT_R2.put("posts/b.md", bytes("no head"));
    const first = await consume([
      event("posts/a.md", "PutObject"),
      event("posts/b.md", "CopyObject"),
      "junk",
    ]);
    expect(first).toEqual({ acknowledged: ["m0", "m1", "m2"], retried: [], sent: [] });
    expect(await rows()).toEqual(["A public"]);
    await env.CONTENT_R2.delete("posts/a.md");
    await consume([event("posts/a.md", "DeleteObject")]);
    expect(await rows()).toEqual(["A gone"]);
  });

  it("retries while the catalog is away", async () => {
    await env.CONTENT_R2.put("posts/a.md", source("A"));
    await env.CATALOG.exec("ALTER TABLE posts RENAME TO away");
    expect(await consume([event("posts/a.md", "PutObject")])).toMatchObject({
      acknowledged: [],
      retried: ["m0"],
    });
    await env.CATALOG.exec("ALTER TABLE away RENAME TO posts");
    expect(await consume([event("posts/a.md", "PutObject")])).toMatchObject({
      acknowledged: ["m0"],
      retried: [],
    });
    expect(await rows()).toEqual(["A public"]);
  });
});

/** Names whose order differs between bytes, UTF-16 units and dictionaries. */
const NAMES = ["a", "a-b", "a.de", "ab", "b", "z", "ä", "ß", "世", "﨎", "𐐨"];

async function reconcile(store = backendsOf(env).store): Promise<number> {
  let cursor: ReconcileCursor | null = null;
  let steps = 0;
  do {
    const { sent } = await consume([{ kind: "reconcile", cursor }], store);
    cursor = sent[0]?.cursor ?? null;
    steps += 1;
  } while (cursor !== null && steps < 200);
  return steps;
}

/** Hundreds of posts are rendered and indexed, on a busy machine as well. */
const MANY_POSTS_MS = 30_000;

describe("a reconcile with R2 and D1", () => {
  it(
    "merges both in the order of their keys, over several pages",
    { timeout: MANY_POSTS_MS },
    async () => {
      for (const name of NAMES) await env.CONTENT_R2.put(`posts/${name}.md`, source(name));
      for (let index = 0; index < 220; index += 1)
        await env.CONTENT_R2.put(
          `posts/p${String(index).padStart(3, "0")}.md`,
          source(`P${index}`),
        );
      await reconcile();
      expect((await rows()).filter((row) => row.endsWith("public"))).toHaveLength(231);
      for (const name of NAMES) await env.CONTENT_R2.delete(`posts/${name}.md`);
      await env.CONTENT_R2.put("posts/p219.md", source("Changed"));
      expect(await reconcile()).toBeLessThan(10);
      const after = await rows();
      expect(after.filter((row) => row.endsWith("gone"))).toHaveLength(NAMES.length);
      expect(after).toContain("Changed public");
    },
  );

  it("compares what other tools wrote into KV by its hash", async () => {
    const store = createKvContentStore(env.CONTENT_KV);
    await env.CONTENT_KV.put("posts/a.md", source("A"));
    await store.put("posts/b.md", source("B"), { contentType: "text/markdown" });
    await reconcile(store);
    expect(await rows()).toEqual(["A public", "B public"]);
    const { generation } = await createD1Catalog(env.CATALOG).state(0);
    await reconcile(store);
    expect((await createD1Catalog(env.CATALOG).state(0)).generation).toBe(generation);
    await env.CONTENT_KV.put("posts/a.md", source("A2"));
    await reconcile(store);
    expect(await rows()).toEqual(["A2 public", "B public"]);
  });
});
