// CommonMark's own examples, from its npm package, read by `markdown: gfm` with and without GitHub's additions.

import { describe, expect, it } from "vitest";
import { parseGfm, printGfm } from "../../src/render/gfm.ts";

interface Example {
  readonly markdown: string;
  readonly html: string;
  readonly number: number;
}

const examples = await loadExamples();

/**
 * Examples of 652 that marked 18.2.1 prints as the specification does. In the others it leaves character
 * references to the browser or doesn't know them inside URLs and languages of code.
 */
const LEAST_EQUAL = 645;

describe.skipIf(examples.length === 0)("CommonMark 0.31", () => {
  it("printGfm() prints the specification's examples", () => {
    const failed = examples.filter(({ markdown, html }) => {
      const document = parseGfm(markdown.replaceAll("→", "\t"), { additions: false });
      const printed = printGfm(document, { code: null });
      return normalize(printed) !== normalize(html.replaceAll("→", "\t"));
    });
    const numbers = failed.map(({ number }) => number).join(", ");
    expect(examples).toHaveLength(652);
    expect(examples.length - failed.length, `failed: ${numbers}`).toBeGreaterThanOrEqual(
      LEAST_EQUAL,
    );
  });
});

// The package is a development dependency; without it there is nothing to compare with.
async function loadExamples(): Promise<readonly Example[]> {
  const name = "commonmark-spec";
  const loaded: { default?: { tests?: readonly Example[] } } = await import(name).catch(() => ({}));
  return loaded.default?.tests ?? [];
}

const BLOCK_TAG = /\s*(<\/?(?:[uo]l|li|p|h\d|[bh]r|pre|div|blockquote|table|t[rdh])\b[^>]*>)\s*/g;

// Spellings of the same HTML: entities that need none, and white space that no browser shows.
function normalize(html: string): string {
  return html
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll(/\s*\/>/g, ">")
    .replaceAll(BLOCK_TAG, "$1")
    .replaceAll(/ *\n */g, "\n")
    .trim();
}
