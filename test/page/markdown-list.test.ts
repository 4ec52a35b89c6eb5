import { describe, expect, it } from "vitest";
import { escapeMarkdown, llmsText, markdownList } from "../../src/page/markdown-list.ts";
import { renderPost } from "../../src/render/render-post.ts";
import { HOSTILE } from "./hostile-texts.ts";
import { context, entry, locale, site, slug } from "./sample.ts";

describe("markdownList()", () => {
  const english = entry({ excerpts: { en: "A sentence." } });

  it("has posts with links to their Markdown and excerpts for the reader", () => {
    const list = { entries: [english], page: 1, hasOlder: false };
    expect(markdownList(list, context("en"))).toBe(`# İki Kıyı

Çeviri ve yazı üzerine.

- [Dikkat neden gerekti?](https://kiyi.example/posts/dikkat.md): A sentence.
`);
  });

  it("leads to the newer and the older pages", () => {
    const list = { entries: [english], page: 2, hasOlder: true };
    const explicit = context("en", { explicitLocale: locale("en") });
    const [heading, , , , links] = markdownList(list, explicit).split("\n");
    expect(heading).toBe("# Page 2");
    expect(links).toMatch(
      /^\[[^\]]+\]\(https:\/\/kiyi\.example\/en\/\) · \[[^\]]+\]\(https:\/\/kiyi\.example\/en\/page\/3\)$/,
    );
  });

  it("says so when there is no post", () => {
    const list = { entries: [], page: 1, hasOlder: false };
    expect(markdownList(list, context("en", { site: site({ url: null }) }))).toContain(
      "Nothing has been published",
    );
  });
});

describe("llmsText()", () => {
  it("is what llmstxt.org asks for: title, summary, links under a heading", () => {
    const arabic = entry({ slug: slug("b"), title: "B", excerpt: "" });
    expect(llmsText([entry(), arabic], site())).toBe(`# İki Kıyı

> Çeviri ve yazı üzerine.

## Posts

- [Dikkat neden gerekti?](https://kiyi.example/posts/dikkat.md): Bir cümleyi ezberleyip çevirmek zordur.
- [B](https://kiyi.example/posts/b.md)
`);
  });

  it("is a title alone for an empty site", () => {
    expect(llmsText([], site({ description: null }))).toBe("# İki Kıyı\n");
  });
});

describe("escapeMarkdown()", () => {
  it("keeps text from being markup, wherever it stands", () => {
    expect(escapeMarkdown("a [b](c)\n# *d*")).toBe("a \\[b\\](c) \\# \\*d\\*");
    expect(escapeMarkdown("1. a")).toBe("1\\. a");
    expect(escapeMarkdown("- a")).toBe("\\- a");
    expect(escapeMarkdown("2024 - a")).toBe("2024 - a");
  });

  it("makes of hostile text one link and nothing else", () => {
    const markdown = llmsText([entry({ title: HOSTILE, excerpt: HOSTILE })], site());
    const address = { slug: slug("a"), locale: null };
    const place = { file: "posts/a.md", address, site: site(), uploadedAt: 0, includes: {} };
    const { rendered } = renderPost(
      `---\ntitle: a\n---\n{% raw %}\n${markdown}\n{% endraw %}`,
      place,
    );
    expect(
      rendered.html.markup.match(/<(?!\/?(?:h1|h2|blockquote|p|ul|li|a)\b)[a-z!]/g),
    ).toBeNull();
    expect(rendered.html.markup.match(/<a /g)).toHaveLength(1);
  });
});
