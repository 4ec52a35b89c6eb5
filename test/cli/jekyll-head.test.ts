import { describe, expect, it } from "vitest";
import { type DraftOrDate, lineOnDisk, writeHead } from "../../src/cli/jekyll-head.ts";
import { InvalidSourceError } from "../../src/post/note.ts";

const DATED: DraftOrDate = { date: "2024-03-15", isDraft: false };
const DRAFT: DraftOrDate = { date: null, isDraft: true };

function written(source: string, head = DATED): string {
  return writeHead(source, head, "_posts/a.md").source;
}

describe("writeHead()", () => {
  it("puts the date at the end of the head", () => {
    expect(written("---\ntitle: A\n---\nText\n")).toBe(
      "---\ntitle: A\ndate: 2024-03-15\n---\nText\n",
    );
  });

  it("puts it into an empty head", () => {
    expect(written("---\n---\nText")).toBe("---\ndate: 2024-03-15\n---\nText");
  });

  it("ends a block scalar", () => {
    expect(written("---\nexcerpt: |\n  a\n  b\n---\n")).toBe(
      "---\nexcerpt: |\n  a\n  b\ndate: 2024-03-15\n---\n",
    );
  });

  it("keeps byte order mark, line ends and everything else", () => {
    expect(written("\uFEFF---\r\ntitle: A \r\n---\r\n\r\nText")).toBe(
      "\uFEFF---\r\ntitle: A \r\ndate: 2024-03-15\r\n---\r\n\r\nText",
    );
  });

  it("leaves a date that is there, in whatever form", () => {
    for (const line of ["date: 2020-01-01", '"date": 2020-01-01 10:00 +0300', "date:"]) {
      const source = `---\n${line}\n---\n`;
      expect(written(source)).toBe(source);
    }
  });

  it("isn't misled by a date in the body or in another field", () => {
    expect(written("---\nevent:\n  date: 2020-01-01\n---\ndate: 2019\n")).toContain(
      "\ndate: 2024-03-15\n---\n",
    );
  });

  it("leaves a source without a head to the API", () => {
    expect(written("Text\n---\n")).toBe("Text\n---\n");
  });

  it("marks a draft once", () => {
    expect(written("---\ntitle: A\n---\n", DRAFT)).toBe("---\ntitle: A\ndraft: true\n---\n");
    expect(written("---\ndraft: true\n---\n", DRAFT)).toBe("---\ndraft: true\n---\n");
    expect(written("---\ndraft: yes\n---\n", DRAFT)).toBe("---\ndraft: yes\n---\n");
  });

  it("refuses a draft that says it is none, with its place", () => {
    const source = "---\ntitle: A\ndraft: false\n---\n";
    expect(() => written(source, DRAFT)).toThrow(InvalidSourceError);
    expect(() => written(source, DRAFT)).toThrow("move it to _posts");
  });

  it("refuses a head that is no YAML", () => {
    expect(() => written("---\ntitle: [\n---\n", DRAFT)).toThrow(InvalidSourceError);
  });
});

describe("lineOnDisk()", () => {
  it("takes the lines that were put in out of a line number", () => {
    const edit = writeHead("---\ntitle: A\n---\nText\n", { ...DATED, isDraft: true }, "a.md");
    // 1 ---, 2 title, 3 date, 4 draft, 5 ---, 6 Text
    expect([1, 2, 3, 4, 5, 6].map((line) => lineOnDisk(line, edit))).toEqual([1, 2, 3, 3, 3, 4]);
  });
});
