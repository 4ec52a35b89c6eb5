// Moments as Ruby's Time has them, with the offset they were written with.

import { parseJekyllDate } from "../../post/jekyll-date.ts";

export interface LiquidTime {
  /** Since 1970, UTC. */
  readonly milliseconds: number;
  /** Minutes east of UTC. */
  readonly offset: number;
  /** "UTC", or "" where only the offset is known. */
  readonly zoneName: string;
}

/** A moment in a zone; an unknown zone is UTC. */
export function timeOf(date: Date, timeZone: string): LiquidTime {
  const offset = timeZone === "UTC" ? 0 : offsetOf(date, timeZone);
  return { milliseconds: date.getTime(), offset, zoneName: timeZone === "UTC" ? "UTC" : "" };
}

/**
 * What Liquid takes for a date: a Date, seconds since 1970, or text; null for everything else.
 * Text with an offset keeps that offset, as Ruby's Time.parse does.
 */
export function parseTime(value: unknown, timeZone: string): LiquidTime | null {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : timeOf(value, timeZone);
  if (typeof value === "number") return timeOf(new Date(value * 1000), timeZone);
  if (typeof value !== "string" || value === "") return null;
  if (/^\d{1,12}$/.test(value)) return timeOf(new Date(Number(value) * 1000), timeZone);
  const milliseconds = parseJekyllDate(value, { timeZone, quoted: true });
  if (milliseconds === null) return null;
  const offset = writtenOffset(value);
  if (offset === null) return timeOf(new Date(milliseconds), timeZone);
  return { milliseconds, offset, zoneName: offset === 0 ? "UTC" : "" };
}

function writtenOffset(text: string): number | null {
  if (/\d\s*(?:Z|UTC|GMT)$/.test(text)) return 0;
  const [, sign, hours, minutes = "0"] =
    /:\d\d(?:\.\d+)?\s*([+-])(\d\d):?(\d\d)?$/.exec(text) ?? [];
  if (sign === undefined) return null;
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function offsetOf(date: Date, timeZone: string): number {
  try {
    const format = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
    const name =
      format.formatToParts(date).find(({ type }) => type === "timeZoneName")?.value ?? "";
    const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    return (sign === "-" ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  } catch {
    return 0;
  }
}
