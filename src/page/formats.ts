// Dates, numbers and names of languages in a reader's language, by Intl (ECMA-402).

import type { Locale } from "../post/locale.ts";

export interface Formats {
  /** Milliseconds since 1970 → the day, as in `24 Eylül 2018`. */
  day(time: number): string;
  number(value: number): string;
  /** Name of a language within a sentence: `Turkish`, `turc`. */
  languageName(locale: Locale): string;
}

/**
 * For one page: each formatter is made once, at its first use. Making one takes 70 µs (dates) or 8 µs (the
 * others) warm, less than keeping them between requests is worth.
 */
export function createFormats(locale: Locale, timeZone: string): Formats {
  let days: Intl.DateTimeFormat | null = null;
  let numbers: Intl.NumberFormat | null = null;
  let languages: Intl.DisplayNames | null = null;
  return {
    day(time) {
      days ??= new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone });
      return days.format(time);
    },
    number(value) {
      numbers ??= new Intl.NumberFormat(locale);
      return numbers.format(value);
    },
    languageName(other) {
      languages ??= new Intl.DisplayNames(locale, { type: "language" });
      return languages.of(other) ?? other;
    },
  };
}

/**
 * A language in its own words, as it stands alone in a list of languages.
 *
 * @example ownLanguageName("fr") // → Français
 */
export function ownLanguageName(locale: Locale): string {
  const name = new Intl.DisplayNames(locale, { type: "language" }).of(locale) ?? locale;
  // Georgian has capitals in Unicode, but words do not begin with one.
  if (/^\p{Script=Georgian}/u.test(name)) return name;
  return name.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(locale));
}

/** Milliseconds since 1970 → `2018-09-24T00:00:00.000Z` (RFC 3339), for machines. */
export function isoTime(time: number): string {
  return new Date(time).toISOString();
}
