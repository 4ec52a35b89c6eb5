import { describe, expect, it } from "vitest";
import { yearsUntil } from "../../src/post/years.ts";

describe("yearsUntil()", () => {
  it("has every year since 1990 once, newest first, without a gap", () => {
    for (const zone of ["UTC", "Europe/Istanbul", "Pacific/Auckland", "America/Los_Angeles"]) {
      const years = yearsUntil(Date.UTC(2026, 4, 1), zone);
      expect(years.map(({ year }) => year)).toEqual(
        Array.from({ length: 38 }, (_, index) => 2026 - index),
      );
      years.slice(1).forEach(({ to }, index) => expect(to, zone).toBe(years[index]?.from));
    }
  });

  it("begins them at midnight of the zone", () => {
    const [year] = yearsUntil(Date.UTC(2026, 4, 1), "Europe/Istanbul");
    expect(year).toEqual({
      year: 2026,
      from: Date.UTC(2025, 11, 31, 21),
      to: Date.UTC(2026, 11, 31, 21),
    });
  });

  it("is in the year that the zone is in", () => {
    const sylvester = Date.UTC(2025, 11, 31, 22);
    expect(yearsUntil(sylvester, "Europe/Istanbul")[0]?.year).toBe(2026);
    expect(yearsUntil(sylvester, "UTC")[0]?.year).toBe(2025);
  });
});
