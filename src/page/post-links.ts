// Where to go from a post: its translations, the posts before and after it.

import type { CatalogPost } from "../catalog/catalog.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import { ownPath, postPath } from "./addresses.ts";
import { type Chrome, languageAttributes } from "./chrome.ts";
import { ownLanguageName } from "./formats.ts";
import type { PublishedPost } from "./published-post.ts";

/** Every other language that this post can be read in. */
export function translationList(
  { post, translations }: PublishedPost,
  { locale, messages }: Chrome,
): SafeHtml | null {
  const others = translations.filter((other) => other.locale !== post.locale);
  if (others.length === 0) return null;
  const items = others.map(
    (other) =>
      html`<li${languageAttributes(other.locale, post.locale)}><a href="${ownPath(other)}" hreflang="${other.locale}">${ownLanguageName(other.locale)}<span>: ${other.title}</span></a></li>`,
  );
  return html`<div class="translations"><span${languageAttributes(locale, post.locale)}>${messages.translations}</span><ul>${items}</ul></div>\n`;
}

export function neighbourLinks(
  { post, neighbours: { newer, older } }: PublishedPost,
  chrome: Chrome,
): SafeHtml | null {
  if (newer === null && older === null) return null;
  const { locale, messages } = chrome;
  return html`<nav
    class="turn"
    aria-label="${messages.neighbours}"
    ${languageAttributes(locale, post.locale)}
  >
    ${newer !== null && link(newer, { kind: "newer", label: messages.newerPost, chrome })}${older !== null && link(older, { kind: "older", label: messages.olderPost, chrome })}
  </nav>`;
}

interface LinkOptions {
  readonly kind: "newer" | "older";
  readonly label: string;
  readonly chrome: Chrome;
}

function link(post: CatalogPost, { kind, label, chrome }: LinkOptions): SafeHtml {
  const path = postPath(post.slug, chrome.context.explicitLocale);
  return html`<a class="${kind}" href="${path}"><span class="label">${label}</span> <span${languageAttributes(post.locale, chrome.locale)}>${post.title}</span></a>`;
}
