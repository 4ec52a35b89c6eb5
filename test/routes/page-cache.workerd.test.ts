import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createGate } from "../store/faults.ts";
import { CONFIG, createTestSite, DAY, MINUTE, source, type TestSite } from "./test-site.ts";

let site: TestSite;

const OLD = source({ title: "Eski" }, "Eski metin.");
const NEW = source({ title: "Yeni" }, "Yeni metin.");

beforeEach(async () => {
  await applyD1Migrations(env.CATALOG, env.MIGRATIONS);
  site = await createTestSite();
  await site.publishFile("_config.yml", CONFIG);
  await site.publish("a", OLD);
});
afterEach(reset);

async function cacheState(path: string, headers = {}): Promise<string | null> {
  return (await site.get(path, headers)).headers.get("X-Kiyi-Cache");
}

async function tagOf(path: string, headers = {}): Promise<string> {
  return (await site.get(path, headers)).headers.get("ETag") ?? "none";
}

describe("a hit", () => {
  it("makes no call of store, catalog or data centre", async () => {
    const paths = [
      "/posts/a",
      "/posts/a.md",
      "/posts/a.json",
      "/en/posts/a",
      "/",
      "/de/",
      "/feed.xml",
    ];
    for (const path of paths) await site.read(path);
    site.takeCalls();
    for (const path of paths) {
      expect(await cacheState(path), path).toBe("memory");
      expect(site.takeCalls(), path).toEqual([]);
    }
  });

  it("says where it came from", async () => {
    expect(await cacheState("/posts/a")).toBe("render");
    expect(await cacheState("/posts/a")).toBe("memory");
    site.restart();
    expect(await cacheState("/posts/a")).toBe("edge");
    expect(await cacheState("/posts/a")).toBe("memory");
  });

  it("in another isolate asks the data centre only", async () => {
    await site.read("/posts/a");
    site.restart();
    site.takeCalls();
    await site.read("/posts/a");
    expect(site.takeCalls().filter((call) => !call.startsWith("edge.get"))).toEqual([]);
  });

  it("has the same body and headers from render, data centre and memory", async () => {
    const answers: string[] = [];
    for (const restart of [false, true, false]) {
      if (restart) site.restart();
      const response = await site.get("/posts/a");
      const headers = [...response.headers].filter(([name]) => !/kiyi|timing/.test(name));
      answers.push(JSON.stringify(headers) + (await response.text()));
    }
    expect(answers[1]).toBe(answers[0]);
    expect(answers[2]).toBe(answers[0]);
  });

  it("has a Server-Timing with the phases that really ran", async () => {
    const timing = async (): Promise<string> =>
      (await site.get("/posts/a")).headers.get("Server-Timing") ?? "";
    expect(await timing()).toMatch(/^revision;dur=[\d.]+, front-matter;dur=.+, page;dur=[\d.]+$/);
    expect(await timing()).toMatch(/^revision;dur=[\d.]+, page;dur=[\d.]+$/);
  });
});

describe("variants", () => {
  it("are at most one for each locale and format, whatever 1,000 readers send", async () => {
    const languages = ["tr", "en", "de", "ar", "fr", "ja", "pt-BR", "zh-Hant-TW", "*", "az", "xx"];
    for (let reader = 0; reader < 1_000; reader++) {
      const pick = (step: number): string => languages[(reader * step) % languages.length] ?? "tr";
      const weight = (reader % 10) / 10;
      const headers = {
        "Accept-Language": `${pick(1)}-X${reader},${pick(3)};q=${weight}, ${pick(7)};q=0.${reader}`,
        Accept: ["text/html", "text/markdown", "application/json", "*/*"][reader % 4] ?? "",
        "User-Agent": `agent ${reader}`,
      };
      await (await site.fetchOnly(`/posts/a?utm_source=${reader}&locale=en`, { headers })).text();
    }
    const kept = site.takeCalls().filter((call) => call.startsWith("edge.put page/posts/a"));
    expect(new Set(kept).size).toBeLessThanOrEqual(4 * 2 + 1);
    expect(kept).toHaveLength(new Set(kept).size);
  });

  it("never differ by a query parameter", async () => {
    await site.read("/posts/a");
    await site.read("/");
    for (const query of ["?a=1", "?locale=en", "?format=json", "?%00", `?${"x".repeat(9_000)}`]) {
      expect(await cacheState(`/posts/a${query}`), query).toBe("memory");
      expect(await cacheState(`/${query}`), query).toBe("memory");
    }
  });
});

describe("conditional requests", () => {
  it("304 comes before any page is read", async () => {
    const tag = await tagOf("/posts/a");
    site.restart();
    site.takeCalls();
    const response = await site.get("/posts/a", { "If-None-Match": `"x", ${tag}` });
    expect(response.status).toBe(304);
    expect(await response.text()).toBe("");
    expect(site.takeCalls().filter((call) => /page|rendered/.test(call))).toEqual([]);
    expect(response.headers.get("ETag")).toBe(tag);
    expect(response.headers.get("Vary")).toBe("Accept-Language, Accept");
    expect(response.headers.get("Cache-Control")).toBe("no-cache");
  });

  it("a tag holds for one variant, one source, one site, one catalog and one build", async () => {
    const tags = new Set<string>();
    const add = async (path: string, headers = {}): Promise<void> => {
      tags.add(await tagOf(path, headers));
    };
    await add("/posts/a");
    await add("/posts/a", { "Accept-Language": "en" });
    await add("/en/posts/a");
    await add("/posts/a", { Accept: "application/json" });
    await add("/posts/a", { Accept: "text/markdown" });
    await site.publish("a", NEW);
    await add("/posts/a");
    await site.publish("b", OLD);
    await add("/posts/a");
    await site.publishFile("_config.yml", `${CONFIG}description: Başka\n`);
    await add("/posts/a");
    site = await createTestSite({ build: "build-2" });
    await add("/posts/a");
    expect(tags.size).toBe(9);
    const [first = ""] = tags;
    expect((await site.get("/posts/a", { "If-None-Match": first })).status).toBe(200);
  });

  it("the source's own tag does not change when something else is published", async () => {
    const tag = await tagOf("/posts/a.md");
    await site.publish("b", OLD);
    expect(await tagOf("/posts/a.md")).toBe(tag);
  });

  it("If-None-Match: * and absurd conditions say nothing of a post that nobody may see", async () => {
    await site.publish("draft", source({ title: "Taslak", draft: true }, "Gizli."));
    await site.publish("later", source({ title: "Sonra", date: "2027-01-01" }, "Gizli."));
    site.now += 3 * MINUTE;
    for (const headers of [
      { "If-None-Match": "*" },
      { "If-Modified-Since": "Fri, 01 Jan 2999 00:00:00 GMT" },
      { "If-None-Match": '"', "If-Modified-Since": "yesterday" },
      { "If-Match": "*", "If-Unmodified-Since": "0", "If-Range": "x", Range: "bytes=0-1" },
    ]) {
      const answers = await Promise.all(
        ["/posts/draft", "/posts/later", "/posts/none", "/posts/draft.md", "/posts/later.json"].map(
          async (path) => site.get(path, headers),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
      expect(answers.map((answer) => answer.headers.get("ETag"))).toEqual(Array(5).fill(null));
    }
    expect((await site.get("/posts/a", { "If-None-Match": "*" })).status).toBe(304);
    expect((await site.get("/posts/a", { Range: "bytes=0-1" })).status).toBe(200);
  });

  it("Last-Modified is told once it can tell versions apart, and holds by equality", async () => {
    // Uploads and generations carry the real time; the site's clock is set behind it.
    site.now = Date.now();
    expect((await site.get("/posts/a")).headers.get("Last-Modified")).toBeNull();
    site.now += MINUTE;
    const modified = (await site.get("/posts/a")).headers.get("Last-Modified") ?? "";
    expect(Date.parse(modified)).toBeLessThanOrEqual(Date.now());
    const since = async (time: string): Promise<number> =>
      (await site.get("/posts/a", { "If-Modified-Since": time })).status;
    expect(await since(modified)).toBe(304);
    expect(await since("Thu, 01 Jan 1970 00:00:00 GMT")).toBe(200);
    expect(await since(new Date(site.now + DAY).toUTCString())).toBe(200);
    const both = { "If-None-Match": '"other"', "If-Modified-Since": modified };
    expect((await site.get("/posts/a", both)).status).toBe(200);
  });

  it("an answer made of a newer source than the pointer knew has no validators", async () => {
    await site.read("/posts/a.md");
    await site.write("posts/a.md", NEW); // by another tool: the pointer is still held
    const response = await site.get("/posts/a", { "Accept-Language": "de" });
    const text = await response.text();
    const tag = response.headers.get("ETag");
    // The rendered text of the known version is kept, so that is what is shown, under its own tag.
    expect(text.includes("Eski metin.") ? tag : null).toBe(tag);
    site.now += MINUTE;
    expect(await site.read("/posts/a", { "Accept-Language": "de" })).toContain("Yeni metin.");
  });
});

describe("publishing", () => {
  it("is seen by the next GET, in every format and list", async () => {
    const paths = ["/posts/a", "/posts/a.md", "/posts/a.json", "/", "/en/", "/feed.xml"];
    for (const path of paths) expect(await site.read(path), path).toContain("Eski");
    await site.publish("a", NEW);
    for (const path of paths) {
      const text = await site.read(path);
      expect(text, path).toContain("Yeni");
      expect(text, path).not.toContain("Eski");
    }
  });

  it("is not undone by a render that began before it", async () => {
    const gate = createGate();
    site.store.faults.inject(
      { method: "get", key: "posts/a.md", times: 1 },
      { kind: "hold answer", gate },
    );
    const late = site.fetch("/posts/a");
    while (gate.arrivals() === 0) await scheduler.wait(5);
    await site.publish("a", NEW);
    expect(await site.read("/posts/a")).toContain("Yeni metin.");
    gate.open();
    await (await late).text();
    expect(await site.read("/posts/a")).toContain("Yeni metin.");
    site.restart();
    expect(await site.read("/posts/a")).toContain("Yeni metin.");
    site.now += MINUTE;
    expect(await site.read("/posts/a")).toContain("Yeni metin.");
  });

  it("is not undone by a look at the version that began before it", async () => {
    const gate = createGate();
    site.store.faults.inject(
      { method: "head", key: "posts/a.md", times: 1 },
      { kind: "hold answer", gate },
    );
    const late = site.fetch("/posts/a");
    while (gate.arrivals() === 0) await scheduler.wait(5);
    await site.publish("a", NEW);
    gate.open();
    await (await late).text();
    expect(await site.read("/posts/a")).toContain("Yeni metin.");
    site.restart();
    expect(await site.read("/posts/a")).toContain("Yeni metin.");
  });

  it("behind our back is seen within 30 s", async () => {
    expect(await site.read("/posts/a")).toContain("Eski metin.");
    await site.write("posts/a.md", NEW);
    site.now += 31_000;
    expect(await site.read("/posts/a")).toContain("Yeni metin.");
  });
});

describe("concurrent misses", () => {
  it("share one render", async () => {
    const gate = createGate();
    site.store.faults.inject({ method: "get", key: "posts/a.md" }, { kind: "hold", gate });
    const waiting = Array.from({ length: 20 }, () => site.fetch("/posts/a"));
    while (gate.arrivals() === 0) await scheduler.wait(5);
    await scheduler.wait(50);
    gate.open();
    const answers = await Promise.all(waiting);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(new Set(texts).size).toBe(1);
    const reads = site.takeCalls().filter((call) => call === "store.get posts/a.md");
    expect(reads).toHaveLength(1);
  });
});
