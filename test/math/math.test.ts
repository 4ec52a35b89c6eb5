import { describe, expect, it } from "vitest";
import { createMathRenderer } from "../../src/render/math/math.ts";
import type { MathOptions } from "../../src/render/math/math-options.ts";

const MATHML: MathOptions = { output: "mathml" };

function renderAlone(tex: string, display = false): string {
  return createMathRenderer(MATHML).render(tex, display).html;
}

describe("createMathRenderer().render()", () => {
  it("prints MathML with the author's TeX when asked for mathml", () => {
    const { html, notes } = createMathRenderer(MATHML).render("z=x+y", false);
    expect(notes).toEqual([]);
    expect(html).toContain("<mi>z</mi><mo>=</mo><mi>x</mi><mo>+</mo><mi>y</mi>");
    expect(html).toContain('<annotation encoding="application/x-tex">z=x+y</annotation>');
  });

  it("wraps a display formula for both outputs alike", () => {
    expect(renderAlone("x", true)).toMatch(
      /^<span class="katex-display"><span class="katex"><math /,
    );
    expect(createMathRenderer({ output: "html" }).render("x", true).html).toMatch(
      /^<span class="katex-display"><span class="katex">/,
    );
  });

  it("shows the source, marked, with a note when the formula is wrong", () => {
    const { html, notes } = createMathRenderer(MATHML).render('\\frac{a"', true);
    expect(html).toBe(
      '<code class="math-error" data-tex="\\frac{a&quot;" data-display="">\\frac{a&quot;</code>',
    );
    expect(notes).toMatchObject([{ severity: "warning", rule: "math/parse", line: null }]);
    expect(notes[0]?.message).toMatch(/^Cannot show formula "\\frac\{a"": /);
  });

  it("never throws when the formula is hostile", () => {
    for (const unit of ["{", "\\frac", "\\left(", "\\sqrt", "^", "\\begin{matrix}", "\\label{"]) {
      const tex = unit.repeat(Math.floor(4000 / unit.length));
      expect(createMathRenderer(MATHML).render(tex, true).notes, unit).toHaveLength(1);
    }
  });

  it("shows the source when the post has too many formulas", () => {
    const math = createMathRenderer(MATHML);
    const notes = Array.from({ length: 2001 }, () => math.render("x", false).notes);
    expect(notes.slice(0, 2000).flat()).toEqual([]);
    expect(notes[2000]).toMatchObject([{ rule: "math/limit" }]);
  });

  it("trusts no link, class or picture of a formula", () => {
    expect(renderAlone("\\href{javascript:alert(1)}{x}")).not.toContain("href=");
    expect(renderAlone("\\htmlClass{a}{x}")).not.toContain('class="a"');
    expect(renderAlone("\\includegraphics{x.png}")).not.toContain("<img");
  });

  it("reads what MathJax pages use and KaTeX lacks", () => {
    expect(renderAlone("\\mbox{if $x$}")).toContain("<mtext>if\u00A0</mtext>");
    expect(renderAlone("\\unicode{x2713}\\unicode[.5,.1]{10003}")).toMatch(/✓.*✓/);
    expect(renderAlone("T_\\vec u")).toContain("<msub><mi>T</mi><mover");
    expect(renderAlone("\\begin{align}a &= b\\\\c &= d\\end{align}")).toContain("<mtable");
    expect(renderAlone("\\begin{equation}a\\end{equation}")).toContain("<mi>a</mi>");
    expect(renderAlone("\\begin{eqnarray}a &=& b\\end{eqnarray}", true)).not.toContain(
      "math-error",
    );
    for (const tex of [
      "\\iiiint",
      "\\mathtip{a}{b}",
      "\\nicefrac{1}{2}",
      "\\scr{A}",
      "\\prescript{a}{b}{c}",
      "\\mspace{3mu}x",
    ]) {
      expect(renderAlone(tex), tex).not.toContain("math-error");
    }
    expect(renderAlone("\\require{cancel}\\cancel{x}")).not.toContain("math-error");
  });

  it("keeps definitions for the formulas after it", () => {
    const math = createMathRenderer(MATHML);
    math.render("\\newcommand{\\R}{\\mathbb{R}}\\DeclareMathOperator{\\softmax}{softmax}", true);
    expect(math.render("\\R", false).html).toContain("<mi>ℝ</mi>");
    expect(math.render("\\softmax", false).html).toContain("softmax</mi>");
    math.render("\\renewcommand{\\R}{r}\\newcommand{\\vec}{v}", false);
    expect(math.render("\\R\\vec", false).html).toContain("<mi>r</mi><mi>v</mi>");
  });
});

describe("createMathRenderer() with macros", () => {
  it("refuses macros that multiply what they are given", () => {
    const hostile: readonly (readonly string[])[] = [
      [`\\def\\a{${"x".repeat(3800)}}${"\\a".repeat(100)}`],
      [`\\def\\a{${"x".repeat(4000)}}`, "\\a".repeat(1300)],
      [`\\def\\a#1{${"#1".repeat(80)}}`, `\\a{${"x".repeat(4000)}}`],
      ["\\let\\d\\def", `\\d\\a{${"x".repeat(4000)}}`, "\\a".repeat(1300)],
      [`\\edef\\a{xx}\\edef\\a{\\a\\a}${"\\edef\\a{\\a\\a}".repeat(20)}\\a`],
      ["\\def\\a{\\a\\a}\\a"],
    ];
    for (const formulas of hostile) {
      const math = createMathRenderer({ output: "htmlAndMathml" });
      const results = formulas.map((tex) => math.render(tex, true));
      expect(results.at(-1)?.notes, formulas[0]).toMatchObject([{ rule: "math/parse" }]);
      expect(results.map(({ html }) => html).join("").length).toBeLessThan(1_000_000);
    }
  });
});

describe("createMathRenderer().finish()", () => {
  it("numbers labelled equations and fills references before and after them", () => {
    const math = createMathRenderer(MATHML);
    const before = math.render("\\eqref{b}", false).html;
    const first = math.render("a \\label{a}", true).html;
    const second = math.render("\\begin{equation}b \\label{b}\\end{equation}", true).html;
    const after = math.render("\\ref{a}", false);
    expect(first).toContain("<mtext>(1)</mtext>");
    expect(first).toContain('<span id="mjx-eqn:a"></span>');
    expect(second).toContain("mjx-eqn:b");
    expect(after.html).toContain("<mtext>1</mtext>");
    const { html, notes } = math.finish(`<p>${before}</p>`);
    expect(notes).toEqual([]);
    expect(html).toContain("<mtext>(2)</mtext>");
  });

  it("shows question marks with a note when no formula has the label", () => {
    const math = createMathRenderer(MATHML);
    const { html, notes } = math.finish(math.render("\\eqref{x}", false).html);
    expect(html).toContain("(???)");
    expect(notes).toMatchObject([{ rule: "math/reference" }]);
  });

  it("sets a waiting formula once, however often its mark stands in the markup", () => {
    const math = createMathRenderer(MATHML);
    const { html: mark } = math.render("\\ref{x}", false);
    expect(math.finish(mark.repeat(3)).html).toMatch(
      /^<span class="katex">.*<\/span>\uFDD00\uFDD0\uFDD00\uFDD0$/,
    );
  });

  it("leaves marks alone that are not its own", () => {
    expect(createMathRenderer(MATHML).finish("a\uFDD07\uFDD0b").html).toBe("a\uFDD07\uFDD0b");
  });
});
