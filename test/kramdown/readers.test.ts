import { describe, expect, it } from "vitest";
import { readExcerpt } from "../../src/render/excerpt.ts";
import { DEFAULT_KRAMDOWN_OPTIONS } from "../../src/render/kramdown/kramdown-options.ts";
import { parseKramdown } from "../../src/render/kramdown/kramdown.ts";
import { readOutline } from "../../src/render/outline.ts";
import { plainTextOf } from "../../src/render/plain-text.ts";
import { readReferences } from "../../src/render/references.ts";

function tokensOf(source: string): ReturnType<typeof parseKramdown>["tokens"] {
  return parseKramdown(source, DEFAULT_KRAMDOWN_OPTIONS).tokens;
}

describe("readOutline()", () => {
  it("readOutline() gives level, id and text of every heading", () => {
    expect(readOutline(tokensOf('# A "b"\n\n> ## `c` *d* {#x}\n\n### 🎉\n'))).toEqual([
      { level: 1, id: "a-b", text: "A “b”" },
      { level: 2, id: "x", text: "c d" },
      { level: 3, id: null, text: "🎉" },
    ]);
  });
});

describe("plainTextOf()", () => {
  it("plainTextOf() parts blocks by blank lines and keeps code and TeX", () => {
    const source =
      "# T\n\na *b* `c`\nd\n\n* x\n* y\n\n```js\nlet z;\n```\n\n$$\nu^2\n$$\n\n| k | l |\n| m | n |\n";
    expect(plainTextOf(tokensOf(source))).toBe(
      "T\n\na b c\nd\n\nx\n\ny\n\nlet z;\n\nu^2\n\nk l\nm n",
    );
  });

  it("plainTextOf() leaves tags, comments and scripts out of raw HTML", () => {
    const source =
      '<div>a &amp; <b title="<x>">b</b><script>c()</script><!-- d --></div>\n\n<i>e</i> &lt;f&gt;\n';
    expect(plainTextOf(tokensOf(source))).toContain("a & ");
    expect(plainTextOf(tokensOf(source))).not.toContain("c()");
    expect(plainTextOf(tokensOf(source))).toContain("e <f>");
  });
});

describe("readExcerpt()", () => {
  it("readExcerpt() ends at the first blank line and knows definitions that follow", () => {
    expect(
      readExcerpt(tokensOf("See [the site][s]\nnow.\n\nMore.\n\n[s]: https://example.org\n")),
    ).toBe("See the site\nnow.");
  });

  it("readExcerpt() ends at <!--more--> wherever it stands", () => {
    expect(readExcerpt(tokensOf("One.\n\nTwo.\n\n<!--more-->\n\nThree.\n"))).toBe("One.\n\nTwo.");
    expect(readExcerpt(tokensOf("One <!--more--> two.\n\nThree.\n"))).toBe("One");
  });

  it("readExcerpt() ends at the separator of the site", () => {
    expect(readExcerpt(tokensOf("One.\n\nTwo.\n\n<!-- cut -->\n\nThree.\n"), "<!-- cut -->")).toBe(
      "One.\n\nTwo.",
    );
  });

  it("readExcerpt() gives everything when nothing ends it", () => {
    expect(readExcerpt(tokensOf("Only *this*.\n"))).toBe("Only this.");
  });
});

describe("readReferences()", () => {
  it("readReferences() finds Markdown's and raw HTML's", () => {
    const source =
      '[a](/x) ![i](/y.png) <https://z.example>\n\n<div><a href="/h"><img src="/r.png"></a></div>\n';
    expect(readReferences(tokensOf(source))).toEqual({
      links: ["/x", "https://z.example", "/h"],
      images: ["/y.png", "/r.png"],
    });
  });
});
