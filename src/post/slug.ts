// Slugs: the URL segment of a post, and the object keys that are made of it.

import { type Locale, parseLocale } from "./locale.ts";

declare const checked: unique symbol;

/** Lower-case letters of any script, digits and single hyphens, in Unicode normal form. */
export type Slug = string & { readonly [checked]: true };

/** In characters. Object keys may have 1,024 bytes (R2) or 512 (KV); a letter takes up to four. */
const MAX_SLUG_LENGTH = 120;

/** Letters that have no upper case or are none, digits, and the marks that letters need. */
const SLUG =
  /^[\p{Ll}\p{Lo}\p{Lm}\p{Nd}][\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}]*(?:-[\p{Ll}\p{Lo}\p{Lm}\p{Nd}][\p{Ll}\p{Lo}\p{Lm}\p{Mn}\p{Mc}\p{Nd}]*)*$/u;

/** Fillers, variation selectors, and the second dot that JavaScript puts on a lower-cased `İ`: another slug looks the same. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|[ij]\u0307/u;

/** Compatibility forms by Unicode's tables, everyday letters in Thai, Lao and Armenian. */
const EVERYDAY_LETTERS = /[\u0E33\u0EB3\u0587]/g;

/**
 * Text → slug, or null. Compatibility forms (`ﬁ`, `ſ`, full-width letters) and decomposed text are no slugs,
 * so a post has one address only.
 *
 * @example parseSlug("neden-dikkat") // → neden-dikkat
 * @example parseSlug("Neden") // → null
 */
export function parseSlug(text: string): Slug | null {
  if (text.length > MAX_SLUG_LENGTH || !SLUG.test(text) || INVISIBLE.test(text)) return null;
  const plain = text.replace(EVERYDAY_LETTERS, "");
  if (text.normalize("NFC") !== text || plain.normalize("NFKC") !== plain) return null;
  return text as Slug;
}

/** One file of a post: the post itself (`locale` null: its own language) or a translation. */
export interface PostAddress {
  readonly slug: Slug;
  readonly locale: Locale | null;
}

/** Where a post's source lies: `posts/<slug>.md`, a translation at `posts/<slug>.<locale>.md`. */
export function postKey({ slug, locale }: PostAddress): string {
  return locale === null ? `posts/${slug}.md` : `posts/${slug}.${locale}.md`;
}

/** The reverse of {@link postKey}; null for any key that is not a post's. */
export function parsePostKey(key: string): PostAddress | null {
  if (!key.startsWith("posts/") || !key.endsWith(".md")) return null;
  const [name = "", tag, ...rest] = key.slice("posts/".length, -".md".length).split(".");
  const slug = parseSlug(name);
  if (slug === null || rest.length > 0) return null;
  if (tag === undefined) return { slug, locale: null };
  const locale = parseLocale(tag);
  return locale === tag ? { slug, locale } : null;
}
