import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderLiquid } from "../../src/render/liquid/liquid.ts";
import type { LiquidContext } from "../../src/render/liquid/liquid-context.ts";

const CONTEXT: LiquidContext = {
  site: { url: "https://example.org", list: [1, "a", null, { b: 2 }], date: new Date(0) },
  page: { title: "A" },
  includes: { "a.html": "{{ include.x }}{% include a.html %}" },
  postUrl: () => null,
  link: () => null,
  markdownify: (text) => text,
  smartify: (text) => text,
  highlight: (code) => code,
  timeZone: "Europe/Istanbul",
  now: null,
};

const PARTS = [
  "{{",
  "}}",
  "{%",
  "%}",
  "{%-",
  "-%}",
  "|",
  ":",
  ",",
  "'",
  '"',
  " ",
  "\n",
  "[",
  "]",
  ".",
  "=",
  "-",
  "text",
]
  .concat([
    "if",
    "endif",
    "else",
    "elsif",
    "unless",
    "endunless",
    "for i in site.list",
    "endfor",
    "case",
    "when",
    "endcase",
  ])
  .concat([
    "raw",
    "endraw",
    "comment",
    "endcomment",
    "capture x",
    "endcapture",
    "assign x =",
    "include a.html x=1",
  ])
  .concat([
    "highlight ruby",
    "endhighlight",
    "tablerow i in site.list",
    "endtablerow",
    "cycle",
    "increment x",
    "break",
  ])
  .concat([
    "site.list",
    "site.date",
    "page.title",
    "x",
    "nil",
    "(1..9)",
    "forloop.index",
    "size",
    "date",
    "split",
    "where",
  ])
  .concat([
    "sort",
    "join",
    "replace",
    "truncate",
    "divided_by",
    "slugify",
    "jsonify",
    "group_by",
    "where_exp",
    "map",
  ]);

/** Text that looks like Liquid and mostly is none. */
const liquidLike = fc
  .array(fc.oneof(fc.constantFrom(...PARTS), fc.string({ maxLength: 3 })), { maxLength: 60 })
  .map((parts) => parts.join(" "));

/** One filter after another, with any arguments. */
const filterChain = fc
  .array(
    fc.tuple(
      fc.constantFrom(...PARTS.slice(-17)),
      fc.constantFrom("", ": 'a'", ": 1, 'b'", ": nil", ": site.list"),
    ),
  )
  .map(
    (filters) => `{{ site.list ${filters.map(([name, args]) => `| ${name}${args}`).join(" ")} }}`,
  );

describe("renderLiquid() over any text", () => {
  it("never throws, and its notes have a place in the source", () => {
    fc.assert(
      fc.property(fc.oneof(liquidLike, filterChain), (source) => {
        const lines = source.split("\n");
        for (const { line, column, message } of renderLiquid(source, CONTEXT).notes) {
          const text = lines[(line ?? 0) - 1];
          expect(text).toBeDefined();
          expect(column).toBeGreaterThan(0);
          expect(column).toBeLessThanOrEqual((text?.length ?? 0) + 1);
          expect(message).toMatch(/^Cannot [^]*[^.]$/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("keeps text that has no Liquid before and after whatever stands between", () => {
    fc.assert(
      fc.property(filterChain, (source) => {
        expect(renderLiquid(`before${source}after`, CONTEXT).source).toMatch(/^before[^]*after$/);
      }),
      { numRuns: 500 },
    );
  });
});
