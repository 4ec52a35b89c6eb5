import { describe, expect, it } from "vitest";
import { withUrl } from "../../src/cli/local-config.ts";

const HERE = "http://127.0.0.1:8787";
const OWN = "https://a.example";

describe("withUrl()", () => {
  it("replaces the value and nothing else", () => {
    expect(withUrl(`# top\nurl: ${OWN}   # home\ntitle:  A\n`, HERE)).toEqual({
      text: `# top\nurl: ${HERE}   # home\ntitle:  A\n`,
      ownUrl: OWN,
    });
  });

  it("knows a value in every form", () => {
    for (const value of [`"${OWN}"`, `'${OWN}'`, `>-\n  ${OWN}`]) {
      const { text, ownUrl } = withUrl(`url: ${value}\ntitle: A\n`, HERE);
      expect([text, ownUrl]).toEqual([`url: ${HERE}\ntitle: A\n`, OWN]);
    }
    expect(withUrl("url:\ntitle: A\n", HERE).text).toBe(`url: ${HERE}\ntitle: A\n`);
    expect(withUrl(`{title: A, url: ${OWN}}`, HERE).text).toBe(`{title: A, url: ${HERE}}`);
  });

  it("takes the last of two, as Psych does", () => {
    expect(withUrl(`url: b\nurl: ${OWN}\n`, HERE)).toEqual({
      text: `url: b\nurl: ${HERE}\n`,
      ownUrl: OWN,
    });
  });

  it("leaves a url within another field alone and adds a last line", () => {
    expect(withUrl("author:\n  url: https://b.example", HERE)).toEqual({
      text: `author:\n  url: https://b.example\nurl: ${HERE}\n`,
      ownUrl: null,
    });
    expect(withUrl("title: A\n...\n", HERE).text).toBe(`title: A\nurl: ${HERE}\n...\n`);
    expect(withUrl("", HERE).text).toBe(`url: ${HERE}\n`);
  });

  it("leaves what is no map to the API", () => {
    for (const text of ["- a\n", "title: [\n", "text"])
      expect(withUrl(text, HERE)).toEqual({ text, ownUrl: null });
  });
});
