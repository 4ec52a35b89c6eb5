import { describe, expect, it } from "vitest";
import { isRecord } from "../../src/post/record.ts";

describe("isRecord()", () => {
  it("tells maps from lists, scalars and nothing", () => {
    expect([{}, { a: 1 }, Object.create(null)].every(isRecord)).toBe(true);
    expect([[], null, undefined, "a", 1, true].some(isRecord)).toBe(false);
  });
});
