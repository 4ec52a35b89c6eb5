// Locales: the languages a site serves, as canonical BCP 47 tags (RFC 5646).

declare const canonical: unique symbol;

/** A canonical language tag such as `tr`, `pt-BR`, `zh-Hant`. */
export type Locale = string & { readonly [canonical]: true };

/** Of a site that names none, as the tools of its past have it. */
export const DEFAULT_LOCALE: Locale = "en" as Locale;

/** Longest tag that is looked at, in characters: RFC 5646 §4.4.1 shows that 35 hold every sensible one. */
const MAX_TAG_LENGTH = 35;

/** RFC 5646 allows 4 to 8 letters as well, and no language has so many: `posts/hello.draft.md` is no translation. */
const LANGUAGE = /^[a-z]{2,3}(?:-|$)/i;

const RTL_SCRIPTS: ReadonlySet<string> = new Set([
  "Adlm",
  "Arab",
  "Hebr",
  "Nkoo",
  "Rohg",
  "Syrc",
  "Thaa",
]);

/**
 * Tag → canonical locale, or null if it is not a well-formed tag of a language.
 *
 * @example parseLocale("PT-br") // → pt-BR
 * @example parseLocale("iw") // → he
 * @example parseLocale("tr_TR") // → null
 */
export function parseLocale(tag: string): Locale | null {
  if (tag.length > MAX_TAG_LENGTH || !LANGUAGE.test(tag)) return null;
  try {
    const [locale] = Intl.getCanonicalLocales(tag);
    return locale === undefined ? null : (locale as Locale);
  } catch {
    return null;
  }
}

/** Whether text of this locale runs from right to left, by the script that CLDR gives the language. */
export function textDirection(locale: Locale): "ltr" | "rtl" {
  const { script } = new Intl.Locale(locale).maximize();
  return script !== undefined && RTL_SCRIPTS.has(script) ? "rtl" : "ltr";
}

/** The tags to try for a locale, most specific first (RFC 4647 §3.4): `zh-Hant-TW` → itself, `zh-Hant`, `zh`. */
export function truncations(locale: string): readonly string[] {
  const parts = locale.split("-");
  const tags: string[] = [];
  while (parts.length > 0) {
    tags.push(parts.join("-"));
    parts.pop();
    if (parts.at(-1)?.length === 1) parts.pop();
  }
  return tags;
}

/** Language and script a reader of this tag reads: `pt-PT` → `pt-Latn`, `zh-TW` → `zh-Hant`. */
export function languageAndScript(locale: string): string {
  const { language, script } = new Intl.Locale(locale).maximize();
  return `${language}-${script ?? ""}`;
}
