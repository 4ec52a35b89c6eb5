import { describe, expect, it } from "vitest";
import { parseKramdown, printKramdown } from "../../src/render/kramdown/kramdown.ts";
import { parseKramdownOptions } from "../../src/render/kramdown/kramdown-options.ts";
import { plainTextOf } from "../../src/render/plain-text.ts";
import { hasMarkedFormula, markTextFormulas } from "../../src/render/text-formulas.ts";

const { options } = parseKramdownOptions({});

/** What is printed, formulas as `⟨tex⟩` and displayed ones as `⟪tex⟫`. */
function marked(source: string, singleDollar = false): string {
  const document = parseKramdown(source, options);
  markTextFormulas(document.tokens, { singleDollar });
  return printKramdown(document, {
    math: (tex, isDisplay) => (isDisplay ? `⟪${tex}⟫` : `⟨${tex}⟩`),
    code: null,
  }).trim();
}

function unmarked(source: string): string {
  return printKramdown(parseKramdown(source, options), { math: null, code: null }).trim();
}

describe("markTextFormulas()", () => {
  it("finds what MathJax finds in kramdown's page", () => {
    expect(marked("so \\\\(x_i\\\\) and")).toBe("<p>so ⟨x_i⟩ and</p>");
    expect(marked("\\\\[ x \\\\\\\\ y \\\\]")).toBe("<p>⟪x \\\\ y⟫\n</p>");
    expect(marked("by \\eqref{eq:a},")).toBe("<p>by ⟨\\eqref{eq:a}⟩,</p>");
    expect(marked("\\begin{align}\na &= b\n\\end{align}")).toBe(
      "<p>⟪\\begin{align}\na &= b\n\\end{align}⟫\n</p>",
    );
  });

  it("finds formulas in headings, lists, tables, links, emphasis and elements", () => {
    expect(marked("# h \\\\(x\\\\)")).toBe('<h1 id="h-x">h ⟨x⟩</h1>');
    expect(marked("* \\\\(x\\\\)")).toContain("<li>⟨x⟩</li>");
    expect(marked("| \\\\(x\\\\) | b |")).toContain("<td>⟨x⟩</td>");
    expect(marked("t\n: \\\\(x\\\\)")).toContain("⟨x⟩");
    expect(marked("*e \\\\(x\\\\)* [l \\\\(y\\\\)](/u) <b>\\\\(z\\\\)</b>")).toBe(
      '<p><em>e ⟨x⟩</em> <a href="/u">l ⟨y⟩</a> <b>⟨z⟩</b></p>',
    );
  });

  it("leaves code, alternative texts and addresses alone", () => {
    for (const source of [
      "`\\(x\\)`",
      "    \\(x\\)",
      "~~~\n\\(x\\)\n~~~",
      "![\\\\(x\\\\)](/u)",
      "[a](/\\(x\\))",
      "<pre>\\(x\\)</pre>",
      "<script>a = '\\(x\\)';</script>",
      "<p>a <code>\\(x\\)</code> <!-- \\(x\\) --> <a href='\\(x\\)'>b</a></p>",
    ])
      expect(marked(source, true), source).toBe(unmarked(source));
  });

  it("leaves what is no formula alone", () => {
    for (const source of [
      "(x) and \\(x\\) and \\[x\\]",
      "an unclosed \\\\(x",
      "\\\\\\\\(x\\\\\\\\)",
      "\\\\(x *and* y\\\\)",
      "$5 and $6",
      "\\newcommand{\\a}{b}",
    ])
      expect(marked(source), source).toBe(unmarked(source));
  });

  it("takes single dollars only when they are asked for, and prices never", () => {
    expect(marked("a $x_i$ b")).toBe("<p>a $x_i$ b</p>");
    expect(marked("a $x_i$ b", true)).toBe("<p>a ⟨x_i⟩ b</p>");
    expect(marked("from $5 to $6, \\$7 and $8", true)).toBe("<p>from $5 to $6, $7 and $8</p>");
  });

  it("gives TeX the signs that kramdown made typographic", () => {
    expect(marked("\\\\(f'(x) -- \"a\" ... b << c\\\\) 'q' -- ...")).toBe(
      `<p>⟨f'(x) -- "a" ... b << c⟩ ‘q’ – …</p>`,
    );
  });

  it("reads on over line breaks, which are TeX's where they were written with backslashes", () => {
    expect(marked("\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}")).toBe(
      "<p>⟪\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}⟫\n</p>",
    );
    expect(marked("\\\\[a \\\\\\\\\nb\\\\]")).toBe("<p>⟪a \\\\\nb⟫\n</p>");
    expect(marked("\\\\[a \\\\\\\\\\\\\\\\\nb\\\\]")).toBe("<p>⟪a \\\\\\\nb⟫\n</p>");
    expect(marked("one  \n\\\\(x  \ny\\\\)  \ntwo  \nthree")).toBe(
      "<p>one<br />\n⟨x\ny⟩<br />\ntwo<br />\nthree</p>",
    );
  });

  it("finds formulas in raw HTML, where MathJax reads dollars too", () => {
    expect(marked("<p>a \\(x<y\\) $$z$$ b &amp; c</p>")).toBe("<p>a ⟨x<y⟩ ⟪z⟫\n b &amp; c</p>");
    expect(marked("<center>\n$$\nx \\\\ y\n$$\n</center>")).toContain("⟪x \\\\ y⟫");
    expect(marked("<div><i>\\(x\\)</i> <code>\\(c\\)</code></div>")).toContain(
      "<i>⟨x⟩</i> <code>\\(c\\)</code>",
    );
  });

  it("gives plain text the TeX", () => {
    const { tokens } = parseKramdown("so \\\\(x_i\\\\) and", options);
    markTextFormulas(tokens, { singleDollar: false });
    expect(plainTextOf(tokens)).toBe("so x_i and");
  });

  it("takes time that grows with the text when it is hostile", { timeout: 20_000 }, () => {
    for (const unit of [
      "\\\\(",
      "\\\\[ ",
      "$",
      "$a ",
      "<p>\\(</p>\n",
      "<p><pre></p>\n",
      "a  \n\\\\(",
      "\\begin{align}",
    ]) {
      const source = unit.repeat(Math.floor(60_000 / unit.length));
      const started = performance.now();
      marked(source, true);
      expect(performance.now() - started, unit).toBeLessThan(2_000);
    }
  });
});

describe("hasMarkedFormula()", () => {
  it("finds $$ wherever it stands", () => {
    for (const source of ["$$x$$", "a $$x$$", "* > a $$x$$", "| $$x$$ | b |", "t\n: $$x$$"])
      expect(hasMarkedFormula(parseKramdown(source, options).tokens), source).toBe(true);
    for (const source of ["`$$x$$`", "\\\\(x\\\\)", "$x$"])
      expect(hasMarkedFormula(parseKramdown(source, options).tokens), source).toBe(false);
  });
});
