import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CONFIG, createTestSite, MINUTE, NOON, source, type TestSite } from "./test-site.ts";

let site: TestSite;

const PATHS = {
  "/feed.xml": "application/atom+xml",
  "/rss.xml": "application/rss+xml",
  "/feed.json": "application/feed+json",
};

beforeEach(async () => {
  await applyD1Migrations(env.CATALOG, env.MIGRATIONS);
  site = await createTestSite();
  await site.publishFile("_config.yml", CONFIG);
  await site.publish("dag", source({ title: "Dağ", excerpts: { en: "Mountain." } }, "Gövde."));
});
afterEach(reset);

describe("a feed", () => {
  it("is chosen by the URL alone", async () => {
    for (const [path, type] of Object.entries(PATHS)) {
      const plain = await site.get(path);
      expect(plain.status, path).toBe(200);
      expect(plain.headers.get("Content-Type")).toBe(`${type}; charset=utf-8`);
      expect(plain.headers.get("Vary")).toBeNull();
      const other = await site.get(path, { "Accept-Language": "en", Accept: "text/html" });
      expect(await other.text()).toBe(await plain.text());
      expect(other.headers.get("ETag")).toBe(plain.headers.get("ETag"));
    }
  });

  it("is whole, and linked from every page", async () => {
    const page = await site.read("/");
    for (const path of Object.keys(PATHS)) {
      expect(await site.read(path)).toContain("Gövde.");
      expect(page).toContain(`href="https://kiyi.example${path}"`);
      expect(await site.read("/en/")).toContain(`href="https://kiyi.example/en${path}"`);
    }
  });

  it("has excerpts, and translations, of the locale that its address says", async () => {
    for (const path of Object.keys(PATHS)) {
      expect(await site.read(path)).not.toContain("Mountain.");
      const english = await site.get(`/en${path}`);
      expect(english.headers.get("Content-Language")).toBe("en");
      expect(await english.text()).toContain("Mountain.");
    }
    await site.publish("dag", source({ title: "Peak" }, "Body."), { locale: "en" });
    for (const path of Object.keys(PATHS)) {
      expect(await site.read(`/en${path}`)).toMatch(/\/en\/posts\/dag[^]*Body\./);
      expect(await site.read(`/en${path}`)).not.toContain("Gövde.");
      expect(await site.read(`/de${path}`)).toContain("Gövde.");
      expect(await site.read(path)).not.toContain("Body.");
    }
  });

  it("does not lead to a translation that is at no address", async () => {
    await site.publish("dag", source({ title: "Peak" }, "Body."), { locale: "en-GB" });
    expect((await site.get("/en-GB/posts/dag")).status).toBe(404);
    expect(await site.read("/en/feed.xml")).toContain("Gövde.");
  });

  it("shows the original for a translation that may not be seen", async () => {
    await site.publish("dag", source({ title: "Peak" }, "Body."), { locale: "en" });
    // Another tool hides it: the catalog still names it.
    await site.write("posts/dag.en.md", source({ title: "Peak", draft: true }, "Body."));
    const english = await site.read("/en/feed.xml");
    expect(english).toContain("Gövde.");
    expect(english).not.toContain("Body.");
  });

  it("shows nothing hidden, and what is scheduled at its minute", async () => {
    await site.publish("taslak", source({ title: "Gizli", draft: true }, "Gizli."));
    const date = "2026-05-01 12:02:00 +0000";
    await site.publish("yarin", source({ title: "Gizli", date }, "Gizli."));
    const all = Object.keys(PATHS).flatMap((path) => [path, `/en${path}`]);
    for (const path of all) expect(await site.read(path), path).not.toContain("Gizli");
    site.now = NOON + 2 * MINUTE;
    for (const path of all) expect(await site.read(path), path).toContain("/posts/yarin");
    for (const path of all) expect(await site.read(path), path).not.toContain("taslak");
  });

  it("is 404 in a locale that the site does not have", async () => {
    expect((await site.get("/fr/feed.xml")).status).toBe(404);
  });
});
