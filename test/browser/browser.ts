// The browser of these tests. Without one they are skipped; in CI its absence is a failure.

import { type Browser, chromium } from "playwright-core";
import { findChromium } from "../../src/cli/find-chromium.ts";

const path = findChromium();
const ADVICE = "no Chromium: install one, or name its program in CHROME_PATH";

/** Whether the tests are to be skipped. */
export const isBrowserMissing: boolean = path === null;

if (path === null) {
  if (process.env["CI"] === "true") throw new Error(`Cannot test pages: ${ADVICE}`);
  console.warn(`Pages are not tested in a browser: ${ADVICE}`);
}

export async function launchBrowser(): Promise<Browser> {
  if (path === null) throw new Error(`Cannot launch a browser: ${ADVICE}`);
  return chromium.launch({ executablePath: path });
}
