import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CONFIG, createTestSite, MINUTE, source, type TestSite } from "./test-site.ts";

let site: TestSite;

beforeEach(async () => {
  await applyD1Migrations(env.CATALOG, env.MIGRATIONS);
  site = await createTestSite();
  await site.publishFile("_config.yml", CONFIG);
  const body = '{% include notiz.html titel="Tipp" %} and {% include notiz.html titel="Rat" %}';
  await site.publish("a", source({ title: "With" }, body));
  await site.publish("b", source({ title: "Without" }, "Text."));
});
afterEach(reset);

const putInclude = (text: string) => site.publishFile("_includes/notiz.html", text);

describe("includes", () => {
  it("show on the next GET of a post that uses them: published, changed, unpublished", async () => {
    expect(await site.read("/posts/a")).not.toContain("Tipp");
    await putInclude("<b>{{ include.titel }}</b> one");
    expect(await site.read("/posts/a")).toContain("<b>Tipp</b> one and <b>Rat</b> one");
    expect(await site.read("/posts/a.json")).toContain("Rat");
    await putInclude("<b>{{ include.titel }}</b> two");
    expect(await site.read("/posts/a")).toContain("<b>Tipp</b> two");
    expect((await site.api("DELETE", "/files/_includes/notiz.html")).status).toBe(200);
    expect(await site.read("/posts/a")).not.toContain("Tipp");
  });

  it("are an input of every post: its validator changes, and it is rendered again when it is asked for", async () => {
    const first = await site.get("/posts/b");
    await first.text();
    await putInclude("one");
    const etag = first.headers.get("ETag") ?? "";
    expect((await site.get("/posts/b", { "If-None-Match": etag })).status).toBe(200);
    site.takeCalls();
    await site.read("/posts/b");
    expect(site.takeCalls().filter((call) => call.startsWith("store"))).toEqual([]);
  });

  it("cost a hit nothing, and are read once for each change", async () => {
    await putInclude("one");
    await site.read("/posts/a");
    await site.read("/posts/b");
    site.takeCalls();
    await site.read("/posts/a");
    await site.read("/");
    site.restart();
    site.now += MINUTE;
    await site.read("/posts/a");
    const reads = site.takeCalls().filter((call) => call.startsWith("catalog.includes"));
    expect(reads).toEqual([]);
  });

  it("are no files for readers", async () => {
    await putInclude("secret");
    for (const path of ["/_includes/notiz.html", "/images/../_includes/notiz.html"]) {
      const response = await site.get(path);
      expect(response.status, path).toBe(404);
      expect(await response.text(), path).not.toContain("secret");
    }
    const own = await site.api("GET", "/files/_includes/notiz.html");
    expect(await own.text()).toBe("secret");
  });

  it("tell their publisher what is wrong with them", async () => {
    const answer = await site.api("PUT", "/files/_includes/notiz.html", {
      body: "a".repeat(65_537),
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ notes: [{ rule: "include/limit" }] });
    const unnamed = await site.api("PUT", "/files/_includes/a%20b.html", { body: "a" });
    expect(unnamed.status).toBe(400);
  });
});
