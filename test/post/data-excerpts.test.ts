import { describe, expect, it } from "vitest";
import { parseDataExcerpts } from "../../src/post/data-excerpts.ts";
import { InvalidSourceError, type Note } from "../../src/post/note.ts";

const FILE = "_data/excerpts/en.yml";

function notesOf(text: string): readonly Note[] {
  try {
    parseDataExcerpts(text, FILE);
  } catch (error) {
    if (error instanceof InvalidSourceError) return error.notes;
    throw error;
  }
  return [];
}

describe("parseDataExcerpts()", () => {
  it("reads a text for each slug, whatever YAML takes the slug for", () => {
    const text =
      "neden-dikkat: Why attention.\nno: Norway\n2024: A year\ntrue: Yes\nnull: Nothing\nempty:\n";
    expect(parseDataExcerpts(text, FILE)).toEqual({
      "neden-dikkat": "Why attention.",
      no: "Norway",
      2024: "A year",
      true: "Yes",
      null: "Nothing",
    });
    expect(parseDataExcerpts("", FILE)).toEqual({});
  });

  it("keeps slugs apart from what objects have of their own", () => {
    const excerpts = parseDataExcerpts("constructor: a\n", FILE);
    expect(Object.entries(excerpts)).toEqual([["constructor", "a"]]);
  });

  it("notes every line that is no slug or no text", () => {
    const notes = notesOf("ok: fine\nNo Slug: a\nlist: [a]\n__proto__: a\n");
    expect(notes.map(({ line, field }) => [line, field])).toEqual([
      [2, "No Slug"],
      [3, "list"],
      [4, "__proto__"],
    ]);
  });

  it("refuses what is too long", () => {
    expect(notesOf(`a: ${"x".repeat(2_001)}\n`)[0]?.message).toMatch(
      /2001 characters, the limit is 2000/,
    );
    expect(notesOf("#".repeat(65_537))[0]?.message).toMatch(/65537 characters, the limit is 65536/);
  });
});
