import { describe, expect, it } from "vitest";
import { BadRequestError } from "../../src/routes/http-errors.ts";
import { writeCondition } from "../../src/routes/write-condition.ts";

const condition = (headers: HeadersInit): ReturnType<typeof writeCondition> =>
  writeCondition(new Headers(headers));

describe("writeCondition()", () => {
  it("reads what RFC 9110 §13.1 says of writes", () => {
    expect(condition({})).toBeNull();
    expect(condition({ "If-None-Match": " * " })).toEqual({ kind: "absent" });
    expect(condition({ "If-Match": '"abc"' })).toEqual({ kind: "version", version: "abc" });
    expect(condition({ "If-Match": 'W/"abc"' })).toEqual({ kind: "version", version: "abc" });
  });

  it("throws BadRequestError for what it would misread", () => {
    for (const headers of [
      { "If-None-Match": '"abc"' },
      { "If-None-Match": "" },
      { "If-Match": "*" },
      { "If-Match": "abc" },
      { "If-Match": '""' },
      { "If-Match": '"a", "b"' },
      { "If-Match": '"a"', "If-None-Match": "*" },
    ])
      expect(() => condition(headers), JSON.stringify(headers)).toThrow(BadRequestError);
  });
});
