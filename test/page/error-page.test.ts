import { describe, expect, it } from "vitest";
import { errorPage } from "../../src/page/error-page.ts";
import { context, locale } from "./sample.ts";

describe("errorPage()", () => {
  it("speaks the reader's language and leads home", () => {
    const markup = errorPage(404, context("de", { explicitLocale: locale("de") })).markup;
    expect(markup).toContain('<html lang="de" dir="ltr">');
    expect(markup).toContain("<h1>Hier gibt es keine Seite</h1>");
    expect(markup).toContain('<a href="/de/">Zur Startseite</a>');
  });

  it("is not for search engines", () => {
    for (const status of [400, 404, 405, 410, 500, 503] as const) {
      const markup = errorPage(status, context("ar")).markup;
      expect(markup).toContain('<meta name="robots" content="noindex">');
      expect(markup).not.toMatch(/canonical|hreflang="x-default"/);
    }
  });
});
