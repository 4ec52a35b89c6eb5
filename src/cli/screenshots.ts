// `npm run screenshots`: the README's pictures, taken of the sample site as this checkout shows it.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { findChromium } from "./find-chromium.ts";
import { projectFolder } from "./project-folder.ts";
import { type SampleSite, startSampleSite } from "./sample-site.ts";

interface Shot {
  /** The file below docs/images, without its ending. */
  readonly name: string;
  readonly path: string;
  readonly locale: string;
  readonly screen: Screen;
  readonly colorScheme?: "dark";
}

interface Screen {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the picture for one of CSS. */
  readonly scale: number;
}

const DESK: Screen = { width: 1280, height: 860, scale: 1 };
/** A README shows it at half its size. */
const PHONE: Screen = { width: 390, height: 844, scale: 2 };

const SHOTS: readonly Shot[] = [
  { name: "list-tr-light", path: "/", locale: "tr", screen: DESK },
  { name: "post-tr-light", path: "/posts/noral-makine-cevirisi", locale: "tr", screen: DESK },
  {
    name: "post-en-dark",
    path: "/posts/softmax-by-hand",
    locale: "en",
    screen: DESK,
    colorScheme: "dark",
  },
  { name: "list-ar-phone", path: "/ar/", locale: "ar", screen: PHONE },
  { name: "post-ja-phone", path: "/posts/kaigyou-to-rubi", locale: "en", screen: PHONE },
];

const FOLDER: string = join(projectFolder(), "docs", "images");
/** A README with five of them is still under a megabyte. */
const MAX_BYTES = 120_000;
/** In percent; text shows no fringes from here on. */
const WEBP_QUALITY = 82;

process.exitCode = await main();

/** Exit code 0, or 1 with the reason on stderr. */
async function main(): Promise<number> {
  try {
    await takeAll();
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

async function takeAll(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error("Cannot take pictures: no Chromium; name its program in CHROME_PATH");
  await mkdir(FOLDER, { recursive: true });
  const browser = await chromium.launch({ executablePath });
  const site = await startSampleSite().catch(async (error: unknown) => {
    await browser.close();
    throw error;
  });
  try {
    for (const shot of SHOTS) await take(shot, browser, site);
  } finally {
    await Promise.all([browser.close(), site.stop()]);
  }
}

async function take(shot: Shot, browser: Browser, { origin }: SampleSite): Promise<void> {
  const { name, path, locale, screen, colorScheme = "light" } = shot;
  const context = await browser.newContext({
    baseURL: origin,
    locale,
    colorScheme,
    viewport: screen,
    deviceScaleFactor: screen.scale,
  });
  const page = await context.newPage();
  await page.goto(path, { waitUntil: "networkidle" });
  // Playwright itself writes only PNG and JPEG.
  const session = await context.newCDPSession(page);
  const { data } = await session.send("Page.captureScreenshot", {
    format: "webp",
    quality: WEBP_QUALITY,
    clip: { x: 0, y: 0, ...screen },
  });
  await context.close();
  await keep(`${name}.webp`, Buffer.from(data, "base64"));
}

async function keep(file: string, bytes: Buffer): Promise<void> {
  if (bytes.length > MAX_BYTES)
    throw new Error(
      `Cannot keep the picture "${file}": it has ${bytes.length} bytes, more than ${MAX_BYTES}`,
    );
  await writeFile(join(FOLDER, file), bytes);
  process.stdout.write(`docs/images/${file}  ${bytes.length} bytes\n`);
}
