// The other addresses of a page that is in the language that its address says.

import type { Locale } from "../post/locale.ts";
import type { Alternate } from "./layout.ts";

/** Every locale's page is a version of its own; nothing for a site in one language. */
export function alternatesIn(
  locales: readonly Locale[],
  pathIn: (locale: Locale | null) => string,
): readonly Alternate[] {
  if (locales.length < 2) return [];
  return [
    ...locales.map((locale) => ({ hreflang: locale, path: pathIn(locale) })),
    { hreflang: "x-default", path: pathIn(null) },
  ];
}
