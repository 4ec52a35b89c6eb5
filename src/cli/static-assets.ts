// The static assets that pages link to, made from what the packages ship: KaTeX's style sheet and fonts, the icon.

import { readFile } from "node:fs/promises";
import { KATEX_CSS_PATH } from "../page/addresses.ts";

export interface StaticAsset {
  /** Below the assets' folder, with `/`: `favicon.svg`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Every browser that draws formulas well reads WOFF2; the other two formats of each font stay behind. */
const OLDER_FONT_SOURCE = /,url\(fonts\/[\w-]+\.(?:woff|ttf)\) format\("\w+"\)/g;
const FONT_SOURCE = /url\(fonts\/([\w-]+\.woff2)\)/g;

/** Every asset, with the `_headers` that Cloudflare's static assets read. @throws Error if KaTeX ships another style sheet than expected */
export async function readStaticAssets(): Promise<readonly StaticAsset[]> {
  const dist = new URL(".", import.meta.resolve("katex"));
  const folder = `_kiyi/katex-${await katexVersion(dist)}`;
  const { css, fonts } = pickFonts(
    await readFile(new URL("katex.min.css", dist), "utf8"),
    `/${folder}/fonts/`,
  );
  return [
    textAsset("_headers", headersFile(folder)),
    { path: "favicon.svg", bytes: await readFile(new URL("favicon.svg", import.meta.url)) },
    textAsset(KATEX_CSS_PATH.slice(1), css),
    ...(await Promise.all(
      fonts.map(async (name) => ({
        path: `${folder}/fonts/${name}`,
        bytes: await readFile(new URL(`fonts/${name}`, dist)),
      })),
    )),
  ];
}

/**
 * KaTeX's style sheet with WOFF2 as its only sources, and the names of those fonts.
 *
 * @example pickFonts('src:url(fonts/A.woff2) format("woff2"),url(fonts/A.ttf) format("truetype")', "/f/").css
 *   // → src:url(/f/A.woff2) format("woff2")
 */
export function pickFonts(
  styleSheet: string,
  fontsPath: string,
): { readonly css: string; readonly fonts: readonly string[] } {
  const fonts = [...styleSheet.matchAll(FONT_SOURCE)].map(([, name = ""]) => name);
  const css = styleSheet
    .replaceAll(OLDER_FONT_SOURCE, "")
    .replaceAll(FONT_SOURCE, (_source, name: string) => `url(${fontsPath}${name})`);
  if (fonts.length === 0 || css.includes("url(fonts/"))
    throw new Error("Cannot pick the fonts of KaTeX: its style sheet names them in another way");
  return { css, fonts };
}

async function katexVersion(dist: URL): Promise<string> {
  const { version }: { version?: unknown } = JSON.parse(
    await readFile(new URL("../package.json", dist), "utf8"),
  );
  if (typeof version !== "string")
    throw new Error("Cannot read KaTeX's version: its package.json has none");
  return version;
}

/** What is named after a version never changes; the icon may, once a day is often enough to look. */
function headersFile(katexFolder: string): string {
  return `/*
  X-Content-Type-Options: nosniff

/${katexFolder}/*
  Cache-Control: public, max-age=31536000, immutable

/favicon.svg
  Cache-Control: public, max-age=86400
`;
}

function textAsset(path: string, text: string): StaticAsset {
  return { path, bytes: new TextEncoder().encode(text) };
}
