import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CONFIG, createTestSite, MINUTE, NOON, source, type TestSite } from "./test-site.ts";

let site: TestSite;

beforeEach(async () => {
  await applyD1Migrations(env.CATALOG, env.MIGRATIONS);
  site = await createTestSite();
  await site.publishFile("_config.yml", CONFIG);
});
afterEach(reset);

/** Titles of the cards in their order. */
function titles(page: string): readonly string[] {
  return [...page.matchAll(/<h2><a [^>]*>([^<]+)<\/a><\/h2>/g)].map(([, title]) => title ?? "");
}

async function publishTagged(count: number): Promise<void> {
  for (let day = 1; day <= count; day++) {
    const date = `2026-04-0${day} 10:00:00 +0000`;
    const fields = { title: `Yazı ${day}`, date, tags: ["Çeviri"], categories: ["Makale"] };
    await site.publish(`yazi-${day}`, source(fields, "Metin."));
  }
}

async function location(path: string): Promise<readonly [number, string | null]> {
  const response = await site.get(path);
  return [response.status, response.headers.get("Location")];
}

describe("/tags/:tag and /categories/:category", () => {
  it("list the posts, newest first, on pages", async () => {
    await publishTagged(4);
    await site.publish("other", source({ title: "Başka" }, "Metin."));
    for (const path of ["/tags/ceviri", "/categories/makale", "/en/tags/ceviri"]) {
      expect(titles(await site.read(path)), path).toEqual(["Yazı 4", "Yazı 3", "Yazı 2"]);
      expect(titles(await site.read(`${path}/page/2`)), path).toEqual(["Yazı 1"]);
      expect(await site.read(path)).toContain(`<a class="older" href="${path}/page/2" rel="next">`);
      for (const page of ["1", "3", "02", "x"])
        expect((await site.get(`${path}/page/${page}`)).status, page).toBe(404);
    }
    expect(await site.read("/tags/ceviri")).toContain("<h1>Etiket: Çeviri</h1>");
    expect(await site.read("/en/categories/makale")).toContain("<h1>Category: Makale</h1>");
    for (const path of ["/tags/none", "/categories/ceviri", "/fr/tags/ceviri", "/tags/!!!"])
      expect((await site.get(path)).status, path).toBe(404);
  });

  it("have one address each, to which other spellings lead", async () => {
    await publishTagged(1);
    for (const spelling of ["çeviri", "%C3%87EV%C4%B0R%C4%B0", "Ceviri", "ceviri%20"]) {
      expect(await location(`/tags/${spelling}`), spelling).toEqual([301, "/tags/ceviri"]);
      expect(await location(`/en/tags/${spelling}/page/2`)).toEqual([
        301,
        "/en/tags/ceviri/page/2",
      ]);
    }
  });

  it("show a scheduled post from its minute on, and no draft nor unpublished one ever", async () => {
    const later = new Date(NOON + MINUTE).toISOString();
    const tags = ["gizli"];
    await site.publish("later", source({ title: "Sonra", date: later, tags }, "Metin."));
    await site.publish("draft", source({ title: "Taslak", draft: true, tags }, "Metin."));
    expect((await site.get("/tags/gizli")).status).toBe(404);
    expect(await site.read("/tags")).not.toContain("gizli");
    site.now = NOON + MINUTE;
    expect(titles(await site.read("/tags/gizli"))).toEqual(["Sonra"]);
    expect(await site.read("/tags")).toContain('<a href="/tags/gizli"><bdi>gizli</bdi></a>');
    await site.api("DELETE", "/posts/later");
    expect((await site.get("/tags/gizli")).status).toBe(404);
    expect(await site.read("/tags")).not.toContain("gizli");
  });

  it("are kept, and answer 304", async () => {
    await publishTagged(1);
    const first = await site.get("/tags/ceviri");
    expect((await site.get("/tags/ceviri")).headers.get("X-Kiyi-Cache")).toBe("memory");
    const known = { "If-None-Match": first.headers.get("ETag") ?? "" };
    expect((await site.get("/tags/ceviri", known)).status).toBe(304);
    expect(first.headers.get("Vary")).toBe("Accept-Language");
    expect((await site.get("/en/tags/ceviri")).headers.get("Vary")).toBeNull();
  });
});

describe("/tags", () => {
  it("has every tag with the number of its posts, in the order of the reader's alphabet", async () => {
    await publishTagged(2);
    await site.publish("z", source({ title: "Z", tags: ["zekâ", "Dil", "翻訳"] }, "Metin."));
    const page = await site.read("/en/tags");
    const names = [...page.matchAll(/<bdi>([^<]+)<\/bdi><\/a> <small>(\d+)/g)];
    expect(names.map(([, name, count]) => `${name} ${count}`)).toEqual([
      "Çeviri 2",
      "Dil 1",
      "zekâ 1",
      "翻訳 1",
    ]);
    for (const [, path] of page.matchAll(/<li><a href="([^"]+)"><bdi>/g))
      expect((await site.get(path ?? "")).status, path).toBe(200);
  });

  it("is a page before anything is tagged", async () => {
    expect(await site.read("/tags")).toContain("Henüz etiketli bir yazı yok.");
  });
});

describe("tags on cards and posts", () => {
  it("lead to their lists, a translation's own do not", async () => {
    await site.publish("a", source({ title: "A", tags: ["Çeviri"] }, "Metin."));
    const english = source({ title: "A", tags: ["ceviri", "translation"] }, "Text.");
    await site.publish("a", english, { locale: "en" });
    const link = (path: string, name: string): string =>
      `<a href="${path}" rel="tag">${name}</a></li>`;
    expect(await site.read("/")).toContain(link("/tags/ceviri", "Çeviri"));
    expect(await site.read("/posts/a")).toContain(link("/tags/ceviri", "Çeviri"));
    const translation = await site.read("/en/posts/a");
    expect(translation).toContain(link("/en/tags/ceviri", "ceviri"));
    expect(translation).toContain(">translation</li>");
  });
});
