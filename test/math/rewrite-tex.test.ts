import { describe, expect, it } from "vitest";
import { createEquations } from "../../src/render/math/equations.ts";
import { rewriteTex } from "../../src/render/math/rewrite-tex.ts";

function rewrite(tex: string, display = true, numbersAll = false): string {
  return rewriteTex(tex, { display, equations: createEquations(numbersAll) }).tex;
}

describe("rewriteTex()", () => {
  it("changes nothing that KaTeX reads as it is", () => {
    const formulas = [
      "\\frac{a}{b} \\\\ \\% % comment\n x",
      "\\begin{pmatrix}a&b\\\\c&d\\end{pmatrix}",
      "\\left\\{x\\right.",
      "a\\",
      "}{",
    ];
    for (const tex of formulas) expect(rewrite(tex)).toBe(tex);
  });

  it("groups a command that stands alone as a script", () => {
    expect(rewrite("T_\\vec u^\\frac12 x_\\alpha")).toBe("T_{\\vec{u}}^{\\frac{1}{2}} x_\\alpha");
    expect(rewrite("x_\\sqrt[3]{a}")).toBe("x_{\\sqrt[3]{a}}");
  });

  it("numbers labelled rows in order, and all rows when it is told to", () => {
    const tex = "\\begin{align}a\\label{a}\\\\b\\\\c\\nonumber\\end{align}";
    expect(rewrite(tex)).toBe("\\begin{align*}a\\tag{1}\\\\b\\\\c\\end{align*}");
    expect(rewrite(tex, true, true)).toBe(
      "\\begin{align*}a\\tag{1}\\\\b\\tag{2}\\\\c\\end{align*}",
    );
    expect(rewrite("\\begin{align*}a\\\\b\\end{align*}", true, true)).toBe(
      "\\begin{align*}a\\\\b\\end{align*}",
    );
  });

  it("keeps an explicit tag and gives it to the label", () => {
    const equations = createEquations(false);
    const options = { display: true, equations };
    expect(rewriteTex("x\\tag{A}\\label{x}", options).tex).toBe("x\\tag{A}");
    expect(rewriteTex("y\\label{y}", options).tex).toBe("y\\tag{1}");
    expect([equations.find("x"), equations.find("y"), equations.find("z")]).toEqual([
      "A",
      "1",
      null,
    ]);
  });

  it("takes environments inside a line or another formula by their inner names", () => {
    expect(rewrite("\\begin{align}a\\end{align}", false)).toBe("\\begin{aligned}a\\end{aligned}");
    expect(rewrite("\\begin{equation}\\begin{align}a\\end{align}\\end{equation}")).toBe(
      "\\begin{equation*}\\begin{aligned}a\\end{aligned}\\end{equation*}",
    );
    expect(rewrite("\\begin{equation}a\\label{a}\\end{equation}", false)).toBe(
      "a\\qquad\\text{(1)}",
    );
  });

  it("ends no row inside a group", () => {
    const tex = "\\begin{align}\\substack{a\\\\b}\\label{x}\\end{align}";
    expect(rewrite(tex)).toBe("\\begin{align*}\\substack{a\\\\b}\\tag{1}\\end{align*}");
  });

  it("defines as MathJax does, again and again", () => {
    expect(rewrite("\\newcommand{\\v}[2]{#1_#2}")).toBe("\\gdef\\v#1#2{#1_#2}");
    expect(rewrite("\\renewcommand*\\R{x}")).toBe("\\gdef\\R{x}");
    expect(rewrite("\\DeclareMathOperator*{\\am}{arg\\,max}")).toBe(
      "\\gdef\\am{\\operatorname*{arg\\,max}}",
    );
  });

  it("reads columns that KaTeX does not know", () => {
    expect(rewrite("\\begin{array}[t]{@{}l|p{2em}@{}}a&b\\end{array}")).toBe(
      "\\begin{array}{l|c}a&b\\end{array}",
    );
    expect(rewrite("\\begin{cases*}a\\end{cases*}")).toBe("\\begin{cases}a\\end{cases}");
  });

  it("reads old environments", () => {
    expect(rewrite("\\begin{eqnarray*}a&=&b\\end{eqnarray*}")).toBe(
      "\\begin{align*}a&=b\\end{align*}",
    );
    expect(rewrite("\\begin{displaymath}a\\end{displaymath}")).toBe("a");
  });
});
