// Links to the newer and older pages of a list. Nobody counts the posts: that would cost a read of all of them.

import { html, type SafeHtml } from "../post/safe-html.ts";
import type { Locale } from "../post/locale.ts";
import type { Chrome } from "./chrome.ts";

export interface ListPlace {
  /** From 1. */
  readonly page: number;
  readonly hasOlder: boolean;
  readonly pathOf: (page: number, locale: Locale | null) => string;
}

export function pagination(
  { page, hasOlder, pathOf }: ListPlace,
  { context: { explicitLocale }, messages }: Chrome,
): SafeHtml | null {
  if (page === 1 && !hasOlder) return null;
  const newer =
    page > 1 &&
    html`<a class="newer" href="${pathOf(page - 1, explicitLocale)}" rel="prev">${messages.newerPosts}</a>`;
  const older =
    hasOlder &&
    html`<a class="older" href="${pathOf(page + 1, explicitLocale)}" rel="next">${messages.olderPosts}</a>`;
  return html`<nav class="turn" aria-label="${messages.pages}">${newer}${older}</nav>`;
}
