import { describe, expect, it } from "vitest";
import { absoluteLinks } from "../../src/page/absolute-links.ts";

const BASE = "https://kiyi.example/en/posts/dikkat";

describe("absoluteLinks()", () => {
  it("resolves paths, fragments and relative references", () => {
    expect(
      absoluteLinks('<a href="/b">b</a><a href="#c">c</a><a href=\'d?e=1&amp;f=2\'>d</a>', BASE),
    ).toBe(
      '<a href="https://kiyi.example/b">b</a><a href="https://kiyi.example/en/posts/dikkat#c">c</a>' +
        "<a href='https://kiyi.example/en/posts/d?e=1&amp;f=2'>d</a>",
    );
  });

  it("resolves images, videos and their sets of sources", () => {
    expect(
      absoluteLinks(
        '<img src="/a.webp" srcset="/a.webp 1x, /b.webp 2x"><video poster="/p.jpg">',
        BASE,
      ),
    ).toBe(
      '<img src="https://kiyi.example/a.webp" srcset="https://kiyi.example/a.webp 1x, https://kiyi.example/b.webp 2x">' +
        '<video poster="https://kiyi.example/p.jpg">',
    );
  });

  it("leaves absolute URLs and other schemes as they are", () => {
    const markup =
      '<a href="https://a.example/ b">a</a><a href="mailto:a@b.example">b</a><img src="data:image/gif;base64,R0">';
    expect(absoluteLinks(markup, BASE)).toBe(markup);
  });

  it("touches nothing but attributes of tags", () => {
    const markup =
      '<code>a href="/b" &lt;a href="/b"&gt;</code><!-- <a href="/b"> --> <p title=\'href="/c"\'>href="/d"</p>';
    const expected = markup;
    expect(absoluteLinks(markup, BASE)).toBe(expected);
  });

  it("leaves what it cannot resolve", () => {
    expect(absoluteLinks('<a href="//[">x</a>', BASE)).toBe('<a href="//[">x</a>');
  });

  it("takes linear time on tags and comments that never end", () => {
    for (const piece of ["<a ", '<a "', "<!--", "<a href='", '<a href="" ']) {
      const start = performance.now();
      absoluteLinks(piece.repeat(50_000), BASE);
      expect(performance.now() - start, piece).toBeLessThan(500);
    }
  });
});
