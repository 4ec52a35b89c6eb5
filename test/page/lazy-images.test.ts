import { describe, expect, it } from "vitest";
import { lazyImages } from "../../src/page/lazy-images.ts";
import { unescapedHtml } from "../../src/post/safe-html.ts";

function lazy(markup: string, eager: number): string {
  return lazyImages(unescapedHtml(markup), eager).markup;
}

const SIZED = '<img src="a" width="2" height="1" />';
const LAZY = '<img loading="lazy" src="a" width="2" height="1" />';

describe("lazyImages()", () => {
  it("leaves the first pictures to the first window", () => {
    expect(lazy(SIZED + SIZED + SIZED, 1)).toBe(SIZED + LAZY + LAZY);
    expect(lazy(SIZED, 0)).toBe(LAZY);
  });

  it("leaves pictures without a size alone: the text would move when they come", () => {
    expect(lazy('<img src="a">', 0)).toBe('<img src="a">');
    expect(lazy('<img src="a" width="2">', 0)).toBe('<img src="a" width="2">');
  });

  it("keeps what the author said", () => {
    const said = '<IMG LOADING="eager" width="2" height="1">';
    expect(lazy(said, 0)).toBe(said);
  });

  it("takes no text, comment or attribute for a picture", () => {
    const markup = `<!-- ${SIZED} --><p title='${SIZED}'>imgs</p>`;
    expect(lazy(markup, 0)).toBe(markup);
  });
});
