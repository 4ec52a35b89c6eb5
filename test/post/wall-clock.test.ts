import { describe, expect, it } from "vitest";
import { instantOf } from "../../src/post/wall-clock.ts";

function instant(wall: string, timeZone: string): string {
  return new Date(instantOf(Date.parse(`${wall}Z`), timeZone)).toISOString();
}

describe("instantOf()", () => {
  it("uses the offset of that day", () => {
    expect(instant("2024-01-15T12:00:00", "Europe/Istanbul")).toBe("2024-01-15T09:00:00.000Z");
    expect(instant("2015-01-15T12:00:00", "Europe/Istanbul")).toBe("2015-01-15T10:00:00.000Z");
    expect(instant("2024-07-15T12:00:00", "America/New_York")).toBe("2024-07-15T16:00:00.000Z");
    expect(instant("2024-01-15T12:00:00", "America/New_York")).toBe("2024-01-15T17:00:00.000Z");
    expect(instant("2024-01-15T12:00:00", "Asia/Kathmandu")).toBe("2024-01-15T06:15:00.000Z");
  });

  // Instants by Ruby: TZ=America/New_York ruby -rtime -e 'p Time.parse("2024-03-10 02:30").utc'
  it("moves behind a gap, west of Greenwich too", () => {
    expect(instant("2024-03-10T01:59:59", "America/New_York")).toBe("2024-03-10T06:59:59.000Z");
    expect(instant("2024-03-10T02:30:00", "America/New_York")).toBe("2024-03-10T07:30:00.000Z");
    expect(instant("2024-03-10T03:00:00", "America/New_York")).toBe("2024-03-10T07:00:00.000Z");
  });

  it("takes the second of two equal hours", () => {
    expect(instant("2024-11-03T00:59:59", "America/New_York")).toBe("2024-11-03T04:59:59.000Z");
    expect(instant("2024-11-03T01:30:00", "America/New_York")).toBe("2024-11-03T06:30:00.000Z");
  });

  it("keeps milliseconds, before 1970 too", () => {
    expect(instant("1969-12-31T23:59:59.250", "UTC")).toBe("1969-12-31T23:59:59.250Z");
    expect(instant("1960-06-01T12:00:00.250", "Europe/Berlin")).toBe("1960-06-01T11:00:00.250Z");
  });
});
