import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { storeFailure } from "../store/faulty-content-store.ts";
import { CONFIG, createTestSite, MINUTE, NOON, source, type TestSite } from "./test-site.ts";

let site: TestSite;

const SECRET = "gizlisöz";
const BODY = `Metin ${SECRET}.`;
const VISIBLE = source({ title: SECRET }, BODY);
/** Two minutes after the site's noon. */
const SOON = "2026-05-01 12:02:00 +0000";

beforeEach(async () => {
  await applyD1Migrations(env.CATALOG, env.MIGRATIONS);
  site = await createTestSite();
  await site.publishFile("_config.yml", CONFIG);
  await site.publish("open", source({ title: "Açık" }, "Metin."));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await reset();
});

/** Where a post could show itself. */
const PLACES = [
  "/posts/hidden",
  "/posts/hidden.md",
  "/posts/hidden.json",
  "/en/posts/hidden",
  "/en/posts/hidden.md",
  "/",
  "/en/",
  "/page/2",
  "/llms.txt",
  "/feed.xml",
  "/rss.xml",
  "/feed.json",
  "/en/feed.xml",
  "/en/rss.xml",
  "/en/feed.json",
  "/posts/open",
];
/** Of these the ones that show a public post, if only as a neighbour. */
const SHOWING = PLACES.filter((path) => path !== "/page/2");

async function placesThatShowIt(): Promise<readonly string[]> {
  const shown: string[] = [];
  for (const path of PLACES) {
    const response = await site.get(path);
    const head = JSON.stringify([...response.headers]);
    if ((head + (await response.text())).includes(SECRET)) shown.push(path);
  }
  return shown;
}

describe("a hidden post", () => {
  const hidden = {
    "a draft": { draft: true },
    "one that is not published": { published: false },
    "a scheduled one": { date: SOON },
    "a draft that says so in YAML 1.1": { draft: "yes" },
  };
  for (const [name, fields] of Object.entries(hidden)) {
    it(`shows itself nowhere: ${name}`, async () => {
      await site.publish(
        "hidden",
        source({ title: SECRET, ...fields }, BODY).replace('"yes"', "yes"),
      );
      expect(await placesThatShowIt()).toEqual([]);
      const [draft, none] = [await site.get("/posts/hidden"), await site.get("/posts/none")];
      expect(draft.status).toBe(404);
      expect([...draft.headers]).toEqual([...none.headers]);
      expect(await draft.text()).toBe(await none.text());
    });
  }

  it("shows itself nowhere, not in copies either, after it had been public", async () => {
    await site.publish("hidden", VISIBLE);
    expect(await placesThatShowIt()).toEqual(SHOWING);
    await site.publish("hidden", source({ title: SECRET, draft: true }, BODY));
    expect(await placesThatShowIt()).toEqual([]);
    site.restart();
    expect(await placesThatShowIt()).toEqual([]);
  });

  it("shows itself nowhere in 30 s when another tool hid it", async () => {
    await site.publish("hidden", VISIBLE);
    await placesThatShowIt();
    await site.write("posts/hidden.md", source({ title: SECRET, draft: true }, BODY));
    site.now += 31_000;
    const places = ["/posts/hidden", "/posts/hidden.md", "/posts/hidden.json", "/en/posts/hidden"];
    for (const path of places) expect((await site.get(path)).status, path).toBe(404);
  });

  it("does not tell its source to who asks for Markdown while it is being hidden", async () => {
    await site.publish("hidden", VISIBLE);
    await site.read("/posts/hidden"); // the pointer at the visible version is held
    await site.write("posts/hidden.md", source({ title: "Taslak", draft: true }, "çokgizli"));
    expect(await site.read("/posts/hidden.md")).not.toContain("çokgizli");
    expect(await site.read("/posts/hidden", { "Accept-Language": "de" })).not.toContain("çokgizli");
  });
});

describe("a post that another data centre hid", () => {
  const ways: Readonly<Record<string, (other: TestSite) => Promise<unknown>>> = {
    "by making it a draft": (other) =>
      other.publish("hidden", source({ title: SECRET, draft: true }, BODY)),
    "by unpublishing it": (other) => other.api("DELETE", "/posts/hidden"),
    "by another tool": (other) => other.store.delete("posts/hidden.md"),
  };
  for (const [way, hide] of Object.entries(ways)) {
    it(`is not shown again when the store fails: ${way}`, async () => {
      vi.spyOn(console, "error").mockReturnValue();
      await site.publish("hidden", VISIBLE);
      expect(await site.read("/posts/hidden")).toContain(SECRET);
      await hide(await createTestSite());
      site.now += MINUTE;
      expect([404, 410]).toContain((await site.get("/posts/hidden")).status);
      for (const method of ["get", "head"]) site.store.faults.inject({ method }, storeFailure());
      site.now += MINUTE;
      site.restart();
      expect(await site.get("/posts/hidden")).toHaveProperty("status", 503);
    });
  }

  it("is not shown again when its draft is broken", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    await site.publish("hidden", VISIBLE);
    await site.read("/posts/hidden");
    const other = await createTestSite();
    await other.publish("hidden", source({ title: SECRET, draft: true }, BODY));
    site.now += MINUTE;
    await site.read("/posts/hidden");
    await other.write("posts/hidden.md", "---\ntitle: [\n---\n");
    site.now += MINUTE;
    expect((await site.get("/posts/hidden")).status).toBe(503);
  });
});

describe("a scheduled post", () => {
  it("appears at its minute, everywhere and without anyone's action", async () => {
    await site.publish("hidden", source({ title: SECRET, date: SOON }, BODY));
    expect(await placesThatShowIt()).toEqual([]);
    site.now = NOON + 2 * MINUTE - 1;
    expect(await placesThatShowIt()).toEqual([]);
    site.now = NOON + 2 * MINUTE;
    expect(await placesThatShowIt()).toEqual(SHOWING);
  });
});

describe("an unpublished post", () => {
  it("is 410 at its addresses and nowhere else to be seen", async () => {
    await site.publish("hidden", VISIBLE);
    await placesThatShowIt();
    expect((await site.api("DELETE", "/posts/hidden")).status).toBe(200);
    expect(await placesThatShowIt()).toEqual([]);
    for (const path of ["/posts/hidden", "/posts/hidden.md", "/en/posts/hidden"])
      expect((await site.get(path)).status, path).toBe(410);
    await site.publish("hidden", VISIBLE);
    expect((await site.get("/posts/hidden")).status).toBe(200);
  });

  it("is 404 where it had never been seen", async () => {
    await site.publish("later", source({ title: SECRET, date: SOON }, BODY));
    await site.api("DELETE", "/posts/later");
    expect((await site.get("/posts/later")).status).toBe(404);
  });

  it("is 404 when another tool deleted it and the catalog does not know yet", async () => {
    await site.publish("hidden", VISIBLE);
    await site.store.delete("posts/hidden.md");
    site.now += MINUTE;
    expect((await site.get("/posts/hidden")).status).toBe(404);
  });
});
