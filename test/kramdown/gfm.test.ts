import { describe, expect, it } from "vitest";
import { parseGfm, printGfm } from "../../src/render/gfm.ts";
import { readOutline } from "../../src/render/outline.ts";

function print(source: string): string {
  return printGfm(parseGfm(source), { code: null });
}

describe("printGfm()", () => {
  it("printGfm() prints CommonMark where kramdown differs", () => {
    expect(print("* a\n+ b\n")).toBe("<ul>\n<li>a</li>\n</ul>\n<ul>\n<li>b</li>\n</ul>\n");
    expect(print("3. c\n")).toBe('<ol start="3">\n<li>c</li>\n</ol>\n');
  });

  it("printGfm() prints GitHub's additions", () => {
    expect(print("~~a~~ https://example.org\n")).toBe(
      '<p><del>a</del> <a href="https://example.org">https://example.org</a></p>\n',
    );
    expect(print("- [x] done\n")).toContain('<input checked="" disabled="" type="checkbox">');
    expect(print("| a |\n|--:|\n| b |\n")).toContain('<td align="right">b</td>');
  });

  it("printGfm() prints alerts with their title", () => {
    expect(print("> [!WARNING]\n> Mind *this*.\n")).toBe(
      '<div class="markdown-alert markdown-alert-warning">\n<p class="markdown-alert-title">Warning</p>\n' +
        "<p>Mind <em>this</em>.</p>\n</div>\n",
    );
    expect(print("> [!TIP] no\n")).toContain("<blockquote>");
  });

  it("printGfm() gives headings GitHub's ids, repeated ones a number", () => {
    expect(print("# İlk *yazı*!\n\n# İlk yazı\n")).toBe(
      '<h1 id="i̇lk-yazı">İlk <em>yazı</em>!</h1>\n<h1 id="i̇lk-yazı-1">İlk yazı</h1>\n',
    );
    expect(readOutline(parseGfm("## A `b`\n").tokens)).toEqual([
      { level: 2, id: "a-b", text: "A b" },
    ]);
  });
});

describe("parseGfm()", () => {
  it.each([
    ["emphasis", "*a_b ".repeat(20_000)],
    ["links", `${"[a](".repeat(20_000)})`],
    ["quotes", "> ".repeat(50_000)],
    ["lists on a line", "1.\t".repeat(20_000)],
    [
      "nested lists",
      Array.from({ length: 500 }, (_, level) => `${" ".repeat(level * 2)}- a\n`).join(""),
    ],
  ])("parseGfm() shows %s beyond the limits as text, with a note", (_, source) => {
    const { tokens, notes } = parseGfm(source);
    expect(tokens).toHaveLength(1);
    expect(notes).toMatchObject([{ rule: "gfm/limit", severity: "warning" }]);
  });

  it("parseGfm() takes long rules, long tables and long posts", () => {
    const source = `${"-".repeat(200)}\n\n${"a *b* [c](d)\n\n".repeat(3_000)}${"| a | b |\n".repeat(500)}`;
    expect(parseGfm(source).notes).toEqual([]);
  });
});
