import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CatalogError } from "../../src/catalog/catalog.ts";
import { StoreError } from "../../src/store/content-store.ts";
import { CONFIG, createTestSite, MINUTE, source, type TestSite } from "./test-site.ts";

const PATHS = ["/posts/a", "/en/posts/a", "/posts/a.md", "/", "/feed.xml"];
const MISSING = ["/posts/none", "/en/posts/none", "/posts/draft", "/images/none.png", "/page/9"];
const ERRORS = {
  store: new StoreError("reach", "anything", null),
  catalog: new CatalogError("reach it", null),
  edge: new Error("Injected"),
};
const TEXT = "Eski metin.";

beforeEach(async () => {
  vi.spyOn(console, "error").mockReturnValue();
  await applyD1Migrations(env.CATALOG, env.MIGRATIONS);
  const site = await createTestSite();
  await site.publishFile("_config.yml", CONFIG);
  await site.publish("a", source({ title: "Eski", excerpt: TEXT }, TEXT));
  await site.publish("draft", source({ title: "Taslak", draft: true }, "Gizli."));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await reset();
});

interface PlannedFault {
  readonly place: "store" | "catalog" | "edge";
  readonly method: string;
  readonly key: string;
}

/** The calls of one request, each once. */
async function callsOf(site: TestSite, path: string): Promise<readonly PlannedFault[]> {
  site.takeCalls();
  await site.read(path);
  return [...new Set(site.takeCalls())].map((call) => {
    const [, place = "", method = "", key = ""] = /^(\w+)\.(\w+) (.*)$/.exec(call) ?? [];
    if (place !== "store" && place !== "catalog" && place !== "edge") throw new TypeError(call);
    return { place, method, key };
  });
}

/** A site for each call of a request, on which just that call fails, once and for good. */
async function eachFault(
  path: string,
  warm: boolean,
  look: (site: TestSite, fault: string) => Promise<void>,
): Promise<number> {
  const prepared = async (): Promise<TestSite> => {
    const site = await createTestSite();
    if (warm) await site.read(path);
    if (warm) site.now += MINUTE;
    if (warm) site.restart();
    return site;
  };
  let faults = 0;
  for (const { place, method, key } of await callsOf(await prepared(), path)) {
    for (const times of [1, Infinity]) {
      const site = await prepared();
      site[place].faults.inject({ method, key, times }, { kind: "fail", error: ERRORS[place] });
      await look(site, `${path}: ${place}.${method} ${key} fails ${times} times`);
      faults += 1;
    }
  }
  return faults;
}

describe("any one call that fails", () => {
  it("on a data centre that knows nothing: the page or 503, and the page once it is mended", async () => {
    for (const path of PATHS) {
      const faults = await eachFault(path, false, async (site, fault) => {
        const response = await site.get(path);
        const text = await response.text();
        expect([200, 503], fault).toContain(response.status);
        expect(text.includes(TEXT), fault).toBe(response.status === 200);
        for (const place of [site.store, site.catalog, site.edge]) place.faults.heal();
        expect(await site.read(path), fault).toContain(TEXT);
      });
      expect(faults).toBeGreaterThan(10);
    }
  }, 120_000);

  it("on a data centre that has the page: the page", async () => {
    for (const path of PATHS) {
      await eachFault(path, true, async (site, fault) => {
        const response = await site.get(path);
        expect(response.status, fault).toBe(200);
        expect(await response.text(), fault).toContain(TEXT);
      });
    }
  }, 120_000);

  it("never makes something of what is missing, nor 500", async () => {
    for (const path of MISSING) {
      await eachFault(path, false, async (site, fault) => {
        const response = await site.get(path);
        expect([404, 503], fault).toContain(response.status);
        expect(await response.text(), fault).not.toContain("Gizli");
        for (const place of [site.store, site.catalog, site.edge]) place.faults.heal();
        expect((await site.get(path)).status, fault).toBe(404);
      });
    }
  }, 120_000);
});
