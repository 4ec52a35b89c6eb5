import { describe, expect, it } from "vitest";
import type { Note } from "../../src/post/note.ts";
import { parseSite } from "../../src/post/site.ts";
import type { RenderedPost } from "../../src/render/rendered-post.ts";
import { renderPost } from "../../src/render/render-post.ts";
import { slug } from "../catalog/posts.ts";

const HEAD = "title: T\ndate: 2024-05-31";

function render(body: string, { config = "", head = "" } = {}): RenderedPost {
  return renderPost(`---\n${HEAD}\n${head}\n---\n${body}`, {
    file: "posts/t.md",
    address: { slug: slug("t"), locale: null },
    site: parseSite(config),
    includes: {},
    uploadedAt: null,
  }).rendered;
}

function places(notes: readonly Note[]): readonly string[] {
  return notes.map(({ rule, line }) => `${rule} ${line}`);
}

const TEXT = "so \\\\(x\\\\) is";

describe("renderPost() on formulas in running text", () => {
  it("leaves them to posts that use no formulas", () => {
    expect(render(TEXT).html.markup).toBe("<p>so \\(x\\) is</p>\n");
    expect(render(TEXT).hasMath).toBe(false);
  });

  it("finds them when the front matter says so, in the words of any theme", () => {
    for (const head of ["math: true", 'mathjax: "true"', "katex: true", "use_math: yes"]) {
      const { html, text, hasMath } = render(TEXT, { head });
      expect(html.markup, head).toContain('<span class="katex">');
      expect(text, head).toBe("so x is");
      expect(hasMath, head).toBe(true);
    }
  });

  it("finds them when the site says so, or when the post has a formula in $$, also in footnotes", () => {
    expect(render(TEXT, { config: "math: html" }).hasMath).toBe(true);
    const { html } = render(`a[^1] $$y$$\n\n[^1]: ${TEXT}`);
    expect(html.markup.match(/class="katex"/g)).toHaveLength(2);
  });

  it("leaves them alone when the post says no, or kramdown has no math engine", () => {
    const config = "math: html";
    expect(render(TEXT, { config, head: "math: false" }).hasMath).toBe(false);
    expect(render(TEXT, { config: `${config}\nkramdown: {math_engine: null}` }).hasMath).toBe(
      false,
    );
  });

  it("takes single dollars when the site says so", () => {
    expect(render("a $x$ $$y$$").html.markup).toContain("a $x$ ");
    const { html } = render("a $x$ for $5", { config: "math: html\nmath_single_dollar: true" });
    expect(html.markup).toContain("for $5");
    expect(html.markup).not.toContain("$x$");
  });

  it("prints MathML alone, and numbers, when the site says so", () => {
    const config = "math: mathml\nmath_number_all: true";
    const { html, hasMath } = render("$$\\begin{equation}x\\end{equation}$$", { config });
    expect(html.markup).toContain("<math ");
    expect(html.markup).not.toContain("katex-html");
    expect(html.markup).toContain("(1)");
    expect(hasMath).toBe(false);
  });
});

describe("renderPost() on faults of formulas", () => {
  it("names their lines in the file", () => {
    const body = "a $$\\frac{$$ and\n$$\\frac{$$\n\n> $$\n> \\nope{\n> $$\n\n\\\\(\\oops{\\\\)";
    expect(places(render(body).notes)).toEqual([
      "math/parse 6",
      "math/parse 7",
      "math/parse 10",
      "math/parse 13",
    ]);
  });
});
