import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { escapeText } from "../../src/post/safe-html.ts";
import { renderLiquid } from "../../src/render/liquid/liquid.ts";
import type { LiquidContext } from "../../src/render/liquid/liquid-context.ts";

interface Fixture {
  readonly site: Readonly<Record<string, unknown>>;
  readonly page: { readonly title: string; readonly dateSeconds: number };
  readonly includes: Readonly<Record<string, string>>;
  readonly cases: readonly { readonly template: string; readonly output: string }[];
}

// Recorded from Jekyll by record.rb beside it.
const FIXTURE: Fixture = JSON.parse(
  readFileSync(new URL("../fixtures/liquid/jekyll.json", import.meta.url), "utf8"),
);

const CONTEXT: LiquidContext = {
  site: FIXTURE.site,
  page: { title: FIXTURE.page.title, date: new Date(FIXTURE.page.dateSeconds * 1000) },
  includes: FIXTURE.includes,
  postUrl: () => "/blog/2024/05/31/a.html",
  link: () => "/blog/2024/05/31/a.html",
  markdownify: (text) => text,
  smartify: (text) => text,
  highlight: escapeText,
  timeZone: "Europe/Istanbul",
  now: null,
};

describe("renderLiquid() as Jekyll", () => {
  it("prints what Jekyll prints for every recorded template", () => {
    const different = FIXTURE.cases.flatMap(({ template, output }) => {
      const actual = renderLiquid(template, CONTEXT).source;
      return actual === output ? [] : [{ template, output, actual }];
    });
    expect(different).toEqual([]);
    expect(FIXTURE.cases.length).toBeGreaterThan(350);
  });
});
