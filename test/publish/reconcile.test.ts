import * as fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import type { Catalog, CatalogPost } from "../../src/catalog/catalog.ts";
import type { ReconcileStep } from "../../src/publish/reconcile.ts";
import { type ReconcileCursor, reconcileStart } from "../../src/publish/reconcile-cursor.ts";
import { catalogFailure } from "../catalog/faulty-catalog.ts";
import { locale, post, slug } from "../catalog/posts.ts";
import { storeFailure } from "../store/faulty-content-store.ts";
import { bytes, createPublishRooms, type PublishRooms, source } from "./publish-rooms.ts";

/** More is a reconcile that goes round in circles. */
const MAX_STEPS = 500;
/** Subrequests of the free plan. */
const MAX_CALLS = 50;

let rooms: PublishRooms;

beforeEach(() => {
  rooms = createPublishRooms();
});

async function write(key: string, body: Uint8Array<ArrayBuffer>): Promise<void> {
  await rooms.store.put(key, body, { contentType: "text/markdown" });
}

/** All steps of a round, each with a cursor that went through JSON. */
async function reconcile(
  in_: PublishRooms = rooms,
  scope: ReconcileCursor["scope"] = "changed",
): Promise<readonly ReconcileStep[]> {
  const steps: ReconcileStep[] = [];
  let cursor: ReconcileCursor | null = reconcileStart(scope);
  while (cursor !== null && steps.length < MAX_STEPS) {
    const step: ReconcileStep = await in_.reconcile.step(
      JSON.parse(JSON.stringify(cursor)),
      in_.work.defer,
    );
    steps.push(step);
    cursor = step.cursor;
  }
  expect(cursor).toBeNull();
  return steps;
}

async function rows(catalog: Catalog = rooms.catalog): Promise<readonly CatalogPost[]> {
  return (await catalog.page({ limit: 1_000 })).posts;
}

async function titles(): Promise<readonly string[]> {
  return (await rows()).map(({ title, visibility }) => `${title} ${visibility}`);
}

describe("step()", () => {
  it("indexes objects without a row and with an older row, and removes rows without an object", async () => {
    await write("posts/new.md", source("New"));
    await write("posts/same.md", source("Same"));
    await write("posts/changed.md", source("Old"));
    await write("posts/lost.md", source("Lost"));
    await rooms.publisher.sync(
      ["posts/same.md", "posts/changed.md", "posts/lost.md"],
      rooms.work.defer,
    );
    await write("posts/changed.md", source("Changed"));
    await rooms.store.delete("posts/lost.md");
    const steps = await reconcile();
    expect(await titles()).toEqual(["Changed public", "Lost gone", "New public", "Same public"]);
    expect(steps[0]?.synced).toEqual(["posts/changed.md", "posts/lost.md", "posts/new.md"]);
  });

  it("indexes a gone row again whose object is back", async () => {
    await write("posts/a.md", source("A"));
    await reconcile();
    await rooms.store.delete("posts/a.md");
    await reconcile();
    expect(await titles()).toEqual(["A gone"]);
    await write("posts/a.md", source("A"));
    await reconcile();
    expect(await titles()).toEqual(["A public"]);
  });

  it("writes, reads and purges nothing where both agree", async () => {
    for (const name of ["a", "b", "c"]) await write(`posts/${name}.md`, source(name));
    await reconcile();
    const { generation } = await rooms.catalog.state(0);
    rooms.purges.length = 0;
    const calls = rooms.store.faults.calls.length;
    const [posts] = await reconcile();
    expect(posts).toMatchObject({ compared: 3, synced: [] });
    expect((await rooms.catalog.state(0)).generation).toBe(generation);
    const read = rooms.store.faults.calls
      .slice(calls)
      .filter(({ key }) => key.startsWith("posts/"));
    expect(read).toEqual([{ method: "list", key: "posts/" }]);
    expect(rooms.purges.flat().filter((name) => name.startsWith("source/posts/"))).toEqual([]);
  });

  it("asks for the version of objects that another tool wrote into KV", async () => {
    await write("posts/a.md", source("A"));
    await write("posts/b.md", source("B"));
    await reconcile();
    const list = rooms.store.list;
    Object.assign(rooms.store, {
      list: async (...query: Parameters<typeof list>) => {
        const page = await list(...query);
        return { ...page, objects: page.objects.map((object) => ({ ...object, version: null })) };
      },
    });
    await write("posts/b.md", source("B2"));
    const [step] = await reconcile();
    expect(step?.synced).toEqual(["posts/b.md"]);
  });

  it("reports what is invalid and goes on", async () => {
    await write("posts/a.md", bytes("no head"));
    await write("posts/b.md", source("B"));
    const [step] = await reconcile();
    expect(step?.refused).toMatchObject([{ key: "posts/a.md" }]);
    expect(await titles()).toEqual(["B public"]);
  });

  it("reports what fails and goes on: one object does not stop the others for ever", async () => {
    await write("posts/a.md", source("A"));
    await write("posts/b.md", source("B"));
    rooms.store.faults.inject({ method: "get", key: "posts/a.md" }, storeFailure());
    const [step] = await reconcile();
    expect(step?.failed).toMatchObject([{ key: "posts/a.md" }]);
    expect(await titles()).toEqual(["B public"]);
    rooms.store.faults.heal();
    await reconcile();
    expect(await titles()).toEqual(["A public", "B public"]);
  });

  it("fails if there is nothing to compare", async () => {
    rooms.store.faults.inject({ method: "list", times: 1 }, storeFailure());
    await expect(rooms.reconcile.step(null, rooms.work.defer)).rejects.toThrow("the store failed");
    rooms.catalog.faults.inject({ method: "page", times: 1 }, catalogFailure());
    await expect(rooms.reconcile.step(null, rooms.work.defer)).rejects.toThrow(
      "the catalog failed",
    );
  });

  it("leaves other objects below posts/ alone", async () => {
    await write("posts/README", bytes("x"));
    await write("posts/Draft.md", bytes("x"));
    const [step] = await reconcile();
    expect(step).toMatchObject({ synced: [], refused: [], failed: [] });
  });

  it("makes rows anew with all, after the site's settings changed", async () => {
    await write("posts/a.md", source("A"));
    await reconcile();
    await write("_config.yml", bytes("timezone: Europe/Istanbul\n"));
    rooms.clock.advance(60_000);
    await reconcile();
    expect((await rows())[0]?.date).toBe(Date.UTC(2024, 4, 31));
    await reconcile(rooms, "all");
    expect((await rows())[0]?.date).toBe(Date.UTC(2024, 4, 30, 21));
  });

  it("reads the excerpts of data files, and takes those of deleted ones away", async () => {
    await write("_config.yml", bytes("locales: [en, de]\n"));
    await write("_data/excerpts/de.yml", bytes("a: Hallo\n"));
    await write("_data/excerpts/ja.yml", bytes("a: こんにちは\n"));
    await reconcile();
    expect(await rooms.catalog.dataExcerpts(slug("a"))).toEqual({ de: "Hallo", ja: "こんにちは" });
    await rooms.store.delete("_data/excerpts/de.yml");
    await reconcile();
    expect(await rooms.catalog.dataExcerpts(slug("a"))).toEqual({ ja: "こんにちは" });
  });

  it("keeps each step within the free plan's calls, on a site of 700 posts", async () => {
    for (let index = 0; index < 700; index += 1) {
      const key = `posts/p${String(index).padStart(4, "0")}.md`;
      if (index % 50 < 12) await write(key, source(`P${index}`));
      else
        await rooms.catalog.put(
          post({ slug: slug(`p${String(index).padStart(4, "0")}`), sourceVersion: "0" }),
        );
    }
    let cursor: ReconcileCursor | null = null;
    let most = 0;
    let steps = 0;
    do {
      const before = calls();
      const step: ReconcileStep = await rooms.reconcile.step(cursor, rooms.work.defer);
      await rooms.work.settle();
      most = Math.max(most, calls() - before);
      cursor = step.cursor;
      steps += 1;
    } while (cursor !== null && steps < MAX_STEPS);
    expect(most).toBeLessThanOrEqual(MAX_CALLS);
    expect(cursor).toBeNull();
    const listed = (await rows()).filter(({ visibility }) => visibility === "public");
    expect(listed).toHaveLength(168);

    function calls(): number {
      return [rooms.store, rooms.catalog, rooms.edge].reduce(
        (sum, { faults }) => sum + faults.calls.length,
        0,
      );
    }
  });
});

/** What may happen to a site between two reconciles, on a few keys so that they meet. */
type Happening =
  | { readonly kind: "publish" | "foreign write"; readonly key: string; readonly body: string }
  | { readonly kind: "half publish"; readonly key: string; readonly body: string }
  | { readonly kind: "unpublish" | "foreign delete" | "half unpublish"; readonly key: string }
  | { readonly kind: "event"; readonly key: string }
  | { readonly kind: "remember" | "restore" }
  | { readonly kind: "foreign row"; readonly name: string };

const KEYS = [
  "posts/a.md",
  "posts/a.de.md",
  "posts/a-b.md",
  "posts/b.md",
  "posts/ä.md",
  "posts/﨎.md",
  "posts/𐐨.md",
  "_data/excerpts/de.yml",
  "_data/excerpts/en.yml",
];

const BODIES = [
  "---\ntitle: One\ndate: 2024-05-31\n---\nText\n",
  "---\ntitle: Two\ndate: 2024-06-01\ntags: [x]\nexcerpts: {de: Zwei}\n---\nOther text\n",
  "---\ntitle: Hidden\ndate: 2024-06-01\npublished: no\n---\nText\n",
  "---\ntitle: Broken\ndate: never\n---\nText\n",
  "a: Excerpt of a\nb: Excerpt of b\n",
  "",
];

const key = fc.constantFrom(...KEYS);
const body = fc.constantFrom(...BODIES);
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("publish" as const, "foreign write" as const, "half publish" as const),
    key,
    body,
  }),
  fc.record({
    kind: fc.constantFrom(
      "unpublish" as const,
      "foreign delete" as const,
      "half unpublish" as const,
    ),
    key,
  }),
  fc.record({ kind: fc.constant("event" as const), key }),
  fc.record({ kind: fc.constantFrom("remember" as const, "restore" as const) }),
  fc.record({ kind: fc.constant("foreign row" as const), name: fc.constantFrom("a", "b", "z") }),
);

async function happen(
  site: PublishRooms,
  what: Happening,
  remembered: Map<string, string>,
): Promise<void> {
  const { publisher, store, catalog, work } = site;
  switch (what.kind) {
    case "publish":
    case "half publish":
      if (what.kind === "half publish") {
        catalog.faults.inject({ method: "put" }, catalogFailure());
        catalog.faults.inject({ method: "putDataExcerpts" }, catalogFailure());
      }
      await publisher
        .publish(
          { key: what.key, body: bytes(what.body), contentType: "text/markdown" },
          work.defer,
        )
        .catch(() => null);
      return catalog.faults.heal();
    case "unpublish":
    case "half unpublish":
      if (what.kind === "half unpublish") {
        catalog.faults.inject({ method: "remove" }, catalogFailure());
        catalog.faults.inject({ method: "putDataExcerpts" }, catalogFailure());
      }
      await publisher.unpublish({ key: what.key }).catch(() => null);
      return catalog.faults.heal();
    case "foreign write":
      await store.put(what.key, bytes(what.body), { contentType: "text/markdown" });
      return;
    case "foreign delete":
      return store.delete(what.key);
    case "event":
      await publisher.sync([what.key], work.defer);
      return;
    case "foreign row":
      await catalog.put(
        post({ slug: slug(what.name), title: "Foreign", sourceVersion: "0", locale: locale("en") }),
      );
      return;
    case "remember":
      remembered.clear();
      for (const [name, text] of await contents(site)) remembered.set(name, text);
      return;
    case "restore":
      for (const name of KEYS) await store.delete(name);
      for (const [name, text] of remembered)
        await store.put(name, bytes(text), { contentType: "text/markdown" });
  }
}

async function contents({ store }: PublishRooms): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for (const name of KEYS) {
    const object = await store.get(name);
    if (object !== null) texts.set(name, new TextDecoder().decode(object.body));
  }
  return texts;
}

/** What readers can see of a catalog. */
async function visible({ catalog }: PublishRooms): Promise<unknown> {
  const names = ["a", "a-b", "b", "ä", "﨎", "𐐨", "z"].map(slug);
  return {
    rows: (await rows(catalog)).filter(({ visibility }) => visibility !== "gone"),
    excerpts: await Promise.all(names.map((name) => catalog.dataExcerpts(name))),
  };
}

async function createSite(): Promise<PublishRooms> {
  const site = createPublishRooms();
  await site.store.put("_config.yml", bytes("locales: [en, de]\n"), { contentType: "text/yaml" });
  return site;
}

describe("a reconcile", () => {
  it("ends where a clean publish of the bucket would have, whatever happened before", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 30 }), async (happenings) => {
        const site = await createSite();
        const remembered = new Map<string, string>();
        for (const what of happenings) await happen(site, what, remembered);
        await reconcile(site);

        const clean = await createSite();
        for (const [name, text] of await contents(site)) {
          const request = { key: name, body: bytes(text), contentType: "text/markdown" };
          const published = await clean.publisher
            .publish(request, clean.work.defer)
            .catch(() => null);
          if (published !== null) continue;
          // An invalid object keeps its last good row, which a clean publish cannot know.
          await site.store.delete(name);
          await site.publisher.sync([name], site.work.defer);
        }
        expect(await visible(site)).toEqual(await visible(clean));
      }),
      { numRuns: 150 },
    );
  }, 60_000);
});
