// Dates as Jekyll reads them: YAML timestamps through Psych, all else through Ruby's Time.parse (observed with Jekyll 4.3).

import { instantOf } from "./wall-clock.ts";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Minutes east of UTC for the zone names that Ruby's Time knows (RFC 822 §5.1). It takes all others for local time. */
const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

/** The longest form, with a weekday, a fraction and an offset, has 50 characters. */
const MAX_DATE_LENGTH = 64;

/** Before it the calendar was another one, and Date.UTC takes years below 100 for those of the 20th century. */
const MIN_YEAR = 1600;

const WEEKDAY = /^(?:sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6},? +/i;

/** After the day comes its time, or nothing. */
const DAYS = [
  /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?=$|[T\s])/i,
  /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?=$|[T\s])/i,
  /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})[-/.](?<year>\d{4})(?=$|\s)/,
  /^(?<name>\p{L}{3,10})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})(?=$|\s)/iu,
  /^(?<day>\d{1,2})(?:st|nd|rd|th)? (?<name>\p{L}{3,10})\.?,? (?<year>\d{4})(?=$|\s)/iu,
];

const TIME =
  /^[T\s]\s*(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?<fraction>\.\d{1,9})?)?(?:\s*(?<half>[ap]m))?\s*(?<zone>z|[a-z]{3}|[+-]\d{1,2}(?::?\d{2})?)?$/i;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface DateContext {
  /** IANA name, the site's `timezone`: where a date without an offset happens. */
  readonly timeZone: string;
  /** Whether the YAML scalar stood in quotes: Psych reads only plain ones as timestamps. */
  readonly quoted: boolean;
}

/**
 * Text → milliseconds since 1970; null if Jekyll would refuse it, and where it would only guess: a day that its
 * month doesn't have, a part that is missing, a zone that it does not know.
 *
 * A plain `2024-03-15 10:30:00` without a zone is UTC, as Psych has it; without seconds, or in quotes, it is
 * the site's local time, as Time.parse has it. Both were observed with `timezone: Europe/Istanbul`.
 *
 * @example parseJekyllDate("2024-03-15 10:30:00 +0300", { timeZone: "UTC", quoted: false }) // → 1710487800000
 */
export function parseJekyllDate(text: string, context: DateContext): number | null {
  if (text.length > MAX_DATE_LENGTH) return null;
  const day = parseDay(text.trim().replace(WEEKDAY, ""));
  if (day === null) return null;
  if (day.rest === "") return instantOf(day.midnight, context.timeZone);
  const clock = parseTime(day.rest);
  if (clock === null) return null;
  const wall = day.midnight + clock.milliseconds;
  if (clock.offset !== null) return wall - clock.offset;
  return clock.isTimestamp && !context.quoted ? wall : instantOf(wall, context.timeZone);
}

/** Midnight as if it were UTC, and the text behind the day. */
function parseDay(text: string): { readonly midnight: number; readonly rest: string } | null {
  const match = DAYS.map((form) => form.exec(text)).find((found) => found !== null);
  if (match?.groups === undefined) return null;
  const { year, month, name, day } = match.groups;
  const index = name === undefined ? Number(month) - 1 : monthIndex(name);
  const date = new Date(Date.UTC(Number(year), index, Number(day)));
  if (Number(year) < MIN_YEAR || date.getUTCMonth() !== index) return null;
  return { midnight: date.getTime(), rest: text.slice(match[0].length).trimEnd() };
}

/** Three letters tell a month, as in Ruby: `Mayıs` is May. */
function monthIndex(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase());
}

interface Clock {
  /** Since midnight. */
  readonly milliseconds: number;
  /** Whether YAML takes it for a timestamp. */
  readonly isTimestamp: boolean;
  /** Milliseconds east of UTC; null where the text names no zone. */
  readonly offset: number | null;
}

function parseTime(text: string): Clock | null {
  const { hour, minute, second, fraction, half, zone } = TIME.exec(text)?.groups ?? {};
  const offset = zone === undefined ? null : parseZone(zone.toUpperCase());
  const milliseconds =
    toHour(Number(hour), half?.toLowerCase()) * HOUR +
    Number(minute) * MINUTE +
    Number(second ?? 0) * SECOND +
    Math.floor(Number(`0${fraction ?? ""}`) * SECOND);
  const isClock = Number(minute) < 60 && Number(second ?? 0) <= 60 && milliseconds <= DAY;
  if (!isClock || Number.isNaN(offset)) return null;
  return { milliseconds, isTimestamp: second !== undefined && half === undefined, offset };
}

function toHour(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half === "pm" ? 12 : 0);
}

/** Milliseconds east of UTC; NaN for a name that says nothing, and for an offset of a day or more. */
function parseZone(zone: string): number {
  const named = ZONES[zone];
  if (named !== undefined) return named * MINUTE;
  const [, sign, hours, minutes = "0"] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  const offset = Number(hours) * HOUR + Number(minutes) * MINUTE;
  if (offset >= DAY) return Number.NaN;
  return sign === "-" ? -offset : offset;
}
