import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestSite, MINUTE, type TestSite } from "./test-site.ts";

let site: TestSite;

const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1]);
const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';

beforeEach(async () => {
  await applyD1Migrations(env.CATALOG, env.MIGRATIONS);
  site = await createTestSite();
});
afterEach(reset);

describe("/images/* and /assets/*", () => {
  it("are served with the type of their bytes, whatever their name is", async () => {
    await site.publishFile("images/a.png", PNG);
    const response = await site.get("/images/a.png");
    expect(response.headers.get("Content-Type")).toBe("image/png");
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(response.headers.get("Cross-Origin-Resource-Policy")).toBe("cross-origin");
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=60");
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(PNG);
    await site.write("images/b.png", "<html><script>alert(1)</script>"); // by another tool
    const fake = await site.get("/images/b.png");
    expect(fake.headers.get("Content-Type")).toBe("application/octet-stream");
    expect(fake.headers.get("Content-Disposition")).toBe("attachment");
  });

  it("that browsers could run are downloads", async () => {
    for (const name of ["a.html", "a.js", "a.css", "a.xml", "a.pdf", "a"]) {
      await site.publishFile(`assets/${name}`, "<script>alert(1)</script>").catch(() => null);
      await site.write(`assets/${name}`, "<script>alert(1)</script>");
      const response = await site.get(`/assets/${name}`);
      expect(response.headers.get("Content-Type"), name).toBe("application/octet-stream");
      expect(response.headers.get("Content-Disposition"), name).toBe("attachment");
    }
  });

  it("SVG has one policy of its own, from store, data centre and memory", async () => {
    await site.publishFile("images/a.svg", SVG);
    for (const from of ["render", "memory", "edge", "memory"]) {
      if (from === "edge") site.restart();
      const response = await site.get("/images/a.svg");
      expect(response.headers.get("X-Kiyi-Cache")).toBe(from);
      expect(response.headers.get("Content-Type")).toBe("image/svg+xml");
      expect(response.headers.get("Content-Security-Policy")).toBe(
        "sandbox; default-src 'none'; style-src 'unsafe-inline'",
      );
    }
  });

  it("answer 304 to who has the version, and a changed file has another one", async () => {
    await site.publishFile("images/a.png", PNG);
    const tag = (await site.get("/images/a.png")).headers.get("ETag") ?? "";
    const again = await site.get("/images/a.png", { "If-None-Match": tag });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    await site.publishFile("images/a.png", new Uint8Array([...PNG, 2]));
    const changed = await site.get("/images/a.png", { "If-None-Match": tag });
    expect(changed.status).toBe(200);
    expect((await changed.arrayBuffer()).byteLength).toBe(PNG.length + 1);
  });

  it("a hit makes no call of store or data centre", async () => {
    await site.publishFile("images/a.png", PNG);
    await (await site.get("/images/a.png")).arrayBuffer();
    site.takeCalls();
    await (await site.get("/images/a.png?v=2")).arrayBuffer();
    expect(site.takeCalls()).toEqual([]);
  });

  it("are gone when they are unpublished, and within 30 s when another tool deleted them", async () => {
    await site.publishFile("images/a.png", PNG);
    await site.publishFile("images/b.png", PNG);
    for (const name of ["a", "b"]) expect((await site.get(`/images/${name}.png`)).status).toBe(200);
    await site.api("DELETE", "/files/images/a.png");
    expect((await site.get("/images/a.png")).status).toBe(404);
    await site.store.delete("images/b.png");
    site.now += MINUTE;
    expect((await site.get("/images/b.png")).status).toBe(404);
  });

  it("have one address each, and nothing else of the store has one", async () => {
    await site.publishFile("images/a/b.png", PNG);
    await site.publishFile("_config.yml", "title: secret\n");
    await site.write("images/.hidden", "secret");
    await site.write("other/x", "secret");
    const paths = [
      "/images/a%2Fb.png",
      "/images/a//b.png",
      "/images//a/b.png",
      "/images/a/b.png/",
      "/images/A/b.png",
      "/images/a/b.png%00",
      "/images/a/b.png;a.css",
      "/images/a%5Cb.png",
      "/images/..%2f_config.yml",
      "/images/%2e%2e%2f_config.yml",
      "/images/../_config.yml",
      "/images/..;/_config.yml",
      "/images/.hidden",
      "/images/",
      "/images",
      "/assets",
      "/other/x",
      "/_config.yml",
      "/posts/x.en.md",
      "/images/%c0%ae%c0%ae/x",
      "/images/%ff",
      `/images/${"x".repeat(3_000)}`,
    ];
    const bodies = new Set<string>();
    for (const path of paths) {
      const response = await site.get(path);
      expect(response.status, path).toBe(404);
      bodies.add(await response.text());
    }
    expect(bodies.size).toBe(1);
  });
});
