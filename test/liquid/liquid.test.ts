import { describe, expect, it } from "vitest";
import { renderLiquid } from "../../src/render/liquid/liquid.ts";
import type { LiquidContext } from "../../src/render/liquid/liquid-context.ts";

const CONTEXT: LiquidContext = {
  site: { url: "https://example.org", baseurl: "/blog", title: "Kıyı", tags: ["b", "a"] },
  page: { title: "Öylesine", date: new Date("2024-05-31T07:30:00Z") },
  includes: {
    "box.html": "<i>{{ include.text }}{{ include.n }}</i>",
    "loop.html": "x{% include loop.html %}",
    "media/row.html": "{% for t in site.tags %}{{ t }}{% endfor %}",
  },
  postUrl: (name) => (name === "2024-05-31-a" ? "/blog/a" : null),
  link: (path) => (path === "images/a.png" ? "/blog/images/a.png" : null),
  markdownify: (text) => `<p>${text}</p>`,
  smartify: (text) => text.replaceAll("'", "’"),
  highlight: (code) => code.replaceAll("&", "&amp;").replaceAll("<", "&lt;"),
  timeZone: "Europe/Istanbul",
  now: null,
};

function render(source: string): string {
  return renderLiquid(source, CONTEXT).source;
}

describe("renderLiquid()", () => {
  it("leaves a source alone when it has no Liquid", () => {
    expect(renderLiquid("a { b } % c", CONTEXT)).toEqual({ source: "a { b } % c", notes: [] });
  });

  it("prints values of the site and the page, and nothing for others", () => {
    expect(render("{{ site.url }}{{ site.baseurl }}/a.png")).toBe("https://example.org/blog/a.png");
    expect(render("{{ page.title }}|{{ page.nothing.at.all }}|{{ nothing }}")).toBe("Öylesine||");
    expect(render("{{ page.date }}")).toBe("2024-05-31 10:30:00 +0300");
  });

  it("makes URLs with the base when asked", () => {
    expect(render("{{ '/a b/ü' | relative_url }}")).toBe("/blog/a%20b/%C3%BC");
    expect(render("{{ 'a' | absolute_url }}")).toBe("https://example.org/blog/a");
    expect(render("{{ 'https://example.com/x' | relative_url }}")).toBe("https://example.com/x");
  });

  it("passes a value through an unknown filter", () => {
    expect(render("{{ 'a' | nope: 1 | upcase }}")).toBe("A");
    expect(render("{{ 'a' | constructor }}{{ 'b' | __proto__ }}")).toBe("ab");
  });

  it("sees no prototype", () => {
    expect(render("{{ site.constructor }}{{ site.__proto__ }}{{ 'a'.constructor }}")).toBe("");
  });

  it("empties the place of an unknown tag and names it", () => {
    const { source, notes } = renderLiquid(
      "a\n b {% nope x %}c{% endnope %} {{ site.title }}",
      CONTEXT,
    );
    expect(source).toBe("a\n b c Kıyı");
    expect(notes).toEqual([
      {
        severity: "warning",
        rule: "liquid/unknown-tag",
        line: 2,
        column: 4,
        field: null,
        message:
          'Cannot use tag "nope": neither Jekyll nor this site has it, and plugins do not run here; remove it',
      },
    ]);
  });

  it("empties only its own place when a tag is wrong", () => {
    const { source, notes } = renderLiquid(
      "a{% for x in %}b{% endfor %}c{% endif %}d{% if true %}e",
      CONTEXT,
    );
    expect(source).toBe("acde");
    expect(notes.map(({ rule, column }) => [rule, column])).toEqual([
      ["liquid/syntax", 2],
      ["liquid/syntax", 30],
      ["liquid/syntax", 42],
    ]);
  });

  it("reads braces of other languages as Jekyll does, and keeps what Jekyll refuses", () => {
    expect(render("${{ secrets.X }}")).toBe("$");
    expect(render("{{{{raw}}}} {{{name}}}")).toBe("}} }");
    expect(render("{{ a } and {{ b")).toBe("{{ a } and {{ b");
  });

  it("writes links, includes and gists", () => {
    expect(render("{% post_url 2024-05-31-a %} {% link images/a.png %}")).toBe(
      "/blog/a /blog/images/a.png",
    );
    expect(render('{% include box.html text="a \\"b\\"" n=page.title %}')).toBe(
      '<i>a "b"Öylesine</i>',
    );
    expect(render("{% include media/row.html %}")).toBe("ba");
    expect(render("{% gist kiyi/1a2b3c a.rb %}")).toBe(
      '<a class="gist" href="https://gist.github.com/kiyi/1a2b3c#file-a-rb">a.rb</a>',
    );
  });

  it("notes what a link or an include does not find", () => {
    const { source, notes } = renderLiquid(
      "{% post_url 2024-01-01-x %}{% include no.html %}z",
      CONTEXT,
    );
    expect(source).toBe("z");
    expect(notes.map(({ rule, column }) => [rule, column])).toEqual([
      ["liquid/render", 1],
      ["liquid/render", 28],
    ]);
  });
});
