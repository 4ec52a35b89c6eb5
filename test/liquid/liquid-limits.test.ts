import { describe, expect, it } from "vitest";
import { renderLiquid } from "../../src/render/liquid/liquid.ts";
import type { LiquidContext } from "../../src/render/liquid/liquid-context.ts";
import type { RenderedLiquid } from "../../src/render/liquid/liquid.ts";

const CONTEXT: LiquidContext = {
  site: { url: "https://example.org", list: Array.from({ length: 1000 }, (_, index) => index) },
  page: {},
  includes: {
    "self.html": "x{% include self.html %}",
    "twice.html": "{% include deep.html %}{% include deep.html %}",
    "deep.html": "{% for i in (1..100) %}{{ i }}{% endfor %}",
  },
  postUrl: () => null,
  link: () => null,
  markdownify: (text) => text,
  smartify: (text) => text,
  highlight: (code) => code,
  timeZone: "UTC",
  now: null,
};

const AFTER = "|after https://example.org";

/** The template, with text and a value after it that must survive; at most two seconds on a busy machine. */
function renderHostile(template: string): RenderedLiquid {
  const start = performance.now();
  const rendered = renderLiquid(`${template}|after {{ site.url }}`, CONTEXT);
  expect(performance.now() - start, template.slice(0, 60)).toBeLessThan(2000);
  expect(rendered.source.length).toBeLessThan(1_300_000);
  return rendered;
}

describe("renderLiquid() within its limits", () => {
  it("empties a tag that takes too many steps, and keeps what stands after it", () => {
    const loop = "{% for i in site.list %}";
    const { source, notes } = renderHostile(`${loop.repeat(3)}x${"{% endfor %}".repeat(3)}`);
    expect(source).toBe(AFTER);
    expect(notes.map(({ rule }) => rule)).toEqual(["liquid/limit"]);
  });

  it("empties a tag that makes too much", () => {
    const big = `{% for i in site.list %}${"x".repeat(5000)}{% endfor %}`;
    const { source, notes } = renderHostile(big);
    expect(source).toBe(AFTER);
    expect(notes).toMatchObject([{ rule: "liquid/limit", line: 1, column: 1 }]);
  });

  it("makes no endless range", () => {
    expect(renderHostile("{% for i in (1..1000000000) %}x{% endfor %}").source).toBe(AFTER);
    expect(renderHostile("{{ (1..1000000000) | size }}").source).toBe(AFTER);
  });

  it("stops values that double, however they do it", () => {
    const doublings = [
      "{% capture a %}{{ a }}{{ a }}{% endcapture %}",
      "{% assign a = a | append: a %}",
      "{% assign a = a | replace: 'x', a %}",
      "{% assign a = a | split: '' | join: a %}",
      "{% assign a = a | jsonify | jsonify | jsonify | jsonify | jsonify | jsonify | jsonify %}",
      "{% assign b = b | concat: b %}",
      "{% assign a = a | base64_encode | base64_encode %}",
    ];
    for (const doubling of doublings) {
      const { source, notes } = renderHostile(
        `{% assign a = 'xx"\\x' %}{% assign b = 'x,y' | split: ',' %}${doubling.repeat(40)}`,
      );
      expect(source, doubling).toBe(AFTER);
      expect(notes[0]?.rule, doubling).toBe("liquid/limit");
    }
  });

  it("includes a file in itself only so often", () => {
    const { source, notes } = renderHostile("{% include self.html %}{% include twice.html %}");
    expect(source).toMatch(/^123.*100\|after/);
    expect(notes).toMatchObject([{ rule: "liquid/limit", column: 1 }]);
  });

  it("nests only so deep", () => {
    const { source } = renderHostile(
      `${"{% if true %}".repeat(2000)}x${"{% endif %}".repeat(2000)}`,
    );
    expect(source).toMatch(/\|after https:\/\/example\.org$/);
    expect(renderHostile(`{{ a${"[a".repeat(5000)} }}`).source).toBe(AFTER);
    expect(renderHostile("{% if true %}".repeat(4000)).source).toBe(AFTER);
  });

  it("stays linear when nothing is closed", () => {
    for (const unit of [
      "{{",
      "{%",
      "{{ a }",
      "{% raw %}",
      "{% comment %}",
      "{% if %}",
      "{{ 'a }}",
      "{{ | }}",
    ]) {
      renderHostile(unit.repeat(Math.floor(200_000 / unit.length)));
    }
  });

  it("stays linear in filters that search", () => {
    const text = "<script".repeat(20_000);
    const filters = [
      "strip_html",
      "rstrip",
      "normalize_whitespace",
      "escape_once",
      "slugify",
      "strip_newlines",
    ];
    for (const filter of filters) {
      renderHostile(
        `{% capture a %}${text}${" ".repeat(50_000)}x{% endcapture %}{{ a | ${filter} | size }}`,
      );
    }
  });

  it("ends filters that have too much to do, however often they are called", () => {
    const filters = [
      "inspect",
      "jsonify",
      "sort",
      "sort_natural",
      "where: 'n', 5",
      "where_exp: 'i', 'i > 5'",
      "group_by_exp: 'i', 'i | modulo: 2'",
      "uniq",
      "join",
      "reverse",
    ];
    for (const filter of filters) {
      const { notes } = renderHostile(`{{ site.list | ${filter} | size }}`.repeat(4500));
      expect(notes[0]?.rule, filter).toBe("liquid/limit");
    }
  });

  it("writes at most a hundred notes", () => {
    expect(renderHostile("{% nope %}".repeat(1000)).notes).toHaveLength(100);
  });

  it("reads only so many tags and keeps the text", () => {
    const { source, notes } = renderHostile("{{ a }}x".repeat(6000));
    expect(source.replace(AFTER, "")).toMatch(/^x{6000}\|after $/);
    expect(notes).toMatchObject([{ rule: "liquid/limit" }]);
  });

  it("sees no prototype through any name", () => {
    const names = ["constructor", "__proto__", "toString", "hasOwnProperty", "valueOf"];
    for (const name of names) {
      expect(renderHostile(`{{ site.${name} }}{{ ${name} }}{{ site.list.${name} }}`).source).toBe(
        AFTER,
      );
      expect(renderHostile(`{{ 'a' | ${name} }}`).source).toBe(`a${AFTER}`);
      expect(renderHostile(`{% ${name} %}`).notes[0]?.rule).toBe("liquid/unknown-tag");
      expect(
        renderHostile(`{% include ${name} %}{{ site | where: '${name}', 1 | size }}`).source,
      ).toBe(`0${AFTER}`);
    }
  });
});
