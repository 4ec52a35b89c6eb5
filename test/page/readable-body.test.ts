import { describe, expect, it } from "vitest";
import { en } from "../../src/page/messages/en.ts";
import { readableBody } from "../../src/page/readable-body.ts";
import { unescapedHtml } from "../../src/post/safe-html.ts";

function readable(markup: string): string {
  return readableBody(unescapedHtml(markup), en).markup;
}

describe("readableBody()", () => {
  it("puts a table into a box that scrolls and has a name", () => {
    expect(readable("<table><thead><tr><th>A</th></tr></thead></table>")).toBe(
      '<div class="table" tabindex="0" role="group" aria-label="Table">' +
        '<table><thead><tr><th scope="col">A</th></tr></thead></table></div>',
    );
  });

  it("puts only the outer one of nested tables into a box", () => {
    const boxes = readable("<table><tr><td><table></table></td></tr></table>").match(
      /class="table"/g,
    );
    expect(boxes).toHaveLength(1);
  });

  it("opens no box that nothing would close", () => {
    for (const markup of [
      "<table>",
      "<table><table></table>",
      "</table>",
      "<!-- <table> --></table>",
      "<!-- </table> --><table>",
    ])
      expect(readable(markup), markup).not.toContain("<div");
  });

  it("lets code and wide formulas be reached by keyboard", () => {
    expect(readable('<pre class="highlight"><code>x</code></pre>')).toBe(
      '<pre tabindex="0" class="highlight"><code>x</code></pre>',
    );
    expect(readable('<pre tabindex="-1"></pre>')).toBe('<pre tabindex="-1"></pre>');
    expect(readable('<span class="katex-display">x</span>')).toBe(
      '<span class="katex-display" tabindex="0" role="group" aria-label="Formula">x</span>',
    );
  });

  it("tells a reader what a formula that shows its source is", () => {
    expect(readable('<code class="math-error" data-tex="x">x</code><code>x</code>')).toBe(
      '<code title="This formula cannot be shown; this is its source." class="math-error" data-tex="x">x</code><code>x</code>',
    );
  });

  it("aligns text as its author meant, in a way that HTML still knows", () => {
    expect(readable('<p align="justify" >x</p>')).toBe('<p style="text-align:justify" >x</p>');
    expect(readable("<div ALIGN=CENTER>x</div>")).toBe('<div style="text-align:center">x</div>');
    expect(readable('<img src="a" align="right"/>')).toBe('<img src="a" style="float:right"/>');
  });

  it("keeps what it cannot say better", () => {
    for (const markup of [
      '<p align="top">x</p>',
      '<p align="left" style="color:red">x</p>',
      '<a href="/a" title="<pre>">x</a>',
      "<!-- <pre> -->",
      "<p>&lt;pre&gt;</p>",
    ])
      expect(readable(markup)).toBe(markup);
  });

  it("gives kramdown's footnotes the roles of DPUB-ARIA 1.1", () => {
    expect(
      readable(
        '<sup id="fnref:a" role="doc-noteref"><a href="#fn:a" class="footnote" rel="footnote">1</a></sup>',
      ),
    ).toBe(
      '<sup id="fnref:a"><a role="doc-noteref" href="#fn:a" class="footnote" rel="footnote">1</a></sup>',
    );
    expect(readable('<li id="fn:a" role="doc-endnote">')).toBe('<li id="fn:a">');
  });

  it("names the boxes of a list of tasks", () => {
    const box = (state: string) =>
      readable(
        `<input type="checkbox" class="task-list-item-checkbox" disabled="disabled"${state} />`,
      );
    expect(box("")).toContain('aria-label="to do"');
    expect(box(' checked="checked"')).toContain('aria-label="done"');
  });

  it("takes the table of numbered lines out of the code element", () => {
    const table =
      '<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">1\n</pre></td>' +
      '<td class="code"><pre>x\n</pre></td></tr></tbody></table>';
    const markup = readable(
      `<figure class="highlight"><pre><code class="language-ruby" data-lang="ruby">${table}</code></pre></figure>`,
    );
    expect(
      markup.startsWith('<figure class="highlight"><div class="numbered"><div class="table"'),
    ).toBe(true);
    expect(markup.endsWith("</table></div></div></figure>")).toBe(true);
  });

  it("takes linear time, whatever it is given", () => {
    for (const piece of [
      "<pre ",
      "<table",
      '<p align="',
      "<pre><code>",
      "</table>",
      "<!--",
      "<a",
    ]) {
      const start = performance.now();
      readable(piece.repeat(50_000));
      expect(performance.now() - start, piece).toBeLessThan(1_000);
    }
  });
});
