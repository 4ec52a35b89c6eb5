// Links to the newer and older pages of a list. Nobody counts the posts: that would cost a read of all of them.

import { html, type SafeHtml } from "../post/safe-html.ts";
import { listPath } from "./addresses.ts";
import type { Chrome } from "./chrome.ts";

export function pagination(
  { page, hasOlder }: { readonly page: number; readonly hasOlder: boolean },
  { context: { explicitLocale }, messages }: Chrome,
): SafeHtml | null {
  if (page === 1 && !hasOlder) return null;
  const newer =
    page > 1 &&
    html`<a class="newer" href="${listPath(page - 1, explicitLocale)}" rel="prev">${messages.newerPosts}</a>`;
  const older =
    hasOlder &&
    html`<a class="older" href="${listPath(page + 1, explicitLocale)}" rel="next">${messages.olderPosts}</a>`;
  return html`<nav class="turn" aria-label="${messages.pages}">${newer}${older}</nav>`;
}
