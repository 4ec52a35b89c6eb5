import { describe, expect, it } from "vitest";
import { objectKind } from "../../src/post/object-kind.ts";

describe("objectKind()", () => {
  it("knows posts, settings, excerpts, includes and files", () => {
    expect(objectKind("posts/a.en.md")).toEqual({
      kind: "post",
      address: { slug: "a", locale: "en" },
    });
    expect(objectKind("_config.yml")).toEqual({ kind: "site" });
    expect(objectKind("_includes/media/video.html")).toEqual({
      kind: "include",
      path: "media/video.html",
    });
    expect(objectKind("_data/excerpts/pt-BR.yml")).toEqual({ kind: "excerpts", locale: "pt-BR" });
    for (const key of [
      "images/a.png",
      "assets/b/c d.svg",
      "images/ağaç.jpg",
      "assets/a..b",
      "images/%2e%2e",
    ])
      expect(objectKind(key), key).toEqual({ kind: "file" });
  });

  it("has one key for each locale's excerpts", () => {
    for (const name of [
      "EN.yml",
      "en.yaml",
      "pt_BR.yml",
      "iw.yml",
      "turkish.yml",
      "en/de.yml",
      ".yml",
    ])
      expect(objectKind(`_data/excerpts/${name}`), name).toEqual({ kind: "unknown" });
  });

  it("knows nothing of other keys", () => {
    const keys = [
      "", "images", "images/", "images//a", "images/a/", "images/.htaccess", "images/../_config.yml", "images/./a",
      "images/a/..", "images/a\\b", "images/a\u0000", "images/a\nb", "images/a\u0085", "images/e\u0301.png", "images/\uD800",
      `images/${"a".repeat(510)}`, "image/a", "Images/a", "/images/a", "posts/a.html", "posts/A.md", "_config.toml",
      "_config.yml/a", "_data/a.yml", "_includes/a b.html", "_includes/", "_posts/2024-05-31-a.md", "rendered/x",
    ]; // prettier-ignore
    for (const key of keys)
      expect(objectKind(key), JSON.stringify(key)).toEqual({ kind: "unknown" });
  });
});
