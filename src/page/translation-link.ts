// The way to a translation, for readers of its language.

import type { CatalogPost } from "../catalog/catalog.ts";
import { lookup } from "../post/lookup.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import { ownPath } from "./addresses.ts";
import { type Chrome, languageAttributes } from "./chrome.ts";

/** The translation into the reader's language; null where there is none, or the post itself is in it. */
export function translationFor(
  post: Pick<CatalogPost, "locale">,
  translations: readonly CatalogPost[],
  { context }: Chrome,
): CatalogPost | null {
  if (lookup(context.locale, [post.locale]) !== null) return null;
  const locales = translations.map((translation) => translation.locale);
  const found = lookup(context.locale, locales);
  return translations.find((translation) => translation.locale === found) ?? null;
}

export function translationLink(translation: CatalogPost, { locale, messages }: Chrome): SafeHtml {
  const title = html`<a href="${ownPath(translation)}" hreflang="${translation.locale}"${languageAttributes(translation.locale, locale)}>${translation.title}</a>`;
  return html`<p class="translation">${messages.readTranslation} ${title}</p>\n`;
}
