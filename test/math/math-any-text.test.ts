import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMathRenderer } from "../../src/render/math/math.ts";
import { splitMathText } from "../../src/render/math/math-text.ts";

const PARTS = ["\\(", "\\)", "\\[", "$$", "$", "{", "}", "\\", "&", "x", "^", "_", " ", "\n", "%"]
  .concat([
    "\\begin{align}",
    "\\end{align}",
    "\\label{a}",
    "\\ref{a}",
    "\\tag{1}",
    "\\frac",
    "\\vec",
  ])
  .concat([
    "\\newcommand{\\a}[1]{#1}",
    "\\a",
    "\\left(",
    "\\right)",
    "\\unicode{x41}",
    "<b>",
    "\uFDD00\uFDD0",
    "ş",
  ]);

/** Text that looks like TeX and mostly is none. */
const texLike = fc
  .array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ maxLength: 3 })), { maxLength: 40 })
  .map((parts) => parts.join(""));

describe("createMathRenderer() over any text", () => {
  it("never throws, and writes no markup of the author's", () => {
    fc.assert(
      fc.property(fc.array(texLike, { maxLength: 4 }), fc.boolean(), (formulas, display) => {
        for (const output of ["mathml", "htmlAndMathml"] as const) {
          const math = createMathRenderer({ output });
          const markup = formulas.map((tex) => math.render(tex, display).html).join("");
          expect(math.finish(markup).html).not.toContain("<b>");
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("splitMathText() over any text", () => {
  it("loses no character outside of delimiters", () => {
    fc.assert(
      fc.property(texLike, fc.boolean(), (text, singleDollar) => {
        const pieces = splitMathText(text, { singleDollar });
        let at = 0;
        for (const piece of pieces) {
          const found = text.indexOf(piece.kind === "text" ? piece.text : piece.tex, at);
          expect(found).toBeGreaterThanOrEqual(at);
          expect(found - at).toBeLessThanOrEqual(4);
          at = found + (piece.kind === "text" ? piece.text : piece.tex).length;
        }
        expect(text.length - at).toBeLessThanOrEqual(2);
      }),
      { numRuns: 1000 },
    );
  });
});
