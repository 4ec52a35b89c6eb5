// Which of the site's locales a reader gets: RFC 9110 §12.5.4 with the lookup of RFC 4647 §3.4.

import { type Locale, parseLocale, truncations } from "../post/locale.ts";
import { lookup } from "../post/lookup.ts";
import { parseWeights } from "./parse-weights.ts";

/**
 * The locale for an Accept-Language header; the first of `locales` is the default.
 *
 * `*` stands for the default; a range with q=0 refuses the locales that it names, unless nothing else is left.
 *
 * @example chooseLocale("az;q=0.9, pt-PT, tr;q=0", ["tr", "pt-BR"]) // → pt-BR
 */
export function chooseLocale(header: string | null, locales: readonly [Locale, ...Locale[]]): Locale {
  const [fallback] = locales;
  if (header === null) return fallback;
  const items = parseWeights(header);
  const refused = items.filter((item) => item.weight === 0).map((item) => item.value.toLowerCase());
  const allowed = locales.filter((locale) => !isRefused(locale, refused));
  for (const { value, weight } of items) {
    if (weight === 0) break;
    if (value === "*") return allowed[0] ?? fallback;
    const range = parseLocale(value);
    const found = range === null ? null : lookup(range, allowed);
    if (found !== null) return found;
  }
  return allowed[0] ?? fallback;
}

/** Whether a refused range names this locale or a language above it (`en;q=0` refuses `en-GB`). */
function isRefused(locale: Locale, refused: readonly string[]): boolean {
  return truncations(locale).some((tag) => refused.includes(tag.toLowerCase()));
}
