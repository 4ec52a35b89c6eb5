import { describe, expect, it } from "vitest";
import { chooseFormat } from "../../src/negotiate/choose-format.ts";

const CASES: readonly (readonly [string | null, string])[] = [
  [null, "html"],
  ["", "html"],
  ["*/*", "html"],
  ["text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"],
  ["text/markdown", "markdown"],
  ["text/markdown, text/html;q=0.9", "markdown"],
  ["text/html;q=0.5, text/markdown", "markdown"],
  ["text/markdown;q=0.5, text/html", "html"],
  ["application/json", "json"],
  ["application/*", "json"],
  ["text/*", "html"],
  ["text/html;q=0, */*", "markdown"],
  ["TEXT/MARKDOWN", "markdown"],
  ["image/png", "html"],
  ["text/markdown;q=NaN", "html"],
];

describe("chooseFormat()", () => {
  for (const [accept, expected] of CASES) {
    it(`chooses ${expected} for ${JSON.stringify(accept)}`, () => {
      expect(chooseFormat(accept)).toBe(expected);
    });
  }

  it("chooses among the formats that an address has", () => {
    const accept = "application/json, text/markdown;q=0.5";
    expect(chooseFormat(accept, ["html", "markdown"])).toBe("markdown");
    expect(chooseFormat("application/json", ["html", "markdown"])).toBe("html");
  });
});
