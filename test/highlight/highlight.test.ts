import { describe, expect, it } from "vitest";
import { createHighlightBudget, highlightCode } from "../../src/render/highlight/highlight.ts";

function highlightAlone(code: string, language: string | null): string {
  return highlightCode(code, language, createHighlightBudget());
}

describe("highlightCode()", () => {
  it("marks tokens when the language is known", () => {
    expect(highlightAlone("x = 1", "python")).toBe('x = <span class="hljs-number">1</span>');
  });

  it("takes Rouge's names in any case", () => {
    const python = highlightAlone("x = 1", "python");
    expect(highlightAlone("x = 1", "py")).toBe(python);
    expect(highlightAlone("x = 1", "Python")).toBe(python);
    expect(highlightAlone("int x;", "c++")).toBe(highlightAlone("int x;", "cpp"));
  });

  it("reads shell as Bash and console as a session when asked for either, as Rouge does", () => {
    expect(highlightAlone("echo hi", "shell")).toContain("hljs-built_in");
    expect(highlightAlone("$ echo hi", "console")).toContain("hljs-meta");
  });

  it("escapes and guesses nothing when the language is unknown or absent", () => {
    expect(highlightAlone("if (a < b) {}", null)).toBe("if (a &lt; b) {}");
    expect(highlightAlone("if (a < b) {}", "wingdings")).toBe("if (a &lt; b) {}");
    expect(highlightAlone("<b>", "__proto__")).toBe("&lt;b&gt;");
  });

  it("escapes markup when the code is highlighted", () => {
    expect(highlightAlone("'</code><script>'", "js")).not.toContain("<script>");
  });

  it("stays plain when the code is over a limit", () => {
    for (const code of [
      "x = 1\n".repeat(3000),
      "x = 1 ".repeat(200),
      `x = ${"a".repeat(257)}`,
      `x = 1${"\n".repeat(52)}y = 2`,
    ]) {
      expect(highlightAlone(code, "python")).toBe(code);
    }
  });

  it("stays plain in a slow grammar when the block is over 4 KB", () => {
    expect(highlightAlone("a = 1\n".repeat(700), "ini")).not.toContain("<span");
    expect(highlightAlone("a = 1\n".repeat(700), "python")).toContain("<span");
  });

  it("stays plain when the post's budget is spent", () => {
    const budget = createHighlightBudget(8);
    expect(highlightCode("x = 1", "python", budget)).toContain("<span");
    expect(highlightCode("x = 1", "python", budget)).toBe("x = 1");
    expect(highlightCode("x=1", "python", budget)).toContain("<span");
  });

  it("isolates and names bidi controls", () => {
    expect(highlightAlone("a\u202Eb", null)).toBe(
      'a<bdi class="bidi" title="U+202E">\u202E</bdi>b',
    );
    expect(highlightAlone("# a\u2066b", "python")).toContain('title="U+2066"');
  });

  it("answers in time when the code is hostile", () => {
    const shapes = ["$", "a", "<$", "\\", "a\n", "_"];
    for (const language of ["java", "js", "c", "csharp", "ini"]) {
      for (const shape of shapes) {
        const line = shape.repeat(Math.ceil(120 / shape.length)).slice(0, 120);
        const start = performance.now();
        highlightAlone(`${line}\n`.repeat(130), language);
        expect(performance.now() - start, `${language} ${JSON.stringify(shape)}`).toBeLessThan(
          3000,
        );
      }
    }
  });
});
