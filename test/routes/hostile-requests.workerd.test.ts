import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CONFIG, createTestSite, ORIGIN, source, type TestSite } from "./test-site.ts";

let site: TestSite;

beforeEach(async () => {
  await applyD1Migrations(env.CATALOG, env.MIGRATIONS);
  site = await createTestSite();
  await site.publishFile("_config.yml", CONFIG);
  await site.publish("a", source({ title: "Açık" }, "Metin."));
  await site.publish("taslak", source({ title: "Gizli", draft: true }, "Gizli metin."));
});
afterEach(reset);

const NFD = encodeURIComponent("ş".normalize("NFD"));

/** No page, each for another reason. */
const HOSTILE_PATHS = [
  "/posts/none",
  "/posts/taslak",
  "/posts/taslak.md",
  "/posts/A",
  "/posts/a.",
  "/posts/a..",
  "/posts/a.html",
  "/posts/a.MD",
  "/posts/a.md.md",
  "/posts/a.constructor",
  "/posts/a.__proto__",
  "/posts/a.toString",
  "/posts/__proto__",
  "/posts/..%2f_config.yml",
  "/posts/%2e%2e%2f_config.yml",
  "/posts/..%252f_config.yml",
  "/posts/a%252emd",
  "/posts/a%00",
  "/posts/a%0d%0aSet-Cookie:x",
  "/posts/%c0%ae",
  "/posts/%ff",
  "/posts/%",
  "/posts/%zz",
  "/posts/a%20",
  "/posts/a/",
  "/posts//a",
  "//posts/a",
  "/posts/a;x.css",
  "/posts/a%2fx.css",
  "/posts/a/x.css",
  "/posts/a%5C..",
  `/posts/${NFD}`,
  "/posts/%EF%AC%81", // ﬁ
  "/posts/a%E2%80%8Bb", // zero-width space
  `/posts/${"x".repeat(121)}`,
  `/posts/${"x".repeat(16_000)}`,
  `/${"a/".repeat(900)}`,
  "/posts",
  "/posts/",
  "/page/",
  "/page/a",
  "/page/99999999999999999999",
  "/page/%32",
  "/xx/",
  "/xx/posts/a",
  "/fr/posts/a",
  "/EN/",
  "/tr_TR/",
  "/constructor/",
  "/__proto__/posts/a",
  "/tr/en/posts/a",
  "/en/feed.xml/",
  "/.env",
  "/wp-login.php",
  "/api.json/x",
  "/index.html",
];

const LANGUAGES = [
  "q=NaN",
  ";;,,q=1",
  "en;q=NaN",
  "en;q=-1, de;q=2",
  ",".repeat(8_000),
  Array.from({ length: 900 }, (_, index) => `x${index}-Latn;q=0.${index}`).join(","),
  `en-${"a-".repeat(4_000)}`,
  "x".repeat(8_000),
  "*;q=0",
  "tr;q=0, en;q=0, de;q=0, ar;q=0",
  "en\tde",
  "__proto__, constructor",
  "i-klingon, x-private, a-b-c",
];

describe("hostile paths", () => {
  it("are 404 with one body, never 500, and never a redirect", async () => {
    const bodies = new Set<string>();
    for (const path of HOSTILE_PATHS) {
      const response = await site.fetch(path, { redirect: "manual" });
      const text = await response.text();
      expect(response.status, path).toBe(404);
      expect(response.headers.get("Cache-Control"), path).toBe("no-store");
      if (!/^\/(?:en|tr)\//.test(path)) bodies.add(text);
    }
    expect(bodies.size).toBe(1);
  });

  it("make nothing that is kept as a page", async () => {
    site.takeCalls();
    for (const path of HOSTILE_PATHS) await site.read(path);
    expect(site.takeCalls().filter((call) => /^edge\.put (?:page|good)/.test(call))).toEqual([]);
  });

  it("that are another spelling of a page show that page, and no copy is kept of it", async () => {
    await site.read("/posts/a");
    site.takeCalls();
    for (const path of ["/p%6Fsts/a", "/posts/%61", "/x/../posts/a", "/./posts/a", "/posts/a#x"])
      expect((await site.get(path)).headers.get("X-Kiyi-Cache"), path).toBe("memory");
    expect(site.takeCalls()).toEqual([]);
  });
});

describe("hostile headers", () => {
  it("Accept-Language never breaks a page", async () => {
    for (const language of LANGUAGES) {
      for (const path of ["/", "/posts/a", "/posts/none"]) {
        const response = await site.get(path, { "Accept-Language": language });
        expect(response.status, language.slice(0, 40)).toBe(path === "/posts/none" ? 404 : 200);
        expect(["tr", "en", "de", "ar"]).toContain(response.headers.get("Content-Language"));
      }
    }
  });

  it("no header of a request comes back in a page, and none makes a variant", async () => {
    const paths = ["/", "/posts/a", "/posts/a.json", "/posts/a.md", "/feed.xml", "/posts/none"];
    const plain = await Promise.all(paths.map((path) => site.read(path)));
    const poison = "evil.example";
    const names = [
      "Host",
      "X-Forwarded-Host",
      "X-Forwarded-For",
      "X-Forwarded-Proto",
      "X-Forwarded-Port",
      "X-Original-URL",
      "X-Rewrite-URL",
      "X-Host",
      "Forwarded",
      "Origin",
      "Referer",
      "User-Agent",
      "Cookie",
      "Authorization",
      "X-HTTP-Method-Override",
      "CF-Connecting-IP",
      "Range",
      "Upgrade-Insecure-Requests",
    ];
    for (const name of names) {
      const headers = { [name]: `${poison}<script>` };
      for (const [index, path] of paths.entries()) {
        const response = await site.get(path, headers);
        expect(await response.text(), `${name} ${path}`).toBe(plain[index]);
        expect(JSON.stringify([...response.headers]), name).not.toContain(poison);
      }
    }
  });

  it("another host than the site's own is never in a page", async () => {
    const request = new Request("https://evil.example/posts/a");
    const page = await (await site.fetchUrl(request)).text();
    expect(page).not.toContain("evil.example");
    expect(page).toContain(`${ORIGIN}/posts/a`);
  });
});

describe("methods", () => {
  it("that a page does not know are 405 with Allow, everywhere the same", async () => {
    const bodies = new Set<string>();
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "PROPFIND", "PURGE"]) {
      for (const path of ["/", "/posts/a", "/posts/none", "/posts/taslak", "/images/a.png"]) {
        const response = await site.fetch(path, { method });
        expect(response.status, `${method} ${path}`).toBe(405);
        expect(response.headers.get("Allow")).toBe("GET, HEAD");
        bodies.add(await response.text());
      }
    }
    expect(bodies.size).toBe(1);
  });
});

describe("errors", () => {
  it("are told in the reader's language, by header or by address", async () => {
    const german = await site.get("/posts/none", { "Accept-Language": "de" });
    expect(german.headers.get("Content-Language")).toBe("de");
    expect(await german.text()).toContain('<html lang="de" dir="ltr">');
    const arabic = await site.get("/ar/posts/none", { "Accept-Language": "de" });
    expect(await arabic.text()).toContain('<html lang="ar" dir="rtl">');
    expect(german.headers.get("Vary")).toBe("Accept-Language, Accept");
  });

  it("are problems to programs that asked for JSON", async () => {
    for (const [path, accept] of [
      ["/posts/none.json", "text/html"],
      ["/posts/none", "application/json"],
    ] as const) {
      const response = await site.get(path, { Accept: accept });
      expect(response.headers.get("Content-Type")).toBe("application/problem+json");
      expect(await response.json()).toEqual({
        type: "about:blank",
        title: "Not found",
        status: 404,
      });
    }
    const markdown = await site.get("/posts/none.md", { Accept: "application/json" });
    expect(markdown.headers.get("Content-Type")).toBe("text/html; charset=utf-8");
  });
});

describe("every answer", () => {
  it("carries the headers that keep text inert, and HSTS on https only", async () => {
    const paths = [
      "/",
      "/posts/a",
      "/posts/a.md",
      "/posts/none",
      "/feed.xml",
      "/api/x",
      "/images/x",
    ];
    for (const path of paths) {
      const { headers } = await site.get(path);
      expect(headers.get("Content-Security-Policy"), path).toContain("default-src 'none'");
      expect(headers.get("Content-Security-Policy"), path).not.toContain(",");
      expect(headers.get("X-Content-Type-Options"), path).toBe("nosniff");
      expect(headers.get("Referrer-Policy"), path).toBe("strict-origin-when-cross-origin");
      expect(headers.get("Cross-Origin-Opener-Policy"), path).toBe("same-origin");
      expect(headers.get("Cross-Origin-Resource-Policy"), path).toBe("same-origin");
      expect(headers.get("Permissions-Policy"), path).toContain("camera=()");
      expect(headers.get("Strict-Transport-Security"), path).toContain("max-age=63072000");
      expect(headers.get("Set-Cookie"), path).toBeNull();
      const plain = await site.fetchUrl(new Request(`http://localhost${path}`));
      expect(plain.headers.get("Strict-Transport-Security"), path).toBeNull();
    }
  });
});
