import { describe, expect, it } from "vitest";
import { feedBody } from "../../src/page/feed-body.ts";
import { createMathRenderer } from "../../src/render/math/math.ts";

function formula(tex: string, isDisplay = false): string {
  return createMathRenderer({ output: "htmlAndMathml" }).render(tex, isDisplay).html;
}

const MATHML = '<math xmlns="http://www.w3.org/1998/Math/MathML">';

describe("feedBody()", () => {
  it("has a formula once, as MathML Core", () => {
    expect(feedBody(`<p>a ${formula("\\mathbb{R}")} b ${formula("x")}</p>`, null)).toBe(
      `<p>a ${MATHML}<mrow><mi>ℝ</mi></mrow></math> b ${MATHML}<mrow><mi>x</mi></mrow></math></p>`,
    );
  });

  it("keeps the numbers of equations, and the places that links lead to", () => {
    const tex = "\\begin{align}a&=1\\label{a}\\\\b&=2\\\\c&=3\\label{c}\\end{align}";
    const body = feedBody(formula(tex, true), null);
    const rows = body.match(/<mtr>.*?<\/mtr>/g) ?? [];
    expect(rows.map((row) => row.match(/\(\d\)/)?.[0] ?? "")).toEqual(["(1)", "", "(2)"]);
    expect(body).toContain('<span id="mjx-eqn:a"></span>');
    expect(body).not.toMatch(/katex-html|aria-hidden|annotation/);
  });

  it("drops the TeX of a site that shows MathML only", () => {
    const { html } = createMathRenderer({ output: "mathml" }).render("x", false);
    expect(feedBody(html, null)).toBe(`${MATHML}<mrow><mi>x</mi></mrow></math>`);
  });

  it("leaves what only looks like a formula", () => {
    const odd = [
      '<span class="katex"><math a><semantics>',
      '<span class="katex"><span class="katex-mathml"><math a><semantics><annotation encoding="application/x-tex">x</annotation></semantics></math></span><span class="katex-html" aria-hidden="true"><span>',
    ];
    for (const markup of odd) expect(feedBody(markup, null)).toBe(markup);
  });

  it("drops the spans of highlighted code, and no others", () => {
    const code =
      '<pre class="highlight"><code><span class="k">if</span> <span id="own"><span class="nb">a</span></span></code></pre>';
    expect(feedBody(`${code}<p><span class="k">x</span></p>`, null)).toBe(
      '<pre class="highlight"><code>if <span id="own">a</span></code></pre><p><span class="k">x</span></p>',
    );
  });

  it("makes URLs absolute where the post has an address", () => {
    expect(feedBody('<a href="#a">', "https://kiyi.example/posts/b")).toBe(
      '<a href="https://kiyi.example/posts/b#a">',
    );
  });

  it("takes linear time for markup that never ends", () => {
    const markup = [
      '<span class="katex"><span class="katex-mathml"><math a><semantics>',
      '<span class="katex"><math a><semantics><annotation encoding="application/x-tex">',
    ].map((part) => part.repeat(20_000));
    const start = performance.now();
    for (const one of markup) expect(feedBody(one, null)).toBe(one);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
