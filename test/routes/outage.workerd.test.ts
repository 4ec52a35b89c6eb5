import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { catalogFailure } from "../catalog/faulty-catalog.ts";
import { createGate, type Gate } from "../store/faults.ts";
import { storeFailure } from "../store/faulty-content-store.ts";
import { CONFIG, createTestSite, DAY, MINUTE, source, type TestSite } from "./test-site.ts";

let site: TestSite;

const OLD = source({ title: "Eski" }, "Eski metin.");
const BROKEN = "---\ntitle: [\ndate: never\n---\n\nBozuk metin.\n";
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const CACHED = ["/posts/a", "/posts/a.md", "/posts/a.json", "/", "/en/", "/feed.xml"];
const READS = ["get", "getUnless", "head", "list"] as const;
const QUERIES = ["state", "list", "rows", "dataExcerpts", "neighbours"] as const;

beforeEach(async () => {
  vi.spyOn(console, "error").mockReturnValue(); // where outages are told
  await applyD1Migrations(env.CATALOG, env.MIGRATIONS);
  site = await createTestSite();
  await site.publishFile("_config.yml", CONFIG);
  await site.publish("a", OLD);
  await site.publish("b", source({ title: "Öteki" }, "Metin."));
  await site.publishFile("images/a.png", PNG);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await reset();
});

function failStore(): void {
  for (const method of READS) site.store.faults.inject({ method }, storeFailure());
}

function failCatalog(): void {
  for (const method of QUERIES) site.catalog.faults.inject({ method }, catalogFailure());
}

function hangStore(): Gate {
  const gate = createGate();
  for (const method of READS) site.store.faults.inject({ method }, { kind: "hold", gate });
  return gate;
}

/** Milliseconds until the answer, without what goes on behind it. */
async function timed(path: string): Promise<readonly [Response, number]> {
  const start = performance.now();
  const response = await site.fetchOnly(path);
  return [response, performance.now() - start];
}

async function expectUnavailable(path: string): Promise<void> {
  const response = await site.get(path);
  const text = await response.text();
  expect(response.status, path).toBe(503);
  expect(Number(response.headers.get("Retry-After")), path).toBeGreaterThan(0);
  expect(response.headers.get("Cache-Control"), path).toBe("no-store");
  expect(text, path).not.toMatch(/Error|Injected|\.ts|at /);
}

async function expectStale(path: string, text: string): Promise<void> {
  const response = await site.get(path);
  expect(response.status, path).toBe(200);
  expect(response.headers.get("X-Kiyi-Cache"), path).toBe("stale-if-error");
  expect(await response.text(), path).toContain(text);
}

describe("a store that fails", () => {
  it("leaves cached pages to their readers for a day, in this isolate and in others", async () => {
    for (const path of CACHED) await site.read(path);
    failStore();
    site.now += 10 * MINUTE;
    for (const path of CACHED) await expectStale(path, "Eski");
    site.restart();
    site.now += DAY / 2;
    for (const path of CACHED) await expectStale(path, "Eski");
    site.restart();
    site.now += DAY;
    for (const path of CACHED) await expectUnavailable(path);
  });

  it("is 503 for what is not cached, never 404, and whole again afterwards", async () => {
    await site.read("/posts/a");
    failStore();
    site.now += MINUTE;
    for (const path of ["/posts/b", "/posts/none", "/posts/b.json", "/images/none.png"])
      await expectUnavailable(path);
    site.store.faults.heal();
    expect((await site.get("/posts/b")).status).toBe(200);
    expect((await site.get("/posts/none")).status).toBe(404);
  });

  it("is 503 on an isolate and data centre that know nothing at all", async () => {
    site = await createTestSite();
    failStore();
    for (const path of ["/", "/posts/a", "/feed.xml", "/en/posts/a"]) await expectUnavailable(path);
  });

  it("is 503 for a post that was known to be missing: it may have been published since", async () => {
    expect((await site.get("/posts/c")).status).toBe(404);
    expect((await site.get("/images/c.png")).status).toBe(404);
    failStore();
    site.now += MINUTE;
    await expectUnavailable("/posts/c");
    await expectUnavailable("/images/c.png");
  });

  it("shows the original where it cannot say whether there is a translation", async () => {
    await site.read("/en/posts/a");
    failStore();
    site.now += MINUTE;
    await expectStale("/en/posts/a", "Eski metin.");
  });

  it("leaves files to their readers", async () => {
    await (await site.get("/images/a.png")).arrayBuffer();
    failStore();
    site.now += MINUTE;
    site.restart();
    const response = await site.get("/images/a.png");
    expect(response.headers.get("X-Kiyi-Cache")).toBe("stale-if-error");
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PNG);
  });

  it("fails once and nobody sees it", async () => {
    for (const method of READS) site.store.faults.inject({ method, times: 1 }, storeFailure());
    expect((await site.get("/posts/a")).status).toBe(200);
  });
});

describe("a store that hangs", () => {
  it("is waited for a bounded time: cached pages are served, others are 503", async () => {
    await site.read("/posts/a");
    const gate = hangStore();
    site.now += MINUTE;
    const [cached, cachedWait] = await timed("/posts/a");
    const [other, otherWait] = await timed("/posts/b");
    gate.open();
    expect([cached.status, other.status]).toEqual([200, 503]);
    expect(cached.headers.get("X-Kiyi-Cache")).toBe("stale-if-error");
    expect(await cached.text()).toContain("Eski metin.");
    await other.text();
    // Settings and source one after the other, two tries of 1.5 s each.
    expect(cachedWait).toBeLessThan(6_500);
    expect(otherWait).toBeLessThan(6_500);
  }, 20_000);

  it("after its version was known is waited for a bounded time, too", async () => {
    const gate = createGate();
    site.store.faults.inject({ method: "get", key: "posts/a.md" }, { kind: "hold", gate });
    const start = performance.now();
    const response = await site.fetchOnly("/posts/a");
    gate.open();
    expect(response.status).toBe(503);
    await response.text();
    expect(performance.now() - start).toBeLessThan(5_000);
  }, 15_000);
});

describe("a catalog that fails", () => {
  it("leaves cached pages to their readers; sources need no catalog", async () => {
    for (const path of CACHED) await site.read(path);
    failCatalog();
    site.now += 10 * MINUTE;
    site.restart();
    for (const path of CACHED.filter((cached) => cached !== "/posts/a.md"))
      await expectStale(path, "Eski");
    expect((await site.get("/posts/b.md")).status).toBe(200);
  });

  it("is 503 for what is not cached, never 404", async () => {
    failCatalog();
    for (const path of ["/posts/a", "/", "/feed.xml", "/posts/none"]) await expectUnavailable(path);
  });

  it("that hangs is waited for a bounded time", async () => {
    const gate = createGate();
    for (const method of QUERIES) site.catalog.faults.inject({ method }, { kind: "hold", gate });
    const start = performance.now();
    const answers = await Promise.all([site.fetchOnly("/posts/a"), site.fetchOnly("/")]);
    gate.open();
    expect(answers.map(({ status }) => status)).toEqual([503, 503]);
    await Promise.all(answers.map((answer) => answer.text()));
    expect(performance.now() - start).toBeLessThan(7_000);
  }, 15_000);
});

describe("a data centre's cache that fails", () => {
  it("costs time, and no page and no publish", async () => {
    const error = new Error("Injected");
    site.edge.faults.inject({ method: "put" }, { kind: "fail", error });
    for (const path of CACHED) expect(await site.read(path), path).toContain("Eski");
    site.restart();
    for (const path of CACHED) expect(await site.read(path), path).toContain("Eski");
    const response = await site.api("PUT", "/posts/a", { body: source({ title: "Yeni" }, "Y.") });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ purge: { state: "failed", staleSeconds: 30 } });
    expect(await site.read("/posts/a")).toContain("Yeni");
  });
});

describe("what somebody broke in the bucket", () => {
  it("a post: the last good version keeps its readers", async () => {
    await site.read("/posts/a");
    await site.write("posts/a.md", BROKEN);
    site.now += MINUTE;
    await expectStale("/posts/a", "Eski metin.");
    await expectStale("/en/posts/a", "Eski metin.");
    await expectStale("/posts/a.md", "Eski metin.");
    site.restart();
    await expectStale("/posts/a", "Eski metin.");
    expect(await site.read("/posts/b")).toContain("Metin.");
    await site.write("posts/a.md", source({ title: "Onarıldı" }, "Onarıldı."));
    site.now += MINUTE;
    expect(await site.read("/posts/a")).toContain("Onarıldı");
  });

  it("a post that nobody had read: 503, and it is not parsed again for each reader", async () => {
    await site.write("posts/c.md", BROKEN);
    await expectUnavailable("/posts/c");
    site.takeCalls();
    await expectUnavailable("/posts/c");
    expect(site.takeCalls().filter((call) => call.startsWith("store."))).toEqual([]);
    const problem = await site.get("/posts/c.json");
    expect(problem.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await problem.text()).not.toMatch(/posts\/|line|never/);
  });

  it("a post of 5 MB or of other bytes than UTF-8 is not rendered", async () => {
    await site.write("posts/huge.md", `---\ntitle: A\n---\n${"*a **a ".repeat(700_000)}`);
    await site.write("posts/bytes.md", new Uint8Array([...new TextEncoder().encode(OLD), 0xff]));
    await expectUnavailable("/posts/huge");
    await expectUnavailable("/posts/bytes");
    expect((await site.get("/posts/a")).status).toBe(200);
  });

  it("the settings: the last good ones stay, in other isolates as well", async () => {
    await site.read("/posts/a");
    await site.write("_config.yml", "locales: [\n");
    site.now += MINUTE;
    await expectStale("/en/posts/a", "Deneme");
    site.restart();
    await expectStale("/en/posts/a", "Deneme");
    await site.write("_config.yml", CONFIG.replace("Deneme", "Onarıldı"));
    site.now += MINUTE;
    expect(await site.read("/en/posts/a")).toContain("Onarıldı");
  });

  it("the settings of a site that never had good ones: it has the usual ones", async () => {
    site = await createTestSite();
    await site.write("_config.yml", "locales: [\n");
    expect((await site.get("/posts/a")).status).toBe(200);
  });
});
