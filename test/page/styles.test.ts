import { brotliCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { errorPage } from "../../src/page/error-page.ts";
import { listPage } from "../../src/page/list-page.ts";
import { postPage } from "../../src/page/post-page.ts";
import { INLINE_STYLES } from "../../src/page/styles.ts";
import { contrast, paletteOf } from "./contrast.ts";
import { context, entry, published, rendered } from "./sample.ts";

function stylesOf(markup: string): readonly string[] {
  return [...markup.matchAll(/<style>([^]*?)<\/style>/g)].map((match) => match[1] ?? "");
}

/** A body that needs every part. */
const EVERYTHING =
  '<pre></pre><table></table><i class="katex"></i><math></math><a class="footnote"></a><kbd></kbd><p class="notice"></p>';

describe("INLINE_STYLES", () => {
  it("names every style that a page carries", () => {
    const pages = ["tr", "ar"].flatMap((tag) => [
      listPage({ entries: [entry()], page: 1, hasOlder: false }, context(tag)),
      errorPage(404, context(tag)),
      postPage(published({}, { rendered: rendered(EVERYTHING) }), context(tag)),
    ]);
    const carried = new Set(pages.flatMap((page) => stylesOf(page.markup)));
    expect([...carried].filter((css) => !INLINE_STYLES.includes(css))).toEqual([]);
  });

  it("cannot end its element", () => {
    expect(INLINE_STYLES.filter((css) => css.includes("<"))).toEqual([]);
  });

  it("uses no physical side, so that right-to-left is mirrored", () => {
    const physical =
      /(?:margin|padding|border|inset)-(?:left|right)|(?:^|[;{])(?:left|right):|text-align:(?:left|right)|float:(?:left|right)/;
    expect(INLINE_STYLES.filter((css) => physical.test(css))).toEqual([]);
  });
});

describe("postPage()", () => {
  it("carries only the parts that its body needs", () => {
    const sizes = ["<p>.</p>", "<pre></pre>", EVERYTHING].map(
      (body) =>
        stylesOf(postPage(published({}, { rendered: rendered(body) }), context()).markup).length,
    );
    expect(sizes).toEqual([2, 3, 9]);
  });
});

describe("the colours", () => {
  const all = INLINE_STYLES.join("");
  const schemes = [
    "",
    "(prefers-color-scheme:dark)",
    "(prefers-contrast:more)",
    "(prefers-contrast:more) and (prefers-color-scheme:dark)",
  ];

  it("of text have the contrast of WCAG 2.2 AA (4.5), and AAA (7) when more contrast is wished", () => {
    for (const scheme of schemes) {
      const palette = paletteOf(all, scheme);
      for (const ground of ["paper", "wash"])
        for (const text of ["ink", "soft", "sea", "keyword", "string", "number", "title"])
          expect(
            contrast(palette, text, ground),
            `${text} on ${ground} ${scheme}`,
          ).toBeGreaterThanOrEqual(scheme.includes("more") ? 7 : 4.5);
    }
  });
});

describe("sizes", () => {
  const bytes = (markup: string): number => brotliCompressSync(markup).length;

  it("of what a page adds to its content stay small", () => {
    expect(bytes(errorPage(404, context()).markup)).toBeLessThan(2_000);
    expect(
      bytes(listPage({ entries: [], page: 1, hasOlder: false }, context()).markup),
    ).toBeLessThan(2_300);
    expect(bytes(postPage(published(), context()).markup)).toBeLessThan(3_000);
    expect(
      bytes(postPage(published({}, { rendered: rendered(EVERYTHING) }), context()).markup),
    ).toBeLessThan(4_400);
  });
});
