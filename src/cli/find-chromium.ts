// The Chromium of this machine: for pictures of pages and for tests in a browser.

import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

/** Where Debian, Google's packages and macOS put it. */
const USUAL_PLACES: readonly string[] = [
  "/usr/bin/chromium",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The path of its program: `CHROME_PATH`, a usual place, Playwright's own; null if there is none. @throws Error if `CHROME_PATH` names nothing */
export function findChromium(
  wanted: string | undefined = process.env["CHROME_PATH"],
): string | null {
  if (wanted === undefined || wanted === "")
    return [...USUAL_PLACES, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
  if (!existsSync(wanted))
    throw new Error(`Cannot use CHROME_PATH "${wanted}": there is no such file`);
  return wanted;
}
