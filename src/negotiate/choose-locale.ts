// Which of the site's locales a reader gets: RFC 9110 §12.5.4 with the lookup of RFC 4647 §3.4.

import { type Locale, parseLocale, truncations } from "../post/locale.ts";
import { lookup } from "../post/lookup.ts";
import { parseWeights, type WeightedItem } from "./parse-weights.ts";

/**
 * The locale for an Accept-Language header; the first of `locales` is the default.
 *
 * `*` stands for the default; a range with q=0 refuses the locales that it names, unless nothing else is left.
 *
 * @example chooseLocale("az;q=0.9, pt-PT, tr;q=0", ["tr", "pt-BR"]) // → pt-BR
 */
export function chooseLocale(
  header: string | null,
  locales: readonly [Locale, ...Locale[]],
): Locale {
  const [fallback] = locales;
  if (header === null) return fallback;
  const items = parseWeights(header);
  const allowed = locales.filter((locale) => !isRefused(locale, items));
  for (const { value, weight } of items) {
    if (weight === 0) break;
    if (value === "*") return allowed[0] ?? fallback;
    const found = lookupIn(value, allowed);
    if (found !== null) return found;
  }
  return allowed[0] ?? fallback;
}

/** Only among locales of the range's own language: for others CLDR would be asked in vain, 25 µs a header. */
function lookupIn(value: string, allowed: readonly Locale[]): Locale | null {
  const range = parseLocale(value);
  if (range === null) return null;
  const related = allowed.filter((locale) => languageOf(locale) === languageOf(range));
  return related.length === 0 ? null : lookup(range, related);
}

/** `zh-Hant` → `zh`. */
function languageOf(locale: Locale): string {
  const end = locale.indexOf("-");
  return end < 0 ? locale : locale.slice(0, end);
}

/** Whether the most specific range that names this locale has q=0: `en;q=0` refuses `en-GB`, unless that is asked for. */
function isRefused(locale: Locale, items: readonly WeightedItem[]): boolean {
  for (const tag of truncations(locale)) {
    const item = items.find(({ value }) => value.toLowerCase() === tag.toLowerCase());
    if (item !== undefined) return item.weight === 0;
  }
  return false;
}
