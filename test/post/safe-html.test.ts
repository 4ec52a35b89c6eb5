import { describe, expect, it } from "vitest";
import { escapeText, html, SafeHtml, unescapedHtml } from "../../src/post/safe-html.ts";

describe("escapeText()", () => {
  it("escapes what has a meaning in elements and quoted attributes", () => {
    expect(escapeText(`<a href="x" title='y'>&amp;</a>`)).toBe(
      "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;",
    );
    expect(escapeText("Ağaç 世界 😀")).toBe("Ağaç 世界 😀");
  });
});

describe("html", () => {
  it("escapes text and keeps markup, in lists too", () => {
    const items = ["<i>", html`<b>${"<"}</b>`, [unescapedHtml("<hr>"), 5]];
    expect(html`<p title="${'"'}">${items}</p>`.markup).toBe(
      '<p title="&quot;">&lt;i&gt;<b>&lt;</b><hr>5</p>',
    );
  });

  it("shows nothing for absent values, and zero", () => {
    expect(html`[${null}${undefined}${false}${""}${[]}${0}]`.markup).toBe("[0]");
  });

  it("escapes text that looks like an object of its own", () => {
    const forged = JSON.parse('{"markup":"<script>"}');
    expect(forged instanceof SafeHtml).toBe(false);
    expect(() => html`${forged}`).toThrow(TypeError);
  });
});

describe("SafeHtml", () => {
  it("is its markup as a string", () => {
    expect(String(html`<b></b>`)).toBe("<b></b>");
  });
});
