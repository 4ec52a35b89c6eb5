import { describe, expect, it } from "vitest";
import { InvalidSourceError } from "../../src/post/note.ts";
import { parseSite } from "../../src/post/site.ts";
import { parseSlug } from "../../src/post/slug.ts";
import { renderPost, type RenderResult } from "../../src/render/render-post.ts";

function render(source: string, config = ""): RenderResult {
  const slug = parseSlug("post");
  if (slug === null) throw new TypeError('"post" is a slug');
  const context = {
    file: "posts/post.md",
    address: { slug, locale: null },
    uploadedAt: 0,
    includes: {},
  };
  return renderPost(source, { ...context, site: parseSite(config) });
}

function htmlOf(source: string, config = ""): string {
  return render(`---\ntitle: A\ndate: 2024-05-31\n---\n${source}`, config).rendered.html.markup;
}

describe("renderPost()", () => {
  it("gives title, date, language and excerpt of the front matter", () => {
    const { post } = render(
      '---\ntitle: "A: b"\ndate: 2024-05-31 10:30:00 +0300\nlang: tr\nexcerpt: Short\n---\nLong.\n',
    );
    const date = Date.UTC(2024, 4, 31, 7, 30);
    expect(post).toMatchObject({ title: "A: b", date, locale: "tr", excerpt: "Short" });
  });

  it("names a post by its slug and dates it by its upload where the front matter says nothing, and notes it", () => {
    const { post, rendered } = render("---\nlang: en\n---\nText.\n");
    expect(post).toMatchObject({ title: "Post", date: 0 });
    expect(rendered.notes.map(({ field }) => field)).toEqual(["title", "date"]);
  });

  it("takes the excerpt from description, then from before the separator, then from the first paragraph", () => {
    const excerptOf = (head: string, body: string, config = ""): string =>
      render(`---\ntitle: A\ndate: 2024-05-31\n${head}---\n${body}`, config).post.excerpt;
    expect(excerptOf("description: D\n", "One.\n\nTwo.\n")).toBe("D");
    expect(excerptOf("", "One.\n\nTwo.\n\n<!--more-->\n\nThree.\n")).toBe("One.\n\nTwo.");
    expect(excerptOf("", "One *x*.\n\nTwo.\n")).toBe("One x.");
    expect(excerptOf("", "One.\n\nTwo.\n", 'excerpt_separator: "<!--cut-->"\n')).toBe("One.");
    expect(excerptOf("excerpt_separator: Two\n", "One.\n\nTwo.\n")).toBe("One.");
  });

  it("runs Liquid before Markdown", () => {
    const config = "url: https://example.org\nbaseurl: /b\n";
    expect(htmlOf("![a]({{ site.url }}{{ site.baseurl }}/x.png) {{ page.title }}\n", config)).toBe(
      '<p><img src="https://example.org/b/x.png" alt="a" /> A</p>\n',
    );
  });

  it("renders what a writer meant inside raw paragraphs, or leaves it as Jekyll does", () => {
    const source = '<p align="justify">[a](/b)</p>\n';
    expect(htmlOf(source)).toContain('<p align="justify"><a href="/b">a</a></p>');
    expect(htmlOf(source, "markdown_in_html: jekyll\n")).toContain("[a](/b)");
    expect(htmlOf(source, "kramdown: {markdown_in_html: jekyll}\n")).toContain("[a](/b)");
  });

  it("shows formulas by KaTeX, as HTML with MathML or as MathML alone", () => {
    const source = "$$x$$\n\nand $$y$$ inline\n";
    const both = render(`---\ntitle: A\ndate: 2024-05-31\n---\n${source}`).rendered;
    expect(both.hasMath).toBe(true);
    expect(both.html.markup.match(/class="katex-display"/g)).toHaveLength(1);
    const mathml = htmlOf(source, "math: mathml\n");
    expect(mathml).not.toContain("katex-html");
    expect(mathml.match(/<math/g)).toHaveLength(2);
  });

  it("reads CommonMark with GitHub's additions where the site or the post says so", () => {
    const source = "It's -- https://example.org\n\n- [x] done\n\n> [!NOTE]\n> Mind\n";
    expect(htmlOf(source)).toContain("It’s –");
    const gfm = htmlOf(source, "markdown: GFM\n");
    expect(gfm).toContain('It\'s -- <a href="https://example.org">');
    expect(gfm).toContain('type="checkbox"');
    expect(gfm).toContain("alert");
    const own = render(
      `---\ntitle: A\ndate: 2024-05-31\nmarkdown: kramdown\n---\n${source}`,
      "markdown: gfm\n",
    );
    expect(own.rendered.html.markup).toContain("It’s –");
  });

  it("gives the places of notes as lines of the file", () => {
    const { notes } = render(
      "---\ntitle: A\ndate: 2024-05-31\n---\nText\n\n$$\\frac{$$\n",
    ).rendered;
    expect(notes).toMatchObject([{ rule: "math/parse", line: 7 }]);
  });

  it("gives outline, text, links and images", () => {
    const { rendered } = render(
      "---\ntitle: A\ndate: 2024-05-31\n---\n# One *two*\n\n[a](/b) ![c](/d.png)\n\n[^1]\n\n[^1]: Note.\n",
    );
    expect(rendered.outline).toEqual([{ level: 1, id: "one-two", text: "One two" }]);
    expect(rendered.text).toContain("One two\n\na c");
    expect(rendered.text).toContain("Note.");
    expect(rendered).toMatchObject({ links: ["/b"], images: ["/d.png"] });
  });

  it("refuses a source without front matter, and says what to write", () => {
    expect(() => render("Text\n")).toThrow(InvalidSourceError);
    expect(() => render("Text\n")).toThrow('must begin with a line "---"');
  });
});
