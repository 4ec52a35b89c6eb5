import { describe, expect, it } from "vitest";
import { type ListPage, listPage } from "../../src/page/list-page.ts";
import type { PageContext } from "../../src/page/page-context.ts";
import { HOSTILE, startTags } from "./hostile-texts.ts";
import { catalogPost, context, entry, locale, site } from "./sample.ts";

function list(fields: Partial<ListPage> = {}, to: PageContext = context()): string {
  return listPage({ entries: [entry()], page: 1, hasOlder: false, ...fields }, to).markup;
}

const TRANSLATION = catalogPost({
  locale: locale("en"),
  isOriginal: false,
  title: "Why was attention needed?",
  excerpt: "Translating from memory is hard.",
});

describe("listPage()", () => {
  it("is in the reader's language, each title in its own", () => {
    const markup = list({}, context("en"));
    expect(markup).toContain('<html lang="en" dir="ltr">');
    expect(markup).toContain(
      '<h2><a href="/posts/dikkat" lang="tr">Dikkat neden gerekti?</a></h2>',
    );
    expect(markup).toContain('<span class="badge" lang="tr">Türkçe</span>');
    expect(markup).toContain("September 24, 2018");
  });

  it("says the direction of an excerpt that runs the other way", () => {
    const markup = list(
      { entries: [entry({ excerpts: { ar: "الترجمة من الذاكرة عسيرة." } })] },
      context("ar"),
    );
    expect(markup).toContain('<html lang="ar" dir="rtl">');
    expect(markup).toContain("<p>الترجمة من الذاكرة عسيرة.</p>");
    expect(list({}, context("ar"))).toContain('<p lang="tr" dir="ltr">Bir cümleyi');
  });

  it("shows the translation's excerpt and the way to it", () => {
    const markup = list({ entries: [entry({}, { translations: [TRANSLATION] })] }, context("en"));
    expect(markup).toContain("<p>Translating from memory is hard.</p>");
    expect(markup).toContain(
      'Read in English: <a href="/en/posts/dikkat" hreflang="en">Why was attention needed?</a>',
    );
  });

  it("keeps the reader's locale in links when the address says it", () => {
    const markup = list({ hasOlder: true }, context("de", { explicitLocale: locale("de") }));
    expect(markup).toContain('<a href="/de/posts/dikkat" lang="tr">');
    expect(markup).toContain('<a class="older" href="/de/page/2" rel="next">');
  });

  it("opens the original under its own title when the address says a locale that has a translation", () => {
    const explicit = context("en", { explicitLocale: locale("en") });
    expect(list({ entries: [entry({}, { translations: [TRANSLATION] })] }, explicit)).toContain(
      '<h2><a href="/posts/dikkat" lang="tr">',
    );
  });

  it("shows no badge to readers of a regional variant", () => {
    expect(list({ entries: [entry({ locale: locale("en-GB") })] }, context("en-US"))).not.toContain(
      'class="badge"',
    );
  });

  it("is a version in each of the site's locales", () => {
    const markup = list({ page: 2 }, context("en"));
    expect(markup).toContain('<link rel="canonical" href="https://kiyi.example/page/2">');
    expect(markup).toContain('hreflang="de" href="https://kiyi.example/de/page/2">');
    expect(markup).toContain('hreflang="x-default" href="https://kiyi.example/page/2">');
  });

  it("has one heading of the first level on every page", () => {
    for (const page of [1, 2]) expect(list({ page }).match(/<h1/g), `page ${page}`).toHaveLength(1);
  });

  it("leads to newer and older posts where there are some", () => {
    expect(list()).not.toContain('class="turn"');
    const second = list({ page: 2, hasOlder: true });
    expect(second).toContain('<a class="newer" href="/" rel="prev">');
    expect(second).toContain('<a class="older" href="/page/3" rel="next">');
  });

  it("says so when there is no post", () => {
    expect(list({ entries: [] })).toContain("Burada henüz bir yazı yok.");
  });

  it("has no list of languages when the site has one", () => {
    const markup = list({}, context("tr", { site: site({ locales: [locale("tr")] }) }));
    expect(markup).not.toContain('class="languages"');
    expect(markup).not.toContain("hreflang");
  });

  it("names English as its language when the reader's has no messages", () => {
    const markup = list(
      { entries: [entry({ excerpts: { ja: "暗記して訳すのは難しい。" } })] },
      context("ja"),
    );
    expect(markup).toContain('<html lang="en" dir="ltr">');
    expect(markup).toContain('<p lang="ja">暗記して訳すのは難しい。</p>');
  });

  it("shows hostile texts as text", () => {
    const page = (text: string): string =>
      list(
        {
          entries: [
            entry(
              { title: text, excerpt: text, tags: [text] },
              { translations: [{ ...TRANSLATION, title: text, excerpt: text }] },
            ),
          ],
        },
        context("en", { site: site({ title: text, description: text, author: text }) }),
      );
    expect(startTags(page(HOSTILE))).toEqual(startTags(page("a")));
  });
});
