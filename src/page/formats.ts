// Dates, numbers and names of languages in a reader's language, by Intl (ECMA-402).

import type { Locale } from "../post/locale.ts";
import type { PluralForms } from "./messages/messages.ts";

export interface Formats {
  /** Milliseconds since 1970 → the day, as in `24 Eylül 2018`. */
  day(time: number): string;
  number(value: number): string;
  /** In the reader's digits: `2018`. */
  year(year: number): string;
  /** The form for a count, with the count in it. */
  plural(forms: PluralForms, count: number): string;
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
  let rules: Intl.PluralRules | null = null;
  let languages: Intl.DisplayNames | null = null;
  const number = (value: number): string => {
    numbers ??= new Intl.NumberFormat(locale);
    return numbers.format(value);
  };
  return {
    number,
    day(time) {
      days ??= new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone });
      return days.format(time);
    },
    year: (year) => new Intl.NumberFormat(locale, { useGrouping: false }).format(year),
    plural(forms, count) {
      rules ??= new Intl.PluralRules(locale);
      const byCategory: Partial<Record<Intl.LDMLPluralRule, string>> = forms;
      const form = byCategory[rules.select(count)] ?? forms.other;
      return form.replace("#", number(count));
    },
    languageName(other) {
      languages ??= new Intl.DisplayNames(locale, { type: "language" });
      return nameOf(other, languages);
    },
  };
}

/**
 * A language in its own words, as it stands alone in a list of languages.
 *
 * @example ownLanguageName("fr") // → Français
 */
export function ownLanguageName(locale: Locale): string {
  const name = nameOf(locale, new Intl.DisplayNames(locale, { type: "language" }));
  // Georgian has capitals in Unicode, but words do not begin with one.
  if (name === locale || /^\p{Script=Georgian}/u.test(name)) return name;
  return name.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(locale));
}

/** Names are of languages alone: `of` throws a RangeError for a tag with extensions (`de-u-co-phonebk`). */
function nameOf(locale: Locale, names: Intl.DisplayNames): string {
  return names.of(new Intl.Locale(locale).baseName) ?? locale;
}

/** Milliseconds since 1970 → `2018-09-24T00:00:00.000Z` (RFC 3339), for machines. */
export function isoTime(time: number): string {
  return new Date(time).toISOString();
}
