// Every rule of the dialect as a pair of files: Markdown, and what the real kramdown makes of it
// (test/fixtures/kramdown/expectations.rb wrote it).

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseKramdownOptions } from "../../src/render/kramdown/kramdown-options.ts";
import { parseKramdown, printKramdown } from "../../src/render/kramdown/kramdown.ts";

const FOLDER = path.join(import.meta.dirname, "../fixtures/kramdown");

describe.each([
  ["gfm", "GFM"],
  ["kramdown", "kramdown"],
])("printKramdown() prints as kramdown does, %s", (folder, input) => {
  const names = readdirSync(path.join(FOLDER, folder)).filter((name) => name.endsWith(".md"));
  const settings = { input, markdown_in_html: "jekyll", syntax_highlighter: null };
  const { options } = parseKramdownOptions(settings);

  it.each(names)("%s", (name) => {
    const file = path.join(FOLDER, folder, name);
    const source = readFileSync(file, "utf8");
    const expected = readFileSync(file.replace(/\.md$/, ".html"), "utf8");
    const actual = printKramdown(parseKramdown(source, options), { math: null, code: null });
    const report = `input:\n${source}\nexpected:\n${expected}\nactual:\n${actual}`;
    expect(withoutLayout(actual), report).toBe(withoutLayout(expected));
  });
});

// kramdown indents nested blocks; that is layout, as are blank lines between blocks.
function withoutLayout(html: string): string {
  return html
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n")
    .replaceAll(/>\s+(?=<\/?(?:[uo]l|li|d[ldt]|p|div|h\d|table|t\w+|blockquote)\b)/g, ">");
}
