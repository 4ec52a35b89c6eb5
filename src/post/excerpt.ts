// Which short text of a post a reader gets: the first of a chain that is in a language that they read.

import { type Locale, textDirection } from "./locale.ts";
import { lookup } from "./lookup.ts";

/** Long enough for two lines of a card and for a search engine's snippet. */
const MAX_GRAPHEMES = 160;
/** A grapheme of plain text seldom takes more; bounds the segmenter's work. */
const MAX_UNITS = MAX_GRAPHEMES * 8;

export interface ExcerptSources {
  /** The post's own language and text. */
  readonly locale: Locale;
  readonly excerpt: string;
  /** The front matter's `excerpts`, by locale. */
  readonly excerpts: Readonly<Record<string, string>>;
  readonly translations: readonly { readonly locale: Locale; readonly excerpt: string }[];
  /** `_data/excerpts/<locale>.yml`, by locale. */
  readonly dataExcerpts: Readonly<Record<string, string>>;
}

export interface LocalizedExcerpt {
  readonly text: string;
  readonly locale: Locale;
  readonly direction: "ltr" | "rtl";
  /** `translation`: the text is that of the translation in `locale`, and may link to it. */
  readonly origin: "excerpts" | "translation" | "data" | "own";
}

/**
 * The excerpt for a reader of `locale`; where none is in it, the site's `fallback` names the locales that such
 * readers read too, and the post's own is last.
 */
export function chooseExcerpt(
  sources: ExcerptSources,
  locale: Locale,
  fallback: Readonly<Record<string, readonly Locale[]>>,
): LocalizedExcerpt {
  const others = lookup(locale, Object.keys(fallback));
  for (const wanted of [locale, ...(others === null ? [] : (fallback[others] ?? []))]) {
    const found = excerptIn(sources, wanted);
    if (found !== null) return found;
  }
  return localized(sources.excerpt, sources.locale, "own");
}

function excerptIn(sources: ExcerptSources, wanted: Locale): LocalizedExcerpt | null {
  const front = textIn(sources.excerpts, wanted);
  if (front !== null) return localized(front.text, front.locale, "excerpts");
  const files = [
    { locale: sources.locale, excerpt: sources.excerpt, origin: "own" as const },
    ...sources.translations.map((file) => ({ ...file, origin: "translation" as const })),
  ].filter(({ excerpt }) => excerpt !== "");
  const tags = files.map((file) => file.locale);
  const tag = lookup(wanted, tags);
  const file = files.find((candidate) => candidate.locale === tag);
  if (file !== undefined) return localized(file.excerpt, file.locale, file.origin);
  const data = textIn(sources.dataExcerpts, wanted);
  return data === null ? null : localized(data.text, data.locale, "data");
}

function textIn(
  texts: Readonly<Record<string, string>>,
  wanted: Locale,
): { text: string; locale: Locale } | null {
  // Keys come from parseLocale; an empty text counts as missing.
  const tags = (Object.keys(texts) as Locale[]).filter((tag) => texts[tag] !== "");
  const tag = lookup(wanted, tags);
  const text = tag === null ? undefined : texts[tag];
  return tag === null || text === undefined ? null : { text, locale: tag };
}

function localized(
  text: string,
  locale: Locale,
  origin: LocalizedExcerpt["origin"],
): LocalizedExcerpt {
  return { text: truncateExcerpt(text, locale), locale, direction: textDirection(locale), origin };
}

/**
 * At most 160 graphemes, cut at the end of a word and closed with an ellipsis.
 *
 * @example truncateExcerpt("one two", "en") // → one two
 */
export function truncateExcerpt(text: string, locale: Locale): string {
  const isBounded = text.length > MAX_UNITS;
  const bounded = text.slice(0, MAX_UNITS).replace(/[\uD800-\uDBFF]$/, "");
  const plain = bounded.replace(/\s+/g, " ").trim();
  const graphemes = [...new Intl.Segmenter(locale, { granularity: "grapheme" }).segment(plain)];
  if (graphemes.length <= MAX_GRAPHEMES && !isBounded) return plain;
  // One for the ellipsis; the last one may be a part, if the bound fell into it.
  const limit = graphemes[Math.min(MAX_GRAPHEMES, graphemes.length) - 1]?.index ?? 0;
  let end = 0;
  for (const word of new Intl.Segmenter(locale, { granularity: "word" }).segment(plain)) {
    const wordEnd = word.index + word.segment.length;
    if (wordEnd > limit) break;
    if (word.isWordLike) end = wordEnd;
  }
  return `${plain.slice(0, end === 0 ? limit : end)}…`;
}
