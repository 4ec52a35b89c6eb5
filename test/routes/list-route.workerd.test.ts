import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CONFIG, createTestSite, ORIGIN, source, type TestSite } from "./test-site.ts";

let site: TestSite;

beforeEach(async () => {
  await applyD1Migrations(env.CATALOG, env.MIGRATIONS);
  site = await createTestSite();
  await site.publishFile("_config.yml", CONFIG);
});
afterEach(reset);

/** Titles of the cards in their order. */
function titles(page: string): readonly string[] {
  return [...page.matchAll(/<h2><a [^>]*>([^<]+)<\/a><\/h2>/g)].map(([, title]) => title ?? "");
}

async function publishMany(count: number): Promise<void> {
  for (let day = 1; day <= count; day++) {
    const date = `2026-04-0${day} 10:00:00 +0000`;
    await site.publish(`yazi-${day}`, source({ title: `Yazı ${day}`, date }, "Metin."));
  }
}

describe("/", () => {
  it("shows the newest posts first, and the older ones on the next pages", async () => {
    await publishMany(4);
    expect(titles(await site.read("/"))).toEqual(["Yazı 4", "Yazı 3", "Yazı 2"]);
    expect(titles(await site.read("/page/2"))).toEqual(["Yazı 1"]);
    expect(titles(await site.read("/en/page/2"))).toEqual(["Yazı 1"]);
    for (const page of ["/page/3", "/page/1", "/page/02", "/page/0", "/page/-1", "/page/1e1"])
      expect((await site.get(page)).status, page).toBe(404);
  });

  it("is a page before anything is published", async () => {
    expect((await site.get("/")).status).toBe(200);
    expect((await site.get("/page/2")).status).toBe(404);
  });

  it("chooses the locale by the address, then by Accept-Language, then by the site", async () => {
    const language = async (path: string, accept?: string): Promise<string | null> =>
      (await site.get(path, accept === undefined ? {} : { "Accept-Language": accept })).headers.get(
        "Content-Language",
      );
    expect(await language("/")).toBe("tr");
    expect(await language("/", "en-US,en;q=0.8")).toBe("en");
    expect(await language("/", "fr, ar;q=0.5")).toBe("ar");
    expect(await language("/", "fr")).toBe("tr");
    expect(await language("/de/", "en")).toBe("de");
    expect(await language("/ar/", "en")).toBe("ar");
  });

  it("says Vary where a header decides, and only there", async () => {
    expect((await site.get("/")).headers.get("Vary")).toBe("Accept-Language, Accept");
    expect((await site.get("/", { "Accept-Language": "en" })).headers.get("Vary")).toBe(
      "Accept-Language, Accept",
    );
    expect((await site.get("/en/")).headers.get("Vary")).toBe("Accept");
  });

  it("shows each excerpt in a language that its reader reads, with lang and dir", async () => {
    const excerpts = { en: "In English.", ar: "بالعربية." };
    await site.publish("a", source({ title: "A", excerpt: "Türkçe özet.", excerpts }, "Metin."));
    expect(await site.read("/")).toContain("Türkçe özet.");
    expect(await site.read("/", { "Accept-Language": "en" })).toContain("<p>In English.</p>");
    expect(await site.read("/ar/")).toContain("<p>بالعربية.</p>");
    expect(await site.read("/ar/")).toContain('<html lang="ar" dir="rtl">');
    expect(await site.read("/de/")).toContain('<p lang="tr">Türkçe özet.</p>');
  });

  it("has a version of its own for each locale", async () => {
    const page = await site.read("/en/");
    expect(page).toContain(`<link rel="canonical" href="${ORIGIN}/en/">`);
    for (const locale of ["tr", "en", "de", "ar"])
      expect(page).toContain(`hreflang="${locale}" href="${ORIGIN}/${locale}/"`);
    expect(page).toContain(`hreflang="x-default" href="${ORIGIN}/"`);
  });
});

/**
 * The elements that are left open at the end of an XML document.
 *
 * @throws Error for markup, references or characters that XML 1.0 does not know
 */
function openElements(xml: string): readonly string[] {
  const open: string[] = [];
  const attribute = `\\s+[\\w:-]+="(?:[^<&"]|&(?:amp|lt|gt|quot|#\\d+|#x[\\da-f]+);)*"`;
  const token = new RegExp(
    `<\\?xml[^>]*\\?>|<(?<end>/?)(?<name>[\\w:-]+)(?:${attribute})*\\s*(?<empty>/?)>|` +
      "(?:[^<&\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F]|&(?:amp|lt|gt|quot|#\\d+|#x[\\da-f]+);)+",
    "iy",
  );
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const { end, name, empty } = token.exec(xml)?.groups ?? {};
    if (token.lastIndex === 0)
      throw new Error(`No XML at ${JSON.stringify(xml.slice(at, at + 60))}`);
    if (name === undefined || empty === "/") continue;
    if (end !== "/") open.push(name);
    else if (open.pop() !== name) throw new Error(`Wrong end tag ${name}`);
  }
  return open;
}

describe("/feed.xml", () => {
  it("has the ten newest posts whole, whatever the reader's language", async () => {
    await publishMany(3);
    const feed = await site.get("/feed.xml", { "Accept-Language": "en" });
    expect(feed.headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
    expect(feed.headers.get("Vary")).toBeNull();
    const xml = await feed.text();
    expect([...xml.matchAll(/<entry/g)]).toHaveLength(3);
    expect(xml.indexOf("Yazı 3")).toBeLessThan(xml.indexOf("Yazı 2"));
    expect(xml).toContain("&lt;p&gt;Metin.&lt;/p&gt;");
    const again = await site.get("/feed.xml", { "Accept-Language": "ar" });
    expect(again.headers.get("X-Kiyi-Cache")).toBe("memory");
  });

  it("stays well-formed whatever a post contains", async () => {
    const hostile = "]]></title><script>alert(1)</script> & \u0001\u2028 \" ' <!-- &nbsp; ş";
    const fields = { title: hostile, excerpt: hostile, tags: [hostile], author: hostile };
    await site.publish("hostile", source(fields, `${hostile}\n\n\`\`\`\n${hostile}\n\`\`\``));
    const xml = await site.read("/feed.xml");
    expect(xml).toContain("]]&gt;&lt;/title&gt;");
    expect(openElements(xml)).toEqual([]);
  });

  it("stays well-formed and complete when one post has been broken behind our back", async () => {
    await publishMany(3);
    await site.write("posts/yazi-2.md", "---\ntitle: [\n---\n");
    await site.store.delete("posts/yazi-1.md");
    const xml = await site.read("/feed.xml");
    expect([...xml.matchAll(/<entry/g)]).toHaveLength(1);
    expect(openElements(xml)).toEqual([]);
  });

  it("does not keep under the catalog's state what the store has newer", async () => {
    await publishMany(1);
    await site.write("posts/yazi-1.md", source({ title: "Yeni" }, "Metin."));
    expect(await site.read("/feed.xml")).toContain("Yeni");
    site.takeCalls();
    const response = await site.get("/feed.xml");
    expect(response.headers.get("X-Kiyi-Cache")).toBe("render");
    expect(await response.text()).toContain("Yeni");
  });
});
