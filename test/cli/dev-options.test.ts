import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseDevOptions } from "../../src/cli/dev-options.ts";
import { countFiles } from "../../src/cli/dev-output.ts";

describe("parseDevOptions()", () => {
  it("has the sample site, wrangler's own state and a free port as defaults", () => {
    expect(parseDevOptions([])).toEqual({
      siteFolder: resolve("posts"),
      stateFolder: resolve(".wrangler/state"),
      port: null,
    });
  });

  it("takes folder, port and state", () => {
    expect(parseDevOptions(["my-site", "--port", "9000", "--persist-to", "state"])).toEqual({
      siteFolder: resolve("my-site"),
      stateFolder: resolve("state"),
      port: 9000,
    });
    expect(parseDevOptions(["--port=0"])).toMatchObject({ port: 0 });
    expect(parseDevOptions(["-h"])).toBeNull();
  });

  it("refuses what it doesn't know", () => {
    for (const port of ["x", "-1", "65536", "1e3", ""])
      expect(() => parseDevOptions([`--port=${port}`])).toThrow("Cannot use port");
    expect(() => parseDevOptions(["a", "b"])).toThrow("name one");
    expect(() => parseDevOptions(["--watch"])).toThrow("--watch");
  });
});

describe("countFiles()", () => {
  it("tells posts, translations and files apart", () => {
    const keys = ["posts/a.md", "posts/a.en.md", "posts/b.md", "images/a.png", "_config.yml"];
    expect(countFiles(keys.map((key) => ({ key })))).toBe("2 posts, 1 translation, 1 file");
    expect(countFiles([])).toBe("0 posts");
  });
});
