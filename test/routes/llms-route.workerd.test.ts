import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CONFIG, createTestSite, MINUTE, NOON, source, type TestSite } from "./test-site.ts";

let site: TestSite;

const MARKDOWN = { Accept: "text/markdown" };

beforeEach(async () => {
  await applyD1Migrations(env.CATALOG, env.MIGRATIONS);
  site = await createTestSite();
  await site.publishFile("_config.yml", CONFIG);
  const excerpts = { en: "Mountain." };
  await site.publish("dag", source({ title: "Dağ", excerpt: "Bir dağ.", excerpts }, "Metin."));
});
afterEach(reset);

describe("/llms.txt", () => {
  it("leads to the Markdown of posts, whatever the headers say", async () => {
    const answer = await site.get("/llms.txt", { "Accept-Language": "en", ...MARKDOWN });
    expect(answer.headers.get("Content-Type")).toBe("text/plain; charset=utf-8");
    expect(answer.headers.get("Vary")).toBeNull();
    expect(await answer.text()).toBe(
      "# Deneme\n\n## Posts\n\n- [Dağ](https://kiyi.example/posts/dag.md): Bir dağ.\n",
    );
    expect((await site.get("/posts/dag.md")).status).toBe(200);
  });
});

describe("a list as Markdown", () => {
  it("is for those who accept it, and in a cache it is not for others", async () => {
    const list = await site.get("/", { "Accept-Language": "en", ...MARKDOWN });
    expect(list.headers.get("Content-Type")).toBe("text/markdown; charset=utf-8");
    expect(list.headers.get("Vary")).toBe("Accept-Language, Accept");
    expect(await list.text()).toContain("- [Dağ](https://kiyi.example/posts/dag.md): Mountain.");
    const html = await site.get("/", { "Accept-Language": "en" });
    expect(html.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
    expect(html.headers.get("ETag")).not.toBe(list.headers.get("ETag"));
    const other = await site.get("/", { Accept: "application/json, text/markdown;q=0.1" });
    expect(other.headers.get("Content-Type")).toBe("text/markdown; charset=utf-8");
  });

  it("has pages, and in a locale's address that locale's excerpts", async () => {
    for (const name of ["a", "b", "c"]) await site.publish(name, source({ title: name }, "Metin."));
    expect(await site.read("/de/", MARKDOWN)).toContain("https://kiyi.example/de/page/2");
    expect(await site.read("/page/2", MARKDOWN)).toContain("posts/");
    expect((await site.get("/page/3", MARKDOWN)).status).toBe(404);
  });
});

describe("texts for programs", () => {
  it("tell nothing of what is hidden, and of a scheduled post at its minute", async () => {
    await site.publish("taslak", source({ title: "Gizli", draft: true }, "Gizli."));
    await site.publish("yarin", source({ title: "Gizli", date: "2026-05-01 12:02:00 +0000" }, "…"));
    const texts = async (): Promise<string> =>
      (await site.read("/llms.txt")) + (await site.read("/en/", MARKDOWN));
    expect(await texts()).not.toContain("Gizli");
    site.now = NOON + 2 * MINUTE;
    expect((await texts()).match(/yarin/g)).toHaveLength(2);
    expect(await texts()).not.toContain("taslak");
  });

  it("llms.txt is not told of what search engines are not told of", async () => {
    await site.publish("gizli", source({ title: "Gizli", noindex: true }, "Metin."));
    expect(await site.read("/llms.txt")).not.toContain("Gizli");
    expect(await site.read("/", MARKDOWN)).toContain("Gizli");
  });
});
