// Ruby's strftime, with English names, over a moment with an offset.

import type { LiquidTime } from "./liquid-time.ts";

const DAYS = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
] as const;
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

const DIRECTIVE = /%([-0^_#]{0,4})(\d{0,2})(:{0,2}z|[a-zA-Z%+])/g;

/**
 * Ruby's strftime, English names; a directive that Ruby does not know stays as written.
 *
 * @example formatTime({ milliseconds: 0, offset: 0, zoneName: "UTC" }, "%-d %b %Y") // → 1 Jan 1970
 */
export function formatTime(time: LiquidTime, format: string): string {
  const local = new Date(time.milliseconds + time.offset * 60_000);
  return format.replace(DIRECTIVE, (written, flags: string, width: string, name: string) => {
    if (name === "N") return fractionOf(local, width);
    const part = PARTS[name];
    if (part !== undefined) return pad(part(local, time), { flags, width });
    const composite = Object.hasOwn(COMPOSITES, name) ? COMPOSITES[name] : undefined;
    return composite === undefined
      ? written
      : pad(text(formatTime(time, composite)), { flags, width });
  });
}

/** `%3N` has three digits, `%N` nine. */
function fractionOf(local: Date, width: string): string {
  const nanoseconds = String(local.getUTCMilliseconds()).padStart(3, "0").padEnd(9, "0");
  return nanoseconds.slice(0, width === "" ? 9 : Number(width));
}

interface Part {
  readonly text: string;
  readonly width: number;
  readonly fill: "0" | " ";
}

type ReadPart = (local: Date, time: LiquidTime) => Part;

const PARTS: Readonly<Record<string, ReadPart | undefined>> = {
  Y: (local) => number(local.getUTCFullYear(), 4),
  C: (local) => number(Math.floor(local.getUTCFullYear() / 100), 2),
  y: (local) => number(local.getUTCFullYear() % 100, 2),
  m: (local) => number(local.getUTCMonth() + 1, 2),
  B: (local) => text(MONTHS[local.getUTCMonth()]),
  b: (local) => text(MONTHS[local.getUTCMonth()]?.slice(0, 3)),
  h: (local) => text(MONTHS[local.getUTCMonth()]?.slice(0, 3)),
  d: (local) => number(local.getUTCDate(), 2),
  e: (local) => number(local.getUTCDate(), 2, " "),
  j: (local) => number(dayOfYear(local) + 1, 3),
  H: (local) => number(local.getUTCHours(), 2),
  k: (local) => number(local.getUTCHours(), 2, " "),
  I: (local) => number(hour12(local), 2),
  l: (local) => number(hour12(local), 2, " "),
  M: (local) => number(local.getUTCMinutes(), 2),
  S: (local) => number(local.getUTCSeconds(), 2),
  L: (local) => number(local.getUTCMilliseconds(), 3),
  p: (local) => text(local.getUTCHours() < 12 ? "AM" : "PM"),
  P: (local) => text(local.getUTCHours() < 12 ? "am" : "pm"),
  A: (local) => text(DAYS[local.getUTCDay()]),
  a: (local) => text(DAYS[local.getUTCDay()]?.slice(0, 3)),
  u: (local) => number(local.getUTCDay() || 7, 1),
  w: (local) => number(local.getUTCDay(), 1),
  U: (local) => number(weekOfYear(local, 0), 2),
  W: (local) => number(weekOfYear(local, 1), 2),
  V: (local) => number(isoWeek(local).week, 2),
  G: (local) => number(isoWeek(local).year, 4),
  z: (_, time) => text(offsetText(time.offset, "")),
  ":z": (_, time) => text(offsetText(time.offset, ":")),
  "::z": (_, time) => text(`${offsetText(time.offset, ":")}:00`),
  Z: (_, time) =>
    text(time.zoneName === "" ? offsetText(time.offset, "").slice(0, 3) : time.zoneName),
  s: (_, time) => number(Math.floor(time.milliseconds / 1000), 1),
  n: () => text("\n"),
  t: () => text("\t"),
  "%": () => text("%"),
};

const COMPOSITES: Readonly<Record<string, string>> = {
  D: "%m/%d/%y",
  F: "%Y-%m-%d",
  T: "%H:%M:%S",
  X: "%H:%M:%S",
  R: "%H:%M",
  r: "%I:%M:%S %p",
  c: "%a %b %e %H:%M:%S %Y",
  x: "%m/%d/%y",
  v: "%e-%^b-%Y",
  "+": "%a %b %e %H:%M:%S %Z %Y",
};

function text(value = ""): Part {
  return { text: value, width: 0, fill: " " };
}

function number(value: number, width: number, fill: "0" | " " = "0"): Part {
  return { text: String(value), width, fill };
}

function pad(
  part: Part,
  { flags, width }: { readonly flags: string; readonly width: string },
): string {
  let value = part.text;
  if (flags.includes("^")) value = value.toUpperCase();
  if (flags.includes("#"))
    value = value === value.toUpperCase() ? value.toLowerCase() : value.toUpperCase();
  if (flags.includes("-")) return value;
  const fill = flags.includes("_") ? " " : flags.includes("0") ? "0" : part.fill;
  return value.padStart(width === "" ? part.width : Number(width), fill);
}

function hour12(local: Date): number {
  return local.getUTCHours() % 12 || 12;
}

function dayOfYear(local: Date): number {
  return Math.floor((local.getTime() - Date.UTC(local.getUTCFullYear(), 0, 1)) / 86_400_000);
}

function weekOfYear(local: Date, firstDay: number): number {
  const weekday = (local.getUTCDay() - firstDay + 7) % 7;
  return Math.floor((dayOfYear(local) + 7 - weekday) / 7);
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function isoWeek(local: Date): { readonly year: number; readonly week: number } {
  const thursday = new Date(local.getTime() + (4 - (local.getUTCDay() || 7)) * 86_400_000);
  return { year: thursday.getUTCFullYear(), week: Math.floor(dayOfYear(thursday) / 7) + 1 };
}

function offsetText(offset: number, separator: string): string {
  const minutes = Math.abs(offset);
  const parts = [Math.floor(minutes / 60), minutes % 60].map((part) =>
    String(part).padStart(2, "0"),
  );
  return (offset < 0 ? "-" : "+") + parts.join(separator);
}
