import { describe, expect, it } from "vitest";
import { parsePostFile } from "../../src/routes/post-file.ts";

describe("parsePostFile()", () => {
  it("parts a slug from the extension that says a format", () => {
    expect(parsePostFile("neden-dikkat")).toEqual({ slug: "neden-dikkat", extension: null });
    expect(parsePostFile("neden-dikkat.md")).toEqual({
      slug: "neden-dikkat",
      extension: "markdown",
    });
    expect(parsePostFile("neden-dikkat.json")).toEqual({ slug: "neden-dikkat", extension: "json" });
  });

  it("is null for any other extension, those that objects know by nature as well", () => {
    const names = [
      "",
      ".",
      ".md",
      "a.",
      "a.html",
      "a.MD",
      "a.en.md",
      "a.constructor",
      "a.__proto__",
    ];
    for (const name of [...names, "A", "a/b", "a b.md"])
      expect(parsePostFile(name), name).toBeNull();
  });
});
