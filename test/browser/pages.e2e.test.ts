import { brotliCompressSync, constants } from "node:zlib";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type SampleSite, startSampleSite } from "../../src/cli/sample-site.ts";
import { axeViolations } from "./axe.ts";
import { isBrowserMissing, launchBrowser } from "./browser.ts";
import {
  clippedTexts,
  focusOf,
  focusOrder,
  layoutShiftOf,
  luminances,
  overflowOf,
} from "./measure.ts";
import { createVisitor, type Visitor } from "./visit.ts";

const LIST = "/";
const POST = "/posts/noral-makine-cevirisi";
const TURKISH_ONLY = "/posts/bleu-ne-soyler";
const ARABIC = "/posts/tarjama-bayna-diffatayn";
const WORKSHOP = "/posts/markdown-werkstatt";
const JAPANESE = "/posts/kaigyou-to-rubi";
const MISSING = "/yok";
const PAGES: readonly string[] = [
  LIST,
  "/ar/",
  POST,
  ARABIC,
  WORKSHOP,
  JAPANESE,
  "/tags",
  "/tags/ceviri",
  "/archive",
  "/search",
  "/search?q=%C3%A7eviri",
  MISSING,
];

/** With KaTeX's fonts; a page of the same content in the lightest other theme has 159,700 bytes in 11 requests. */
const MAX_PAGE_BYTES = 110_000;
const MAX_REQUESTS = 8;
/** With the style sheet in it and formulas as HTML, brotli. */
const MAX_HTML_BYTES = 9 * 1024;

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1280, height: 800 };

let site: SampleSite;
let browser: Browser;
let visitor: Visitor;

describe.skipIf(isBrowserMissing)("pages in a browser", () => {
  beforeAll(async () => {
    [site, browser] = await Promise.all([startSampleSite(), launchBrowser()]);
    visitor = createVisitor(browser, site);
  });
  afterEach(() => visitor.leave());
  afterAll(async () => {
    await browser.close();
    await site.stop();
  });

  describe("reading", () => {
    it("a Turkish post shows its text, pictures, formulas, table, and the way to a note and back", async () => {
      const { page } = await visitor.visit(POST);
      expect(await page.locator("html").getAttribute("lang")).toBe("tr");
      expect(await page.locator("h1").textContent()).toBe(
        "Nöral makine çevirisi: dikkat neden gerekti?",
      );
      expect(await page.getByRole("link", { name: "İçeriğe geç" }).count()).toBe(1);
      for (const image of await page.locator("article img").all()) {
        await image.scrollIntoViewIfNeeded();
        await expect
          .poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth))
          .toBeGreaterThan(0);
      }
      expect(await page.locator(".katex-display").first().isVisible()).toBe(true);
      expect(await page.getByRole("columnheader", { name: "Model" }).isVisible()).toBe(true);
      await page.locator('[role="doc-noteref"]').click();
      expect(new URL(page.url()).hash).toBe("#fn:neden");
      await page.locator(".reversefootnote").click();
      expect(new URL(page.url()).hash).toBe("#fnref:neden");
    });

    it("no page shifts, complains, or loads from elsewhere", async () => {
      for (const path of PAGES) {
        const { page, status, faults } = await visitor.visit(path, { viewport: PHONE });
        expect(status, path).toBe(path === MISSING ? 404 : 200);
        expect(await layoutShiftOf(page), path).toBeLessThanOrEqual(0.01);
        expect(faults, path).toEqual([]);
      }
    });

    it("the Turkish post stays within its weight", async () => {
      const { page, loaded } = await visitor.visit(POST, { viewport: PHONE });
      await page.waitForLoadState("networkidle");
      const response = await page.request.get(POST);
      // Cloudflare compresses what it makes on the fly about as well as level 5.
      const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
      const html = brotliCompressSync(await response.body(), { params }).length;
      const bytes = [...loaded.values()].reduce((sum, size) => sum + size, 0);
      console.info(`${html} bytes of HTML, ${bytes} in ${loaded.size} requests`);
      expect(html).toBeLessThanOrEqual(MAX_HTML_BYTES);
      expect(bytes).toBeLessThanOrEqual(MAX_PAGE_BYTES);
      expect([...loaded.keys()].length).toBeLessThanOrEqual(MAX_REQUESTS);
      expect([...loaded.keys()].filter((url) => url.endsWith(".js"))).toEqual([]);
    });
  });

  describe("languages", () => {
    it("by header: an English reader gets English around the posts and English excerpts", async () => {
      const { page } = await visitor.visit(LIST, { locale: "en-GB" });
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
      expect(await page.getByRole("link", { name: "Skip to content" }).count()).toBe(1);
      const card = page.locator("article").filter({ hasText: "BLEU ne söyler" });
      expect(await card.locator("h2 a").getAttribute("lang")).toBe("tr");
      expect(await card.textContent()).toContain("Can a translation be given a single number?");
      await card.locator("h2 a").click();
      expect(new URL(page.url()).pathname).toBe(TURKISH_ONLY);
      expect(await page.locator("html").getAttribute("lang")).toBe("tr");
      expect(await page.locator(".note").textContent()).toContain("This post is in Turkish.");
      expect(await page.locator(".body").textContent()).toContain(
        "Çeviri makaleleri sayılarla biter",
      );
    });

    it("by link: the switcher leads to the English list, and from there posts keep English around them", async () => {
      const { page } = await visitor.visit(LIST);
      await page.locator("summary").first().click();
      await page.locator(".languages").getByRole("link", { name: "English" }).click();
      await page.waitForURL("**/en/");
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
      await page.getByRole("link", { name: "BLEU ne söyler, neyi söylemez?" }).click();
      await page.waitForURL(`**/en${TURKISH_ONLY}`);
      expect(await page.locator(".note").textContent()).toContain("In short:");
    });

    it("an Arabic reader's page runs from right to left, with the switcher at its left", async () => {
      const { page } = await visitor.visit("/ar/");
      expect(await page.locator("html").getAttribute("dir")).toBe("rtl");
      const title = await page.locator(".site").boundingBox();
      const switcher = await page.locator(".languages").boundingBox();
      expect(switcher?.x).toBeLessThan(title?.x ?? 0);
    });
  });

  describe("the system's wishes", () => {
    it("dark is dark, light is light, more contrast is the strongest there is", async () => {
      const dark = await luminances((await visitor.visit(POST, { colorScheme: "dark" })).page);
      expect(dark.ground).toBeLessThan(0.02);
      expect(dark.text).toBeGreaterThan(0.6);
      const light = await luminances((await visitor.visit(POST, { colorScheme: "light" })).page);
      expect(light.ground).toBeGreaterThan(0.9);
      expect(light.text).toBeLessThan(0.05);
      const strong = { colorScheme: "dark", contrast: "more" } as const;
      const { page } = await visitor.visit(POST, strong);
      expect(await luminances(page)).toEqual({ text: 1, ground: 0 });
    });

    it("forced colours keep the focus visible, links underlined and nothing painted over", async () => {
      const { page } = await visitor.visit(POST, { forcedColors: "active" });
      const order = await focusOrder(page);
      expect(order.filter(({ isVisible }) => !isVisible)).toEqual([]);
      const link = page.locator(".body p a").first();
      expect(await link.evaluate((a) => getComputedStyle(a).textDecorationLine)).toBe("underline");
      expect(await axeViolations(page)).toEqual([]);
    });

    it("print drops the navigation and puts dark pages on white paper", async () => {
      const { page } = await visitor.visit(POST, { colorScheme: "dark" });
      await page.emulateMedia({ media: "print" });
      expect(await page.locator(".languages").isVisible()).toBe(false);
      expect(await page.locator(".top nav").isVisible()).toBe(false);
      expect(await page.locator(".body").isVisible()).toBe(true);
      expect(await luminances(page)).toEqual({ text: 0, ground: 1 });
      const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
      const sheets = pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
      expect(sheets).toBeGreaterThanOrEqual(2);
      expect(sheets).toBeLessThanOrEqual(8);
    });
  });

  describe("keyboard only", () => {
    it("the first stop is a visible skip link, and leads to the content", async () => {
      const { page } = await visitor.visit(POST);
      await page.keyboard.press("Tab");
      expect(await focusOf(page)).toEqual({ name: "a İçeriğe geç", isVisible: true });
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      expect(await page.locator("main :focus").count()).toBe(1);
    });

    it("every stop of every page can be seen", async () => {
      for (const path of PAGES) {
        const { page } = await visitor.visit(path);
        const order = await focusOrder(page);
        expect(order.length, path).toBeGreaterThan(2);
        expect(
          order.filter(({ isVisible }) => !isVisible),
          path,
        ).toEqual([]);
      }
    });

    it("the switcher opens, and its links are the next stops", async () => {
      const { page } = await visitor.visit(LIST);
      await page.locator("summary").first().focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      expect((await focusOf(page))?.name).toBe("a Türkçe");
      await page.keyboard.press("Tab");
      expect(await focusOf(page)).toEqual({ name: "a English", isVisible: true });
      await page.keyboard.press("Enter");
      await page.waitForURL("**/en/");
    });

    it("a wide block of code scrolls by arrow keys", async () => {
      const { page } = await visitor.visit(POST, { viewport: { width: 320, height: 640 } });
      const widest = page.locator("pre").filter({ hasText: "import" }).first();
      await widest.focus();
      await page.keyboard.press("ArrowRight");
      await expect.poll(() => widest.evaluate((pre) => pre.scrollLeft)).toBeGreaterThan(0);
    });
  });

  describe("small windows and large letters", () => {
    it("320 px are enough: nothing scrolls sideways but boxes of their own", async () => {
      for (const path of PAGES) {
        const { page } = await visitor.visit(path, { viewport: { width: 320, height: 640 } });
        expect(await overflowOf(page), path).toBe(0);
      }
    });

    it("letters twice as large fit into the same window, and none is cut off", async () => {
      for (const path of PAGES) {
        const { page } = await visitor.visit(path, { viewport: DESK });
        await page.evaluate(() => {
          const root = document.documentElement;
          root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
        });
        expect(await overflowOf(page), path).toBe(0);
        expect(await clippedTexts(page), path).toEqual([]);
      }
    });
  });

  describe("no script", () => {
    it("the same pixels are painted with scripts switched off", async () => {
      for (const path of [LIST, POST, ARABIC]) {
        const on = await visitor.visit(path);
        const off = await visitor.visit(path, { javaScriptEnabled: false });
        const pictures = [await on.page.screenshot(), await off.page.screenshot()] as const;
        expect(pictures[0].equals(pictures[1]), path).toBe(true);
      }
    });
  });

  describe("axe", () => {
    for (const colorScheme of ["light", "dark"] as const)
      for (const path of PAGES)
        it(`finds nothing on ${path}, ${colorScheme}, on a phone and on a desk`, async () => {
          const { page } = await visitor.visit(path, { colorScheme, viewport: PHONE });
          expect(await axeViolations(page)).toEqual([]);
          await page.setViewportSize(DESK);
          expect(await axeViolations(page)).toEqual([]);
        });
  });
});
