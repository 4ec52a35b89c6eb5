import { describe, expect, it } from "vitest";
import { isPublicUrl } from "../../src/post/public-url.ts";

describe("isPublicUrl()", () => {
  it("accepts http(s) and paths", () => {
    const urls = [
      "/images/a.png",
      "images/a.png",
      "a b.png",
      "https://example.org",
      "HTTP://example.org/ş.png",
      "//cdn.example.org/a.png",
      "?q=1",
      "#top",
      "",
    ];
    for (const url of urls) expect(isPublicUrl(url), url).toBe(true);
  });

  it("refuses other schemes, however they are disguised", () => {
    const urls = [
      "javascript:alert(1)",
      "JaVaScRiPt:alert(1)",
      " javascript:alert(1)",
      "java\nscript:alert(1)",
      "java\tscript:alert(1)",
      "\u0000javascript:alert(1)",
      "data:text/html,<script>alert(1)</script>",
      "data:image/png;base64,AAAA",
      "vbscript:x",
      "file:///etc/passwd",
      "blob:https://example.org/1",
      "mailto:a@example.org",
      "https://",
      "https://exa mple.org/",
      "/\\example.org",
      "/a\r\nSet-Cookie: a=b",
      '/a" onerror="alert(1)',
      "/<script>",
    ];
    for (const url of urls) expect(isPublicUrl(url), JSON.stringify(url)).toBe(false);
  });
});
