// A page as a reader opens it, watched: what it loads, what the browser complains of.

import type { Browser, BrowserContextOptions, CDPSession, Page } from "playwright-core";
import type { SampleSite } from "../../src/cli/sample-site.ts";

export interface Visit {
  readonly page: Page;
  readonly status: number | null;
  /** Errors and warnings of the console, failed requests, requests to other origins. */
  readonly faults: readonly string[];
  /** By URL: bytes on the wire with headers. */
  readonly loaded: ReadonlyMap<string, number>;
}

export interface Visitor {
  /** Opens `path` in a context of its own, a Turkish one unless told otherwise. */
  visit(path: string, options?: BrowserContextOptions): Promise<Visit>;
  /** Closes all that was opened. */
  leave(): Promise<void>;
}

export function createVisitor(browser: Browser, { origin }: SampleSite): Visitor {
  return {
    async visit(path, options = {}) {
      const context = await browser.newContext({ baseURL: origin, locale: "tr-TR", ...options });
      const page = await context.newPage();
      const faults = watchFaults(page, origin);
      const loaded = await watchLoaded(await context.newCDPSession(page));
      const response = await page.goto(path);
      await page.evaluate(() => document.fonts.ready.then(() => null));
      return { page, status: response?.status() ?? null, faults, loaded };
    },
    async leave() {
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
  };
}

function watchFaults(page: Page, origin: string): readonly string[] {
  const faults: string[] = [];
  page.on("console", (message) => {
    // A page for what isn't there is no fault.
    const isAnswer = message.location().url === page.url() && message.text().includes("404");
    if (["error", "warning"].includes(message.type()) && !isAnswer) faults.push(message.text());
  });
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("request", (request) => {
    const { protocol, origin: of } = new URL(request.url());
    if (protocol !== "data:" && of !== origin) faults.push(`leaves the site: ${request.url()}`);
  });
  return faults;
}

async function watchLoaded(session: CDPSession): Promise<ReadonlyMap<string, number>> {
  const urls = new Map<string, string>();
  const loaded = new Map<string, number>();
  session.on("Network.requestWillBeSent", ({ requestId, request }) => {
    urls.set(requestId, request.url);
  });
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId);
    if (url !== undefined) loaded.set(url, encodedDataLength);
  });
  await session.send("Network.enable");
  return loaded;
}
