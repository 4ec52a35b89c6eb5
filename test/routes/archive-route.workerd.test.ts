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

async function publish(slug: string, date: string): Promise<void> {
  await site.publish(slug, source({ title: slug, date }, "Metin."));
}

/** Years of the links, headings and titles in their order. */
function outline(page: string): readonly string[] {
  const main = page.slice(page.indexOf("<main"));
  const found = main.matchAll(/<h2>([^<]+)|<\/time> <a [^>]*>([^<]+)|archive\/(\d+)"/g);
  return [...found].map(([, year, title, link]) => year ?? title ?? link ?? "");
}

describe("/archive", () => {
  it("has the years with posts, and the newest posts under their years", async () => {
    await publish("eski", "1985-05-01 12:00:00 +0000");
    await publish("yilbasi", "2023-12-31 22:00:00 +0000"); // 2024 in Istanbul
    await publish("yaz", "2024-07-01 12:00:00 +0000");
    await publish("bu-yil", "2026-04-01 12:00:00 +0000");
    expect(outline(await site.read("/archive"))).toEqual([
      "2026",
      "2024",
      "1989",
      "2026",
      "bu-yil",
      "2024",
      "yaz",
      "yilbasi",
      "1990 öncesi",
      "eski",
    ]);
    expect(outline(await site.read("/en/archive/2024"))).toEqual([
      "2026",
      "2024",
      "1989",
      "yaz",
      "yilbasi",
    ]);
    expect(outline(await site.read("/archive/1989")).at(-1)).toBe("eski");
    for (const path of ["2025", "2027", "1988", "02024", "x", "2024/page/2", "2024/page/1"])
      expect((await site.get(`/archive/${path}`)).status, path).toBe(404);
  });

  it("shows a scheduled post from its minute on, and no draft nor unpublished one", async () => {
    await publish("later", new Date(NOON + MINUTE).toISOString());
    await site.publish("draft", source({ title: "draft", draft: true }, "Metin."));
    expect(outline(await site.read("/archive"))).toEqual([]);
    expect((await site.get("/archive/2026")).status).toBe(404);
    site.now = NOON + MINUTE;
    expect(outline(await site.read("/archive/2026"))).toEqual(["2026", "later"]);
    await site.api("DELETE", "/posts/later");
    expect((await site.get("/archive/2026")).status).toBe(404);
    expect(outline(await site.read("/archive"))).toEqual([]);
  });

  it("is kept", async () => {
    await publish("a", "2024-07-01");
    await site.get("/archive");
    expect((await site.get("/archive")).headers.get("X-Kiyi-Cache")).toBe("memory");
  });
});
