// Dates as Jekyll reads them: YAML timestamps through Psych, all else through Ruby's Time.parse (observed with Jekyll 4.3).

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Minutes east of UTC for the zone names that Ruby knows (RFC 822 §5.1) and that posts use. */
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

/** The longest form, with a fraction and an offset, has 40 characters. */
const MAX_DATE_LENGTH = 64;

const NUMERIC_DAY = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?=$|[T\s])/i;
const COMPACT_DAY = /^(\d{4})(\d{2})(\d{2})(?=$|[T\s])/i;
const MONTH_FIRST = /^([a-z]{3,9})\.? (\d{1,2}),? (\d{4})(?=$|\s)/i;
const DAY_FIRST = /^(\d{1,2}) ([a-z]{3,9})\.?,? (\d{4})(?=$|\s)/i;
const TIME =
  /^[T\s]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:\s*([ap]m))?\s*(z|[a-z]{3}|[+-]\d{1,2}(?::?\d{2})?)?$/i;

interface Clock {
  readonly milliseconds: number;
  readonly hasSeconds: boolean;
  /** Minutes east of UTC; null where the text names no zone. */
  readonly offset: number | null;
}

export interface DateContext {
  /** IANA name, the site's `timezone`: where a date without an offset happens. */
  readonly timeZone: string;
  /** Whether the YAML scalar stood in quotes: Psych reads only plain ones as timestamps. */
  readonly quoted: boolean;
}

/**
 * Text → milliseconds since 1970, or null if Jekyll would refuse it.
 *
 * A plain `2024-03-15 10:30:00` without a zone is UTC, as Psych has it; without seconds, or in quotes, it is
 * the site's local time, as Time.parse has it. Both were observed with `timezone: Europe/Istanbul`.
 *
 * @example parseJekyllDate("2024-03-15 10:30:00 +0300", { timeZone: "UTC", quoted: false }) // → 1710487800000
 */
export function parseJekyllDate(text: string, context: DateContext): number | null {
  if (text.length > MAX_DATE_LENGTH) return null;
  const day = parseDay(text.trim());
  if (day === null) return null;
  if (day.rest === "") return toInstant(day.midnight, context.timeZone);
  const clock = parseTime(day.rest);
  if (clock === null) return null;
  const wall = day.midnight + clock.milliseconds;
  if (clock.offset !== null) return wall - clock.offset * 60_000;
  return clock.hasSeconds && !context.quoted ? wall : toInstant(wall, context.timeZone);
}

function parseDay(text: string): { midnight: number; rest: string } | null {
  const numeric = NUMERIC_DAY.exec(text) ?? COMPACT_DAY.exec(text);
  if (numeric) return dayOf(text, numeric, [numeric[1], numeric[2], numeric[3]]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst)
    return dayOf(text, monthFirst, [monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return dayOf(text, dayFirst, [dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]]);
  return null;
}

function monthNumber(name = ""): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function dayOf(text: string, match: RegExpExecArray, parts: readonly (string | undefined)[]) {
  const [year = 0, month = 0, day = 0] = parts.map(Number);
  const midnight = Date.UTC(year, month - 1, day);
  const date = new Date(midnight);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return { midnight, rest: text.slice(match[0].length).trimEnd() };
}

function parseTime(text: string): Clock | null {
  const match = TIME.exec(text);
  if (match === null) return null;
  const [, hourText, minuteText, secondText, fraction = "", half = "", zone] = match;
  const hour = toHour(Number(hourText), half.toLowerCase());
  const minute = Number(minuteText);
  const second = Number(secondText ?? 0);
  const offset = zone === undefined ? null : parseZone(zone.toUpperCase());
  if (hour > 24 || minute > 59 || second > 60 || Number.isNaN(offset)) return null;
  const milliseconds = Number(`0.${fraction || "0"}`) * 1000;
  return {
    milliseconds: ((hour * 60 + minute) * 60 + second) * 1000 + Math.floor(milliseconds),
    hasSeconds: secondText !== undefined && half === "",
    offset,
  };
}

function toHour(hour: number, half: string): number {
  if (half === "") return hour;
  return (hour % 12) + (half === "pm" ? 12 : 0);
}

function parseZone(zone: string): number {
  const named = ZONES[zone];
  if (named !== undefined) return named;
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (match === null) return Number.NaN;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === "-" ? -minutes : minutes;
}

/** Wall clock → instant. Twice, because the offset at the first guess may be that of the other side of a change. */
function toInstant(wall: number, timeZone: string): number {
  const guess = wall - offsetAt(wall, timeZone);
  return wall - offsetAt(guess, timeZone);
}

/** The zone's offset at an instant, in milliseconds east of UTC. */
function offsetAt(instant: number, timeZone: string): number {
  if (timeZone === "UTC") return 0;
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(instant);
  const value = (type: string): number =>
    Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(
    value("year"),
    value("month") - 1,
    value("day"),
    value("hour"),
    value("minute"),
    value("second"),
  );
  return wall - Math.floor(instant / 1000) * 1000;
}
