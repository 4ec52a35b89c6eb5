import { describe, expect, it } from "vitest";
import { createMathRenderer } from "../../src/render/math/math.ts";
import { mathLetters } from "../../src/render/math/math-letters.ts";
import { toMathmlCore } from "../../src/render/math/mathml.ts";

describe("mathLetters()", () => {
  it("takes letters from Unicode's alphabets, the earlier ones from where they are", () => {
    expect(mathLetters("RA1", "double-struck")).toBe("ℝ𝔸𝟙");
    expect(mathLetters("LAe", "script")).toBe("ℒ𝒜ℯ");
    expect(mathLetters("Zg", "fraktur")).toBe("ℨ𝔤");
    expect(mathLetters("xθΩ", "bold-italic")).toBe("𝒙𝜽𝜴");
    expect(mathLetters("ab9", "monospace")).toBe("𝚊𝚋𝟿");
  });

  it("keeps what the alphabet has not", () => {
    expect(mathLetters("ş+", "bold")).toBe("ş+");
    expect(mathLetters("a", "wingdings")).toBe("a");
  });
});

describe("toMathmlCore()", () => {
  it("makes rows of text elements that hold elements", () => {
    expect(toMathmlCore("<mi><mo><mi>a</mi></mo></mi><mi>b</mi>", [])).toBe(
      "<mrow><mrow><mi>a</mi></mrow></mrow><mi>b</mi>",
    );
  });

  it("aligns columns by style, because browsers read no columnalign", () => {
    const { html } = createMathRenderer({ output: "mathml" }).render(
      "\\begin{aligned}a&=b\\end{aligned}",
      true,
    );
    expect(html).toMatch(/<mtd style="text-align:right[^"]*">.*<mtd style="text-align:left/);
  });

  it("puts the numbers beside their rows and an empty cell before the others", () => {
    const { html } = createMathRenderer({ output: "mathml" }).render(
      "\\begin{align}a&=1\\label{a}\\\\b&=2\\\\c&=3\\label{c}\\end{align}",
      true,
    );
    const rows = html.match(/<mtr>.*?<\/mtr>/g) ?? [];
    expect(rows.map((row) => row.match(/\(\d\)/)?.[0] ?? "")).toEqual(["(1)", "", "(2)"]);
    expect(rows.map((row) => row.startsWith('<mtr><mtd style="width:50%"></mtd>'))).toEqual([
      true,
      false,
      true,
    ]);
    expect(rows[1]).toMatch(/^<mtr><mtd><\/mtd>/);
  });

  it("closes what it opens around an empty element", () => {
    const markup = '<mrow><mi>a</mi><mspace width="1em"/><mi>b</mi></mrow>';
    expect(toMathmlCore(markup, [])).toBe(markup);
  });
});

describe("createMathRenderer() with mathml, on numbers", () => {
  it("prints the number of an environment without rows of its own", () => {
    for (const tex of [
      "\\begin{equation}x\\label{a}\\end{equation}",
      "\\begin{equation}\\begin{aligned}x\\\\y\\end{aligned}\\label{a}\\end{equation}",
      "\\begin{multline}x\\\\y\\label{a}\\end{multline}",
    ]) {
      const { html } = createMathRenderer({ output: "mathml" }).render(tex, true);
      expect(html.split("<mtext>(1)</mtext>"), tex).toHaveLength(2);
      expect(html, tex).not.toContain("<mtext></mtext>");
    }
    const { html } = createMathRenderer({ output: "mathml" }).render(
      "\\begin{equation}x\\tag{7}\\end{equation}",
      true,
    );
    expect(html).toContain("<mtext>(7)</mtext>");
  });
});
