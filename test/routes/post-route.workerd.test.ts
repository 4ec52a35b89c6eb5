import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CONFIG, createTestSite, ORIGIN, source, type TestSite } from "./test-site.ts";

let site: TestSite;

const ENGLISH = { "Accept-Language": "en-GB,en;q=0.9" };
const POST = source(
  {
    title: "Neden dikkat",
    excerpts: { en: "Why attention works.", ar: "لماذا ينجح الانتباه." },
  },
  "Dikkat *her şeydir*.",
);

beforeEach(async () => {
  await applyD1Migrations(env.CATALOG, env.MIGRATIONS);
  site = await createTestSite();
  await site.publishFile("_config.yml", CONFIG);
  await site.publish("neden-dikkat", POST);
});
afterEach(reset);

describe("/posts/:slug", () => {
  it("shows the body in its own language to every reader, and the chrome in the reader's", async () => {
    for (const language of ["tr", "en", "de", "ar", "ja", "az"]) {
      const response = await site.get("/posts/neden-dikkat", { "Accept-Language": language });
      const page = await response.text();
      expect(page, language).toContain('<html lang="tr" dir="ltr">');
      expect(page, language).toContain("Dikkat <em>her şeydir</em>.");
      expect(response.headers.get("Content-Language"), language).toBe("tr");
    }
    expect(await site.read("/posts/neden-dikkat", ENGLISH)).toContain("Skip to content");
    expect(await site.read("/posts/neden-dikkat")).not.toContain("Skip to content");
  });

  it("shows a summary in the reader's language, by the whole chain of excerpts", async () => {
    const read = (language: string): Promise<string> =>
      site.read("/posts/neden-dikkat", { "Accept-Language": language });
    expect(await read("en")).toContain("Why attention works.");
    expect(await read("ar")).toContain("لماذا ينجح الانتباه.");
    expect(await read("de")).not.toContain("Why attention works.");
    await site.publishFile("_data/excerpts/de.yml", "neden-dikkat: Warum Aufmerksamkeit wirkt.\n");
    expect(await read("de")).toContain("Warum Aufmerksamkeit wirkt.");
    const german = source({ title: "Warum", excerpt: "Die Übersetzung sagt es selbst." }, "Text.");
    await site.publish("neden-dikkat", german, { locale: "de" });
    expect(await read("de")).toContain('href="/de/posts/neden-dikkat"');
    const json = await site.get("/posts/neden-dikkat.json", { "Accept-Language": "de" });
    expect(await json.json()).toMatchObject({
      excerpt: { text: "Die Übersetzung sagt es selbst.", origin: "translation" },
    });
  });

  it("says Vary whether or not the headers came", async () => {
    for (const headers of [{}, ENGLISH, { Accept: "text/markdown" }]) {
      const response = await site.get("/posts/neden-dikkat", headers);
      expect(response.headers.get("Vary")).toBe("Accept-Language, Accept");
    }
    const vary = async (path: string): Promise<string | null> =>
      (await site.get(path)).headers.get("Vary");
    expect(await vary("/en/posts/neden-dikkat")).toBe("Accept");
    expect(await vary("/posts/neden-dikkat.json")).toBe("Accept-Language");
    expect(await vary("/en/posts/neden-dikkat.json")).toBeNull();
    expect(await vary("/posts/neden-dikkat.md")).toBeNull();
  });

  it("has one canonical address and names its translations", async () => {
    const alone = await site.read("/en/posts/neden-dikkat");
    expect(alone).toContain(`<link rel="canonical" href="${ORIGIN}/posts/neden-dikkat">`);
    expect(alone).not.toContain('rel="alternate" hreflang');
    await site.publish("neden-dikkat", source({ title: "Why" }, "Text."), { locale: "en" });
    const translated = await site.read("/en/posts/neden-dikkat");
    expect(translated).toContain(`<link rel="canonical" href="${ORIGIN}/en/posts/neden-dikkat">`);
    for (const page of [translated, await site.read("/posts/neden-dikkat")]) {
      const links = [...page.matchAll(/rel="alternate" hreflang="([^"]+)" href="([^"]+)"/g)];
      expect(links.map(([, locale, url]) => `${locale} ${url}`).sort()).toEqual([
        `en ${ORIGIN}/en/posts/neden-dikkat`,
        `tr ${ORIGIN}/posts/neden-dikkat`,
        `x-default ${ORIGIN}/posts/neden-dikkat`,
      ]);
    }
  });

  it("has addresses with letters of other scripts, and headers of ASCII", async () => {
    await site.publish("çeviri-ığüşö", source({ title: "Çeviri" }, "Metin."));
    const response = await site.get(`/posts/${encodeURIComponent("çeviri-ığüşö")}`);
    expect(response.status).toBe(200);
    for (const [name, value] of response.headers) expect(value, name).toMatch(/^[ -~]*$/);
  });
});

describe("/<locale>/posts/:slug", () => {
  it("is the translation where there is one, else the original", async () => {
    expect(await site.read("/en/posts/neden-dikkat")).toContain("Dikkat <em>her şeydir</em>.");
    await site.publish("neden-dikkat", source({ title: "Why" }, "Attention is all."), {
      locale: "en",
    });
    const response = await site.get("/en/posts/neden-dikkat");
    expect(response.headers.get("Content-Language")).toBe("en");
    expect(await response.text()).toContain("Attention is all.");
    expect(await site.read("/posts/neden-dikkat", ENGLISH)).toContain(
      "Dikkat <em>her şeydir</em>.",
    );
    expect(await site.read("/de/posts/neden-dikkat")).toContain("Dikkat <em>her şeydir</em>.");
  });

  it("is the original while the translation is a draft, scheduled, or unpublished", async () => {
    const translation = (fields: object): string => source({ title: "Why", ...fields }, "Secret.");
    for (const fields of [{ draft: true }, { date: "2026-06-01 10:00:00 +0000" }]) {
      await site.publish("neden-dikkat", translation(fields), { locale: "en" });
      const page = await site.read("/en/posts/neden-dikkat");
      expect(page).toContain("Dikkat <em>her şeydir</em>.");
      expect(page).not.toContain("Secret.");
    }
    await site.api("DELETE", "/posts/neden-dikkat?locale=en");
    expect((await site.get("/en/posts/neden-dikkat")).status).toBe(200);
  });

  it("tells a translation from an original of the same bytes", async () => {
    await site.publish("neden-dikkat", POST, { locale: "de" });
    expect(await site.read("/de/posts/neden-dikkat")).toContain('<html lang="de"');
    await site.store.delete("posts/neden-dikkat.de.md"); // behind our back: nothing is purged
    site.now += 60_000;
    expect(await site.read("/de/posts/neden-dikkat")).toContain('<html lang="tr"');
  });

  it("is 404 for a locale that the site does not have", async () => {
    for (const locale of ["fr", "EN", "en-GB", "xx", "constructor", "posts"])
      expect((await site.get(`/${locale}/posts/neden-dikkat`)).status, locale).toBe(404);
  });
});

describe("/posts/:slug in other formats", () => {
  it(".md is the source as it was published, one variant for all", async () => {
    const response = await site.get("/posts/neden-dikkat.md", ENGLISH);
    expect(response.headers.get("Content-Type")).toBe("text/markdown; charset=utf-8");
    expect(response.headers.get("Link")).toBe(`<${ORIGIN}/posts/neden-dikkat>; rel="canonical"`);
    expect(response.headers.get("X-Robots-Tag")).toBe("noindex");
    expect(await response.text()).toBe(POST);
    const other = await site.get("/posts/neden-dikkat.md", { "Accept-Language": "ar" });
    expect(other.headers.get("ETag")).toBe(response.headers.get("ETag"));
    expect(other.headers.get("X-Kiyi-Cache")).toBe("memory");
  });

  it(".md keeps a byte order mark and the line ends", async () => {
    const odd = `\uFEFF${POST.replaceAll("\n", "\r\n")}`;
    await site.publish("odd", odd);
    const bytes = new Uint8Array(await (await site.get("/posts/odd.md")).arrayBuffer());
    expect(bytes).toEqual(new TextEncoder().encode(odd));
  });

  it(".json has the fields, the reader's excerpt and all excerpts", async () => {
    const response = await site.get("/posts/neden-dikkat.json", ENGLISH);
    expect(response.headers.get("Content-Type")).toBe("application/json; charset=utf-8");
    expect(response.headers.get("X-Robots-Tag")).toBe("noindex");
    expect(await response.json()).toMatchObject({
      url: `${ORIGIN}/posts/neden-dikkat`,
      slug: "neden-dikkat",
      locale: "tr",
      title: "Neden dikkat",
      excerpt: { text: "Why attention works.", locale: "en", direction: "ltr", origin: "excerpts" },
      excerpts: { en: "Why attention works.", tr: "Dikkat her şeydir." },
      html: expect.stringContaining("<em>her şeydir</em>"),
    });
  });

  it("Accept chooses by q-values where the address has no extension", async () => {
    const type = async (accept: string): Promise<string | null> =>
      (await site.get("/posts/neden-dikkat", { Accept: accept })).headers.get("Content-Type");
    expect(await type("text/markdown")).toBe("text/markdown; charset=utf-8");
    expect(await type("application/json")).toBe("application/json; charset=utf-8");
    expect(await type("text/html;q=0.8, text/markdown;q=0.9")).toMatch(/^text\/markdown/);
    expect(await type("text/markdown;q=0, */*")).toMatch(/^text\/html/);
    expect(await type("application/json;q=0.5, text/*;q=0.1")).toMatch(/^application\/json/);
    expect(await type("image/png")).toMatch(/^text\/html/);
    expect(await type("*/*;q=NaN,,;;")).toMatch(/^text\/html/);
    const negotiated = await site.get("/posts/neden-dikkat", { Accept: "text/markdown" });
    expect(negotiated.headers.get("X-Robots-Tag")).toBeNull();
  });

  it("the extension wins over Accept", async () => {
    const response = await site.get("/posts/neden-dikkat.md", { Accept: "application/json" });
    expect(response.headers.get("Content-Type")).toMatch(/^text\/markdown/);
  });
});

describe("HEAD", () => {
  it("answers as GET does, without a body", async () => {
    for (const path of ["/posts/neden-dikkat", "/", "/feed.xml", "/posts/none"]) {
      const get = await site.get(path);
      await get.text();
      const head = await site.fetch(path, { method: "HEAD" });
      expect(head.status, path).toBe(get.status);
      expect(head.headers.get("ETag"), path).toBe(get.headers.get("ETag"));
      expect(await head.text(), path).toBe("");
    }
  });
});
