import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { catalogFailure } from "../catalog/faulty-catalog.ts";
import { storeFailure } from "../store/faulty-content-store.ts";
import { CONFIG, createTestSite, source, type TestSite, TOKEN } from "./test-site.ts";

let site: TestSite;

const POST = source({ title: "Başlık" }, "Metin.");
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0]);

beforeEach(async () => {
  await applyD1Migrations(env.CATALOG, env.MIGRATIONS);
  site = await createTestSite();
  await site.publishFile("_config.yml", CONFIG);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await reset();
});

async function problemOf(answer: Promise<Response>): Promise<Record<string, unknown>> {
  const response = await answer;
  expect(response.headers.get("Content-Type")).toBe("application/problem+json");
  expect(response.headers.get("Cache-Control")).toBe("no-store");
  const problem: Record<string, unknown> = await response.json();
  expect(problem["status"]).toBe(response.status);
  return problem;
}

describe("PUT /api/posts/:slug", () => {
  it("publishes, and answers with version, address, post, notes and purge", async () => {
    const response = await site.api("PUT", "/posts/yaz%C4%B1", { body: POST });
    expect(response.status).toBe(200);
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    const answer: { version: string } = await response.json();
    expect(answer).toMatchObject({
      key: "posts/yazı.md",
      url: "/posts/yaz%C4%B1",
      post: { title: "Başlık", locale: "tr" },
      notes: [],
      purge: { state: "done" },
    });
    expect(response.headers.get("ETag")).toBe(`"${answer.version}"`);
    expect(await site.read("/posts/yaz%C4%B1")).toContain("Metin.");
  });

  it("takes a translation by its locale", async () => {
    const response = await site.api("PUT", "/posts/a?locale=pt-br", { body: POST });
    expect(await response.json()).toMatchObject({
      key: "posts/a.pt-BR.md",
      url: "/pt-BR/posts/a",
      post: { locale: "pt-BR", isOriginal: false },
    });
  });

  it("tells line, column and field of every fault, and what was served before still is", async () => {
    await site.publish("a", POST);
    const broken = '---\ntitle: "A"\ndate: 32 May\ntags: {a: 1}\n---\nText';
    expect(await problemOf(site.api("PUT", "/posts/a", { body: broken }))).toMatchObject({
      status: 422,
      title: "The source cannot be published",
      notes: [
        { severity: "error", rule: "front-matter/date", line: 3, column: 1, field: "date" },
        { severity: "error", line: 4, field: "tags" },
      ],
    });
    expect(await site.read("/posts/a")).toContain("Metin.");
  });

  it("refuses what is too large or no UTF-8, and what was served before still is", async () => {
    await site.publish("a", POST);
    const status = async (body: NonNullable<RequestInit["body"]>): Promise<unknown> =>
      (await problemOf(site.api("PUT", "/posts/a", { body })))["status"];
    expect(await status(`${POST}${"x".repeat(5_000_000)}`)).toBe(413);
    expect(await status("x".repeat(256 * 1024 + 1))).toBe(422);
    expect(await status(new Uint8Array([...new TextEncoder().encode(POST), 0xc3, 0x28]))).toBe(422);
    expect(await status("no front matter")).toBe(422);
    expect(await status("")).toBe(422);
    expect(await site.read("/posts/a")).toContain("Metin.");
  });

  it("refuses slugs and locales that are none", async () => {
    const slugs = [
      "A",
      "a.b",
      "a--b",
      "..",
      "%2e%2e",
      "a%2Fb",
      "a%00",
      "%C0%AE",
      "a%CC%88",
      "a%252e",
    ];
    for (const slug of [...slugs, "x".repeat(121), "a%E2%80%8D"]) {
      const { status } = await site.api("PUT", `/posts/${slug}`, { body: POST });
      expect([400, 404], slug).toContain(status);
    }
    for (const tag of ["", "x", "tr_TR", "..%2f", "draft", `tr-${"x".repeat(600)}`]) {
      const { status } = await site.api("PUT", `/posts/a?locale=${tag}`, { body: POST });
      expect(status, tag).toBe(400);
    }
    expect((await site.store.list("", { limit: 10 })).objects.map(({ key }) => key)).toEqual([
      "_config.yml",
    ]);
  });
});

describe("conditions", () => {
  it("If-None-Match: * creates only, If-Match overwrites only what it names", async () => {
    const put = (headers: Record<string, string>): Promise<Response> =>
      site.api("PUT", "/posts/a", { body: POST, headers });
    expect((await put({ "If-Match": '"none"' })).status).toBe(412);
    expect((await put({ "If-None-Match": "*" })).status).toBe(200);
    const again = await put({ "If-None-Match": "*" });
    const tag = again.headers.get("ETag") ?? "";
    expect(await problemOf(Promise.resolve(again))).toMatchObject({ status: 412 });
    expect((await put({ "If-Match": '"0123456789abcdef0123456789abcdef"' })).status).toBe(412);
    expect((await put({ "If-Match": tag })).status).toBe(200);
    expect((await put({ "If-Match": `W/${tag}` })).status).toBe(200);
    const absurd = [{ "If-None-Match": tag }, { "If-Match": "*" }, { "If-Match": '""' }];
    for (const headers of [...absurd, { "If-Match": tag, "If-None-Match": "*" }])
      expect((await put(headers)).status, JSON.stringify(headers)).toBe(400);
  });

  it("DELETE takes If-Match", async () => {
    await site.publish("a", POST);
    const remove = async (headers: Record<string, string>): Promise<number> =>
      (await site.api("DELETE", "/posts/a", { headers })).status;
    expect(await remove({ "If-Match": '"0123456789abcdef0123456789abcdef"' })).toBe(412);
    expect(await remove({ "If-None-Match": "*" })).toBe(400);
    const tag = (await site.api("GET", "/posts/a")).headers.get("ETag") ?? "";
    expect(await remove({ "If-Match": tag })).toBe(200);
  });

  it("of two publishes at once over one version one wins, and readers see the winner", async () => {
    await site.publish("a", POST);
    const tag = (await site.api("GET", "/posts/a")).headers.get("ETag") ?? "";
    const answers = await Promise.all(
      ["bir", "iki", "üç"].map((word) =>
        site.api("PUT", "/posts/a", {
          body: source({ title: word }, `Metin ${word}.`),
          headers: { "If-Match": tag },
        }),
      ),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 412, 412]);
    const winner = answers.find(({ status }) => status === 200);
    const won: { post: { title: string } } = (await winner?.json()) ?? { post: { title: "" } };
    expect(await site.read("/posts/a")).toContain(`Metin ${won.post.title}.`);
    expect(await site.read("/")).toContain(won.post.title);
  });
});

describe("GET and DELETE /api/posts/:slug", () => {
  it("read back what was published, and unpublish", async () => {
    await site.publish("a", POST);
    await site.publish("a", POST.replace("Metin", "Text"), { locale: "en" });
    const response = await site.api("GET", "/posts/a");
    expect(response.headers.get("Content-Type")).toBe("text/markdown; charset=utf-8");
    expect(response.headers.get("Content-Disposition")).toBe("attachment");
    expect(response.headers.get("Cache-Control")).toBe("no-store");
    expect(await response.text()).toBe(POST);
    expect(await (await site.api("GET", "/posts/a?locale=en")).text()).toContain("Text.");
    expect((await site.api("DELETE", "/posts/a")).status).toBe(200);
    expect(await problemOf(site.api("DELETE", "/posts/a"))).toMatchObject({ status: 404 });
    expect(await problemOf(site.api("GET", "/posts/a"))).toMatchObject({ status: 404 });
    expect((await site.api("GET", "/posts/a?locale=en")).status).toBe(200);
  });

  it("shows drafts to who may publish", async () => {
    await site.publish("a", source({ title: "Taslak", draft: true }, "Gizli."));
    expect(await (await site.api("GET", "/posts/a")).text()).toContain("Gizli.");
  });
});

describe("/api/files/*", () => {
  it("takes pictures, settings and excerpts, and refuses what they are not", async () => {
    expect((await site.api("PUT", "/files/images/a/b.png", { body: PNG })).status).toBe(200);
    const status = async (key: string, body: NonNullable<RequestInit["body"]>): Promise<number> =>
      (await site.api("PUT", `/files/${key}`, { body })).status;
    expect(await status("images/a.png", JPEG)).toBe(422);
    expect(await status("images/a.png", "<script>alert(1)</script>")).toBe(422);
    expect(await status("_config.yml", "title: [\n")).toBe(422);
    expect(await status("_data/excerpts/en.yml", "- a\n")).toBe(422);
    expect(await status("images/big.bin", new Uint8Array(10 * 1024 * 1024 + 1))).toBe(413);
    expect(await site.read("/")).toContain("Deneme");
  });

  it("refuses keys that are none", async () => {
    const keys = [
      "posts/a.md",
      "images/",
      "images/..%2f_config.yml",
      "images%2Fa.png",
      "images/.a.png",
      "images/a%00.png",
      "images/%ff.png",
      "other/a.png",
      "_config.yaml",
      "_data/excerpts/../en.yml",
      `images/${"x".repeat(600)}`,
      "",
    ];
    for (const key of keys)
      expect([400, 404], key).toContain(
        (await site.api("PUT", `/files/${key}`, { body: PNG })).status,
      );
  });

  it("keeps nothing of what the client says about the bytes", async () => {
    const headers = { "Content-Type": `text/html; x="${"y".repeat(5_000)}"` };
    expect((await site.api("PUT", "/files/images/a.png", { body: PNG, headers })).status).toBe(200);
    expect((await site.api("GET", "/files/images/a.png")).headers.get("Content-Type")).toBe(
      "image/png",
    );
  });
});

describe("POST /api/purge", () => {
  it("makes a change by another tool visible at once", async () => {
    await site.publish("a", POST);
    await site.read("/posts/a");
    await site.write("posts/a.md", source({ title: "Yeni" }, "Yeni metin."));
    site.now += 1;
    expect(await site.read("/posts/a")).toContain("Metin.");
    const body = JSON.stringify({ keys: ["posts/a.md"] });
    const response = await site.api("POST", "/purge", { body });
    expect(await response.json()).toEqual({ purge: { state: "done" } });
    expect(await site.read("/posts/a")).toContain("Yeni metin.");
  });

  it("says so when the data centre does not take it", async () => {
    site.edge.faults.inject({ method: "put" }, { kind: "fail", error: new Error("Injected") });
    const body = JSON.stringify({ keys: ["posts/a.md"] });
    const response = await site.api("POST", "/purge", { body });
    expect(response.status).toBe(202);
    expect(await response.json()).toMatchObject({ purge: { state: "failed", staleSeconds: 30 } });
  });

  it("refuses a body that is none", async () => {
    const many = JSON.stringify({ keys: Array(101).fill("posts/a.md") });
    for (const body of ["", "[]", "{}", '{"keys":[]}', '{"keys":[1]}', '{"keys":["/"]}', "{", many])
      expect((await site.api("POST", "/purge", { body })).status, body.slice(0, 20)).toBe(400);
    const body = JSON.stringify({ keys: ["x".repeat(70_000)] });
    expect((await site.api("POST", "/purge", { body })).status).toBe(413);
  });
});

describe("authorization", () => {
  it("is the same 401 for every failure, on every part of the API, and nothing is written", async () => {
    const headers: readonly HeadersInit[] = [
      {},
      { Authorization: "" },
      { Authorization: TOKEN },
      { Authorization: "Bearer" },
      { Authorization: "Bearer short" },
      { Authorization: `Bearer ${TOKEN}x` },
      { Authorization: `Bearer ${TOKEN.toLowerCase()}` },
      { Authorization: `Bearer ${TOKEN} ${TOKEN}` },
      { Authorization: `Bearer ${"x".repeat(9_000)}` },
      { Authorization: `Basic ${btoa(`x:${TOKEN}`)}` },
      { Authorization: `Token ${TOKEN}` },
      { Cookie: `token=${TOKEN}`, "X-Api-Key": TOKEN },
      { Authorization: "Bearer çğşç" },
    ];
    const bodies = new Set<string>();
    for (const sent of headers) {
      const response = await site.fetch("/api/posts/a", {
        method: "PUT",
        body: POST,
        headers: sent,
      });
      expect(response.status).toBe(401);
      expect(response.headers.get("WWW-Authenticate")).toBe("Bearer");
      expect(response.headers.get("Cache-Control")).toBe("no-store");
      expect(response.headers.get("Access-Control-Allow-Origin")).toBeNull();
      bodies.add(await response.text());
    }
    const parts = [
      "/api",
      "/api/",
      "/api/unknown",
      "/api/posts",
      "/api/files/x",
      `/api/posts/a?token=${TOKEN}`,
    ];
    for (const path of [...parts, "/%61pi/posts/a", "/api/posts/..%2f", "/api/posts/%ff"]) {
      const response = await site.get(path);
      expect(response.status, path).toBe(401);
      bodies.add(await response.text());
    }
    expect(bodies.size).toBe(1);
    expect(await site.store.head("posts/a.md")).toBeNull();
  });

  it("knows two tokens at once, so that one can be changed", async () => {
    const second = "b".repeat(43);
    site = await createTestSite({ tokens: [TOKEN, second] });
    const status = async (token: string): Promise<number> =>
      (await site.get("/api/posts/a", { Authorization: `bearer ${token}` })).status;
    expect(await status(TOKEN)).toBe(404);
    expect(await status(second)).toBe(404);
    expect(await status("c".repeat(43))).toBe(401);
  });

  it("lets nobody in where no token is set", async () => {
    site = await createTestSite({ tokens: [] });
    expect((await site.api("GET", "/posts/a")).status).toBe(401);
  });
});

describe("the API to who may publish", () => {
  it("names the methods that it knows, and unknown parts as problems", async () => {
    const post = await site.api("POST", "/posts/a");
    expect(post.headers.get("Allow")).toBe("GET, HEAD, PUT, DELETE");
    expect(await problemOf(Promise.resolve(post))).toMatchObject({ status: 405 });
    expect((await site.api("GET", "/purge")).headers.get("Allow")).toBe("POST");
    expect((await site.api("PATCH", "/files/images/a.png")).status).toBe(405);
    for (const path of ["", "/", "/unknown", "/posts", "/posts/a/b"])
      expect(await problemOf(site.api("GET", path)), path).toMatchObject({ status: 404 });
  });

  it("fails closed: without store or catalog nothing is published, and it says when to try again", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    site.catalog.faults.inject({ method: "state" }, catalogFailure());
    const closed = await site.api("PUT", "/posts/a", { body: POST });
    expect(closed.status).toBe(503);
    expect(Number(closed.headers.get("Retry-After"))).toBeGreaterThan(0);
    expect(await site.store.head("posts/a.md")).toBeNull();
    site.catalog.faults.heal();
    site.store.faults.inject({ method: "put" }, storeFailure());
    expect((await site.api("PUT", "/posts/a", { body: POST })).status).toBe(503);
    site.store.faults.heal();
    site.catalog.faults.inject({ method: "put" }, catalogFailure());
    expect(await problemOf(site.api("PUT", "/posts/a", { body: POST }))).toMatchObject({
      status: 503,
      detail: expect.stringContaining("publish it again"),
    });
    site.catalog.faults.heal();
    await site.publish("a", POST);
    expect(await site.read("/")).toContain("Başlık");
  });
});
