// The years of the site's time zone, as stretches of time.

import { instantsOf } from "./wall-clock.ts";

/** The first year that stands for itself: weblogs are younger. What was written before is in one stretch. */
export const FIRST_YEAR = 1990;

/** What a Date can hold (ECMA-262 §21.4.1.1), milliseconds since 1970. */
const FIRST_INSTANT = -8_640_000_000_000_000;

export interface Year {
  /** {@link FIRST_YEAR} − 1 for that year and all before it. */
  readonly year: number;
  /** Milliseconds since 1970; within the year. */
  readonly from: number;
  /** Milliseconds since 1970; the next year's `from`. */
  readonly to: number;
}

/** Newest first, from the year of `now` (milliseconds since 1970) down to what was before {@link FIRST_YEAR}. */
export function yearsUntil(now: number, timeZone: string): readonly Year[] {
  // On the last day in UTC the next year may have begun elsewhere.
  const last = Math.max(FIRST_YEAR, new Date(now).getUTCFullYear() + 1);
  const starts = Array.from({ length: last + 2 - FIRST_YEAR }, (_, index) =>
    Date.UTC(FIRST_YEAR + index, 0, 1),
  );
  const instants = [FIRST_INSTANT, ...instantsOf(starts, timeZone)];
  const years = instants.slice(0, -1).map((from, index) => ({
    year: FIRST_YEAR - 1 + index,
    from,
    to: instants[index + 1] ?? from,
  }));
  return years.filter(({ from }) => from <= now).toReversed();
}
