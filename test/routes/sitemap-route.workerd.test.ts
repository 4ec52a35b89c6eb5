import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SITEMAP_PART_SIZE } from "../../src/catalog/catalog.ts";
import {
  CONFIG,
  createTestSite,
  MINUTE,
  NOON,
  ORIGIN,
  source,
  type TestSite,
} from "./test-site.ts";

let site: TestSite;

beforeEach(async () => {
  await applyD1Migrations(env.CATALOG, env.MIGRATIONS);
  site = await createTestSite();
  await site.publishFile("_config.yml", CONFIG);
});
afterEach(reset);

/** The addresses in a sitemap, without the site's own. */
async function paths(file = "/sitemap.xml"): Promise<readonly string[]> {
  const xml = await site.read(file);
  return [...xml.matchAll(/<loc>([^<]*)/g)].map(([, url = ""]) => url.slice(ORIGIN.length));
}

describe("/sitemap.xml", () => {
  it("names posts and translations, and changes with them", async () => {
    expect(await paths()).toEqual(["/"]);
    await site.publish("dag", source({ title: "Dağ" }, "Metin."));
    expect(await paths()).toEqual(["/", "/posts/dag"]);
    await site.publish("dag", source({ title: "Mountain" }, "Text."), { locale: "en" });
    expect(await paths()).toEqual(["/", "/posts/dag", "/en/posts/dag"]);
    await site.api("DELETE", "/posts/dag");
    expect(await paths()).toEqual(["/", "/en/posts/dag"]);
    for (const path of await paths()) expect((await site.get(path)).status, path).toBe(200);
  });

  it("tells nothing of what is hidden or left out, and of a scheduled post at its minute", async () => {
    const hidden = {
      draft: { draft: true },
      unpublished: { published: false },
      unlisted: { sitemap: false },
      noindex: { noindex: true },
      robots: { robots: "noindex, nofollow" },
      later: { date: "2026-05-01 12:02:00 +0000" },
    };
    for (const [slug, fields] of Object.entries(hidden))
      await site.publish(slug, source({ title: slug, ...fields }, "Metin."));
    expect(await paths()).toEqual(["/"]);
    expect(await site.read("/posts/robots")).toContain('<meta name="robots" content="noindex">');
    expect(await site.read("/posts/unlisted")).not.toContain('name="robots"');
    site.now = NOON + 2 * MINUTE;
    expect(await paths()).toEqual(["/", "/posts/later"]);
  });

  it("is chosen by the URL alone", async () => {
    const answer = await site.get("/sitemap.xml", { "Accept-Language": "de", Accept: "text/html" });
    expect(answer.headers.get("Content-Type")).toBe("application/xml; charset=utf-8");
    expect(answer.headers.get("Vary")).toBeNull();
  });

  it("names its parts where one file cannot hold all", async () => {
    await env.CATALOG.exec(manyPosts(SITEMAP_PART_SIZE + 1));
    await site.publish("last", source({ title: "Last" }, "Metin."));
    expect(await paths()).toEqual(["/sitemap-1.xml", "/sitemap-2.xml"]);
    expect(await paths("/sitemap-1.xml")).toHaveLength(SITEMAP_PART_SIZE + 1);
    expect(await paths("/sitemap-2.xml")).toEqual([
      `/posts/p${SITEMAP_PART_SIZE + 1}`,
      "/posts/last",
    ]);
    for (const file of ["/sitemap-3.xml", "/sitemap-0.xml", "/sitemap-01.xml", "/sitemap-.xml"])
      expect((await site.get(file)).status, file).toBe(404);
  });

  it("is not there for a site that names no origin", async () => {
    await site.publishFile("_config.yml", "title: Deneme\n");
    expect((await site.get("/sitemap.xml")).status).toBe(404);
    expect(await site.read("/robots.txt")).not.toContain("Sitemap");
  });
});

describe("/robots.txt", () => {
  it("closes the publish API and names the sitemap", async () => {
    const answer = await site.get("/robots.txt");
    expect(answer.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
    expect(await answer.text()).toBe(
      `User-agent: *\nDisallow: /api/\n\nSitemap: ${ORIGIN}/sitemap.xml\n`,
    );
  });
});

/** Visible posts p1 to p<count>. */
function manyPosts(count: number): string {
  return `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})
    INSERT INTO posts SELECT 'posts/p' || n || '.md', 'p' || n, 'tr', 1, 'Title', n, NULL, 'public',
      '[]', '[]', '', '{}', 1, NULL, 'v', 1 FROM numbers`.replaceAll("\n", " ");
}
