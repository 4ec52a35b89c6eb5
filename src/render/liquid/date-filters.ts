// Liquid's `date` and Jekyll's filters for dates (jekyll/filters/date_filters.rb).

import { textOf } from "./liquid-filter.ts";
import type { LiquidFilter } from "./liquid-filter.ts";
import type { LiquidRun } from "./liquid-run.ts";
import { parseTime, timeOf } from "./liquid-time.ts";
import type { LiquidTime } from "./liquid-time.ts";
import { formatTime } from "./strftime.ts";

export const DATE_FILTERS: Readonly<Record<string, LiquidFilter>> = {
  date: (run, value, format) => {
    const pattern = textOf(run, format);
    const time = pattern === "" ? null : readTime(run, value);
    return time === null ? value : formatTime(time, pattern);
  },
  date_to_string: (run, value, type, style) => formatDay(run, value, { month: "%b", type, style }),
  date_to_long_string: (run, value, type, style) =>
    formatDay(run, value, { month: "%B", type, style }),
  date_to_xmlschema: (run, value) => formatLocal(run, value, "%Y-%m-%dT%H:%M:%S%:z"),
  date_to_rfc822: (run, value) => formatLocal(run, value, "%a, %d %b %Y %H:%M:%S %z"),
};

function readTime(run: LiquidRun, value: unknown): LiquidTime | null {
  const { now, timeZone } = run.context;
  const isNow = value === "now" || value === "today";
  return parseTime(isNow ? now : value, timeZone);
}

/** In the site's zone, whatever zone the value names. @throws Error where Jekyll refuses the date */
function formatLocal(run: LiquidRun, value: unknown, format: string): unknown {
  if (textOf(run, value) === "") return value;
  const time = readTime(run, value);
  if (time === null) throw new Error(`"${textOf(run, value)}" is no date`);
  return formatTime(timeOf(new Date(time.milliseconds), run.context.timeZone), format);
}

interface DayStyle {
  readonly month: "%b" | "%B";
  readonly type: unknown;
  readonly style: unknown;
}

function formatDay(run: LiquidRun, value: unknown, { month, type, style }: DayStyle): unknown {
  if (type !== "ordinal") return formatLocal(run, value, `%d ${month} %Y`);
  const day = formatLocal(run, value, "%-d");
  if (typeof day !== "string" || day === "") return value;
  const ordinal = day + ordinalSuffix(Number(day));
  return formatLocal(
    run,
    value,
    style === "US" ? `${month} ${ordinal}, %Y` : `${ordinal} ${month} %Y`,
  );
}

function ordinalSuffix(day: number): string {
  if (day >= 11 && day <= 13) return "th";
  return ["th", "st", "nd", "rd"][day % 10] ?? "th";
}
