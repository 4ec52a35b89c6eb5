import { describe, expect, it } from "vitest";
import { findChromium } from "../../src/cli/find-chromium.ts";

describe("findChromium()", () => {
  it("takes the program that it is told", () => {
    expect(findChromium(process.execPath)).toBe(process.execPath);
  });

  it("does not look elsewhere when the program that it is told is missing", () => {
    expect(() => findChromium("/no/such/chrome")).toThrow(
      'Cannot use CHROME_PATH "/no/such/chrome": there is no such file',
    );
  });
});
