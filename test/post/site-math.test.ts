import { describe, expect, it } from "vitest";
import { InvalidSourceError } from "../../src/post/note.ts";
import { mathSwitch } from "../../src/post/site-math.ts";
import { DEFAULT_SITE, parseSite, type Site } from "../../src/post/site.ts";

function mathOf(config: string): Site["math"] {
  return parseSite(config).math;
}

function faultsOf(config: string): readonly string[] {
  try {
    parseSite(config);
  } catch (error) {
    if (error instanceof InvalidSourceError) return error.notes.map(({ message }) => message);
    throw error;
  }
  return [];
}

describe("parseSite() on formulas", () => {
  it("has HTML where formulas are marked, and nothing else, when the site says nothing", () => {
    expect(DEFAULT_SITE.math).toEqual({
      output: "html",
      isEverywhere: false,
      hasSingleDollar: false,
      numbersAll: false,
    });
  });

  it("reads math: html and mathml, which also say that the site has formulas", () => {
    expect(mathOf("math: html")).toMatchObject({ output: "html", isEverywhere: true });
    expect(mathOf("math: mathml")).toMatchObject({ output: "mathml", isEverywhere: true });
  });

  it("reads the switches of themes", () => {
    for (const config of ["math: true", "mathjax: true", 'use_math: "true"', "katex: {a: b}"])
      expect(mathOf(config), config).toMatchObject({ output: "html", isEverywhere: true });
    for (const config of ["math: false", "mathjax: no", "mathjax:", 'use_math: "false"'])
      expect(mathOf(config), config).toMatchObject({ output: "html", isEverywhere: false });
  });

  it("reads single dollars and numbers", () => {
    expect(mathOf("math_single_dollar: true\nmath_number_all: yes")).toMatchObject({
      hasSingleDollar: true,
      numbersAll: true,
      isEverywhere: false,
    });
  });

  it("notes values that are wrong", () => {
    expect(faultsOf("math: svg\nmath_single_dollar: maybe\nmath_number_all: 2")).toEqual([
      'Cannot read math "svg": it is no kind of formula; write html or mathml',
      'Cannot read math_single_dollar "maybe": it is neither true nor false; write one of them',
      'Cannot read math_number_all "2": it is neither true nor false; write one of them',
    ]);
  });
});

describe("mathSwitch()", () => {
  it("is null where nothing is said, and on if any key says so", () => {
    expect(mathSwitch({})).toBeNull();
    expect(mathSwitch({ mathematics: true })).toBeNull();
    expect(mathSwitch({ math: false })).toBe(false);
    expect(mathSwitch({ math: false, katex: true })).toBe(true);
  });
});
