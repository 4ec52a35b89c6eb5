// The list of languages that the site is shown in: links, no script.

import type { Locale } from "../post/locale.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import { type Chrome, languageAttributes } from "./chrome.ts";
import { ownLanguageName } from "./formats.ts";

/** Null for a site with one language. `pathIn` is the address of the page at hand in another locale. */
export function languageSwitcher(
  pathIn: (locale: Locale) => string,
  { context, locale, messages }: Chrome,
): SafeHtml | null {
  const { locales } = context.site;
  if (locales.length < 2) return null;
  const items = locales.map((other) => {
    const current = other === context.locale && html` aria-current="true"`;
    const name = html`<span${languageAttributes(other, locale)}>${ownLanguageName(other)}</span>`;
    return html`<li><a href="${pathIn(other)}" hreflang="${other}"${current}>${name}</a></li>`;
  });
  return html`<details class="languages">
<summary><span class="sr">${messages.language}: </span>${ownLanguageName(locale)}</summary>
<ul>${items}</ul>
</details>`;
}
