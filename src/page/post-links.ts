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
  const items = others.map((other) => {
    const name = html`<span${languageAttributes(other.locale, post.locale)}>${ownLanguageName(other.locale)}</span>`;
    return html`<li><a href="${ownPath(other)}" hreflang="${other.locale}">${name}</a></li>`;
  });
  const label = html`<span${languageAttributes(locale, post.locale)}>${messages.translations}</span>`;
  return html`<div class="translations">${label}<ul>${items}</ul></div>\n`;
}

export function neighbourLinks(
  { post, neighbours: { newer, older } }: PublishedPost,
  chrome: Chrome,
): SafeHtml | null {
  if (newer === null && older === null) return null;
  const { locale, messages } = chrome;
  const links = [
    newer !== null && neighbourLink(newer, { kind: "newer", label: messages.newerPost, chrome }),
    older !== null && neighbourLink(older, { kind: "older", label: messages.olderPost, chrome }),
  ];
  return html`<nav class="turn" aria-label="${messages.neighbours}"${languageAttributes(locale, post.locale)}>${links}</nav>`;
}

interface LinkOptions {
  readonly kind: "newer" | "older";
  readonly label: string;
  readonly chrome: Chrome;
}

function neighbourLink(post: CatalogPost, { kind, label, chrome }: LinkOptions): SafeHtml {
  const path = postPath(post.slug, chrome.context.explicitLocale);
  const title = html`<span${languageAttributes(post.locale, chrome.locale)}>${post.title}</span>`;
  return html`<a class="${kind}" href="${path}"><span class="label">${label}</span> ${title}</a>`;
}
