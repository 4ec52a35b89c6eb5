import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HOSTILE, startTags } from "../page/hostile-texts.ts";
import { CONFIG, createTestSite, MINUTE, NOON, source, type TestSite } from "./test-site.ts";

let site: TestSite;

beforeEach(async () => {
  await applyD1Migrations(env.CATALOG, env.MIGRATIONS);
  site = await createTestSite();
  await site.publishFile("_config.yml", CONFIG);
});
afterEach(reset);

/** The addresses of the results in their order. */
async function found(query: string, prefix = ""): Promise<readonly string[]> {
  const page = await site.read(`${prefix}/search?q=${encodeURIComponent(query)}`);
  return [...page.matchAll(/<h2><a href="([^"]+)"/g)].map(([, path]) => path ?? "");
}

describe("/search", () => {
  it("finds posts and translations by what their bodies say, the match marked", async () => {
    await site.publish("a", source({ title: "Bir" }, "Öğrencinin **defteri** burada."));
    await site.publish("a", source({ title: "One" }, "The notebook."), { locale: "en" });
    expect(await found("ogrenci")).toEqual(["/posts/a"]);
    expect(await found("notebook", "/de")).toEqual(["/en/posts/a"]);
    const page = await site.read("/search?q=DEFTERİ");
    expect(page).toContain("Öğrencinin <mark>defteri</mark> burada.");
    expect(page).toContain('value="DEFTERİ"');
  });

  it("is a form without a query, kept by nobody", async () => {
    for (const path of ["/search", "/search?q=", "/en/search?q=%20", "/search?q=%3F!"]) {
      const response = await site.get(path);
      expect(response.status, path).toBe(200);
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      const isNegotiated = !path.startsWith("/en/");
      expect(response.headers.get("Vary")).toBe(isNegotiated ? "Accept-Language" : null);
      const page = await response.text();
      expect(page).toContain('<meta name="robots" content="noindex">');
      expect(page).toContain('<input type="search" name="q"');
    }
    expect(await site.read("/en/search")).toContain('action="/en/search"');
    expect((await site.get(`/search?q=${"a".repeat(201)}`)).status).toBe(400);
    expect((await site.get("/fr/search?q=a")).status).toBe(404);
  });

  it("says so when nothing is found", async () => {
    expect(await site.read("/en/search?q=nothing")).toContain("Nothing was found.");
  });

  it("shows hostile queries and posts as text", async () => {
    const page = (text: string): Promise<string> =>
      site.read(`/search?q=${encodeURIComponent(text)}`);
    const hostile = HOSTILE.replace("\ud800", "").slice(0, 150);
    expect(startTags(await page(hostile))).toEqual(startTags(await page("zzz")));
    await site.publish("x", source({ title: "<i>zor</i>" }, "`<script>zor</script>`"));
    expect(await page("zor")).not.toMatch(/<script>|<i>/);
  });

  it("finds a scheduled post from its minute on, and no draft nor unpublished one", async () => {
    const date = new Date(NOON + MINUTE).toISOString();
    await site.publish("later", source({ title: "Sonra", date }, "Kelime."));
    await site.publish("draft", source({ title: "Taslak", draft: true }, "Kelime."));
    expect(await found("kelime")).toEqual([]);
    site.now = NOON + MINUTE;
    expect(await found("kelime")).toEqual(["/posts/later"]);
    await site.api("DELETE", "/posts/later");
    expect(await found("kelime")).toEqual([]);
  });
});
