import { describe, expect, it } from "vitest";
import { splitMathText } from "../../src/render/math/math-text.ts";

/** Formulas in angle or square brackets, for inline and display. */
function split(text: string, singleDollar = false): string {
  return splitMathText(text, { singleDollar })
    .map((piece) => {
      if (piece.kind === "text") return piece.text;
      return piece.display ? `[${piece.tex}]` : `<${piece.tex}>`;
    })
    .join("|");
}

describe("splitMathText()", () => {
  it("gives the text back when it holds no formula", () => {
    expect(splitMathText("a b", { singleDollar: true })).toEqual([{ kind: "text", text: "a b" }]);
    expect(splitMathText("", { singleDollar: true })).toEqual([{ kind: "text", text: "" }]);
  });

  it("finds MathJax's delimiters", () => {
    expect(split("so \\(x\\), and \\[y\\] or $$z$$.")).toBe("so |<x>|, and |[y]| or |[z]|.");
    expect(split("\\begin{align*}a\\\\b\\end{align*}")).toBe(
      "[\\begin{align*}a\\\\b\\end{align*}]",
    );
    expect(split("by \\eqref{eq:1} and \\ref{b}")).toBe("by |<\\eqref{eq:1}>| and |<\\ref{b}>");
  });

  it("leaves unclosed, empty and escaped delimiters as text", () => {
    expect(split("\\(x and \\[ y")).toBe("\\(x and \\[ y");
    expect(split("\\(\\) $$$$")).toBe("\\(\\) $$$$");
    expect(split("\\\\(x\\\\)")).toBe("\\\\(x\\\\)");
    expect(split("\\begin{itemize}a\\end{itemize}")).toBe("\\begin{itemize}a\\end{itemize}");
  });

  it("reads single dollars only when it is told to", () => {
    expect(split("$x$")).toBe("$x$");
    expect(split("let $x_1$, $\\$5$.", true)).toBe("let |<x_1>|, |<\\$5>|.");
  });

  it("takes prices for text", () => {
    for (const text of ["$5 and $6", "a$b$c", "$ x $", "costs $5", "\\$x\\$", "US$1 = A$2"]) {
      expect(split(text, true)).toBe(text);
    }
  });

  it("stays linear when nothing is closed", () => {
    for (const unit of ["\\(", "\\[", "$$ ", "$a ", "\\begin{align}", "\\ref{", "\\"]) {
      const text = unit.repeat(Math.floor(1_000_000 / unit.length));
      const start = performance.now();
      splitMathText(text, { singleDollar: true });
      expect(performance.now() - start, unit).toBeLessThan(2000);
    }
  });
});
