import { describe, expect, it } from "vitest";
import { isNotModified, knowsTag } from "../../src/routes/conditional.ts";

const TAG = 'W/"tr.html.1"';
const MODIFIED = "Sun, 06 Nov 1994 08:49:37 GMT";

describe("knowsTag()", () => {
  it("compares weakly, in lists too (RFC 9110 §8.8.3.2)", () => {
    const knows = (tags: string): boolean => knowsTag(new Headers({ "If-None-Match": tags }), TAG);
    expect(knows(TAG)).toBe(true);
    expect(knows('"tr.html.1"')).toBe(true);
    expect(knows(`"a" ,W/"b",${TAG}`)).toBe(true);
    for (const other of ["*", "", '"tr.html"', "tr.html.1", 'w/"tr.html.1"', '""', ",,,"])
      expect(knows(other), other).toBe(false);
    expect(knowsTag(new Headers(), TAG)).toBe(false);
  });
});

describe("isNotModified()", () => {
  const validators = { ETag: TAG, "Last-Modified": MODIFIED };
  const holds = (request: HeadersInit, page: Record<string, string> = validators): boolean =>
    isNotModified(new Headers(request), page);

  it("is true for * once there is a page", () => {
    expect(holds({ "If-None-Match": "*" })).toBe(true);
    expect(holds({ "If-None-Match": " * " }, {})).toBe(true);
  });

  it("does not look at If-Modified-Since where If-None-Match stands (§13.2.2)", () => {
    expect(holds({ "If-None-Match": '"x"', "If-Modified-Since": MODIFIED })).toBe(false);
  });

  it("takes only the time that was sent before", () => {
    expect(holds({ "If-Modified-Since": MODIFIED })).toBe(true);
    for (const time of ["", "yesterday", "Sun, 06 Nov 2094 08:49:37 GMT", "NaN", "0"])
      expect(holds({ "If-Modified-Since": time }), time).toBe(false);
    expect(holds({ "If-Modified-Since": MODIFIED }, { ETag: TAG })).toBe(false);
  });

  it("is false for a page without validators", () => {
    expect(holds({ "If-None-Match": TAG }, {})).toBe(false);
    expect(holds({}, {})).toBe(false);
  });
});
