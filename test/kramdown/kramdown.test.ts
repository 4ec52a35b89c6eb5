import { describe, expect, it } from "vitest";
import { HOSTILE_SHAPES } from "../../bench/hostile-shapes.ts";
import {
  DEFAULT_KRAMDOWN_OPTIONS,
  parseKramdownOptions,
} from "../../src/render/kramdown/kramdown-options.ts";
import { parseKramdown, printKramdown } from "../../src/render/kramdown/kramdown.ts";
import { smartify } from "../../src/render/kramdown/smartify.ts";

const PLAIN = { math: null, code: null };

function print(source: string, settings: Readonly<Record<string, unknown>> = {}): string {
  return printKramdown(parseKramdown(source, parseKramdownOptions(settings).options), PLAIN);
}

describe("printKramdown()", () => {
  it("printKramdown() calls the printers for formulas and code", () => {
    const document = parseKramdown(
      "$$a$$\n\n`b` $$c$$\n\n```js\nd\n```\n",
      DEFAULT_KRAMDOWN_OPTIONS,
    );
    const html = printKramdown(document, {
      math: (tex, isDisplay) => `[${tex} ${isDisplay}]`,
      code: (text, language) => `[${text.trim()} ${language}]`,
    });
    expect(html).toContain("[a true]\n");
    expect(html).toContain("[c false]</p>");
    expect(html).toContain('<div class="language-js highlighter-rouge">');
    expect(html).toContain("<code>[d js]</code>");
  });

  it("printKramdown() prints code of an unknown language without the wrapper of highlighted code", () => {
    const document = parseKramdown("```mermaid\na\n```\n", DEFAULT_KRAMDOWN_OPTIONS);
    expect(printKramdown(document, { math: null, code: () => null })).toBe(
      '<pre><code class="language-mermaid">a\n</code></pre>\n',
    );
  });

  it("printKramdown() gives a link the attributes of its definition", () => {
    expect(print("[a]\n\n[a]: /a\n{: .b}\n")).toContain('<a href="/a" class="b">a</a>');
  });
});

describe("parseKramdown() with markdown_in_html", () => {
  const source = 'One.\n\n<p align="justify">[text](/url), it\'s *so*.</p>\n';

  it("parseKramdown() renders what is meant as Markdown and says where Jekyll would not", () => {
    expect(print(source)).toContain(
      '<p align="justify"><a href="/url">text</a>, it’s <em>so</em>.</p>',
    );
    expect(parseKramdown(source, DEFAULT_KRAMDOWN_OPTIONS).notes).toMatchObject([
      { rule: "kramdown/markdown-in-html", severity: "warning", line: 3 },
    ]);
  });

  it("parseKramdown() leaves it raw in mode jekyll", () => {
    expect(print(source, { markdown_in_html: "jekyll" })).toContain(
      `<p align="justify">[text](/url), it's *so*.</p>`,
    );
  });

  it("parseKramdown() leaves formulas and blocks inside an element alone", () => {
    expect(print("<p>\\(a_1 b_2\\) *c*</p>\n")).toBe("<p>\\(a_1 b_2\\) *c*</p>\n");
    expect(print("<td><div>*c*</div></td>\n")).toBe("<td><div>*c*</div></td>\n");
  });
});

describe("parseKramdownOptions()", () => {
  it("parseKramdownOptions() has Jekyll's defaults for what a blog doesn't set", () => {
    expect(parseKramdownOptions(undefined)).toEqual({
      options: DEFAULT_KRAMDOWN_OPTIONS,
      notes: [],
    });
  });

  it("parseKramdownOptions() reads what a blog sets", () => {
    expect(print('"a"\nb\n', { hard_wrap: true, smart_quotes: "laquo,raquo,bdquo,ldquo" })).toBe(
      "<p>„a“<br />\nb</p>\n",
    );
    expect(
      print("# A\n\n## B\n\n* x\n{:toc}\n", { toc_levels: "2..3", auto_id_prefix: "h-" }),
    ).toContain('<li><a href="#h-b" id="markdown-toc-h-b">B</a></li>');
    expect(print("a[^1]\n\n[^1]: b\n", { footnote_nr: 5, footnote_backlink: "^" })).toContain(
      'role="doc-backlink">^</a>',
    );
    expect(print("<div>*a*</div>\n", { parse_block_html: true })).toContain("<em>a</em>");
  });

  it.each([
    ["toc_levels", "9"],
    ["smart_quotes", "lsquo"],
    ["auto_ids", "perhaps"],
    ["input", "textile"],
    ["footnote_nr", 1.5],
    ["gfm_quirks", "none"],
  ])("parseKramdownOptions() notes a wrong %s and keeps the default", (key, value) => {
    const { options, notes } = parseKramdownOptions({ [key]: value });
    expect(options).toEqual(DEFAULT_KRAMDOWN_OPTIONS);
    expect(notes).toMatchObject([{ rule: "kramdown/option", field: `kramdown.${key}` }]);
  });
});

describe("parseKramdown() reads hostile texts", () => {
  // Seconds are enough for a slow machine; how time grows is measured by the bench.
  it.each(Object.entries(HOSTILE_SHAPES))(
    "%s",
    (_, shape) => {
      expect(print(shape(50_000)).length).toBeGreaterThan(0);
    },
    5_000,
  );

  it("parseKramdown() reads a line of a megabyte", () => {
    expect(print("word *em* ".repeat(100_000)).length).toBeGreaterThan(1_000_000);
  });

  it("parseKramdown() notes blocks that nest too deep, once", () => {
    const { notes } = parseKramdown("> ".repeat(500), DEFAULT_KRAMDOWN_OPTIONS);
    expect(notes.map(({ rule }) => rule)).toEqual(["kramdown/depth"]);
  });

  it("parseKramdown() does not repeat a long definition without end", () => {
    const source = `[a]: /${"u".repeat(50_000)}\n\n${"[a] ".repeat(10_000)}`;
    expect(print(source).length).toBeLessThan(1_000_000);
  });
});

describe("smartify()", () => {
  it("smartify() curls quotes and leaves tags and Markdown alone", () => {
    expect(smartify(`"It's" -- <b class="x">so</b> *here*...`, DEFAULT_KRAMDOWN_OPTIONS)).toBe(
      `“It’s” – <b class="x">so</b> *here*…`,
    );
  });
});
