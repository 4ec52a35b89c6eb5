import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pickFonts, readStaticAssets } from "../../src/cli/static-assets.ts";
import { writeAssets } from "../../src/cli/write-assets.ts";
import { KATEX_CSS_PATH } from "../../src/page/addresses.ts";

describe("static assets", () => {
  it("readStaticAssets() holds the style sheet where the pages link to, and every font that it names", async () => {
    const assets = await readStaticAssets();
    const paths = assets.map(({ path }) => `/${path}`);
    const sheet = assets.find(({ path }) => `/${path}` === KATEX_CSS_PATH);
    const css = new TextDecoder().decode(sheet?.bytes);
    const fonts = [...css.matchAll(/url\(([^)]*)\)/g)].map(([, path]) => path);
    expect(fonts).toHaveLength(20);
    const folder = KATEX_CSS_PATH.slice(0, KATEX_CSS_PATH.lastIndexOf("/") + 1); // names KaTeX's version
    expect(fonts.every((path) => path?.startsWith(folder))).toBe(true);
    expect(paths).toEqual(expect.arrayContaining(fonts));
    expect(paths).toHaveLength(20 + 3);
    expect(css).not.toMatch(/\.woff\)|\.ttf\)/);
  });

  it("readStaticAssets() has fonts that are WOFF2 (its magic number, W3C WOFF2 §4.1)", async () => {
    const fonts = (await readStaticAssets()).filter(({ path }) => path.endsWith(".woff2"));
    for (const { bytes } of fonts)
      expect(new TextDecoder().decode(bytes.subarray(0, 4))).toBe("wOF2");
  });

  it("pickFonts() keeps WOFF2 alone and says where it lies", () => {
    const sheet =
      '@font-face{src:url(fonts/A-B.woff2) format("woff2"),url(fonts/A-B.woff) format("woff"),url(fonts/A-B.ttf) format("truetype")}.katex{color:red}';
    expect(pickFonts(sheet, "/f/")).toEqual({
      css: '@font-face{src:url(/f/A-B.woff2) format("woff2")}.katex{color:red}',
      fonts: ["A-B.woff2"],
    });
  });

  it("pickFonts() refuses a style sheet of another shape", () => {
    expect(() => pickFonts("@font-face{src:url(fonts/A.eot)}", "/f/")).toThrow("another way");
  });
});

describe("writeAssets()", () => {
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "kiyi-assets-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const assets = [{ path: "a/b.txt", bytes: new TextEncoder().encode("b") }];

  it("writes what is missing or different and removes what is no asset", async () => {
    await mkdir(join(folder, "a"));
    await writeFile(join(folder, "a", "b.txt"), "old");
    await writeFile(join(folder, "a", "c.txt"), "left over");
    await writeAssets(folder, assets);
    expect(await readFile(join(folder, "a", "b.txt"), "utf8")).toBe("b");
    expect(await readdir(join(folder, "a"))).toEqual(["b.txt"]);
  });

  it("leaves alone what is up to date", async () => {
    await writeAssets(folder, assets);
    const before = await stat(join(folder, "a", "b.txt"), { bigint: true });
    await writeAssets(folder, assets);
    expect((await stat(join(folder, "a", "b.txt"), { bigint: true })).mtimeNs).toBe(before.mtimeNs);
  });
});
