// The small facts of a post that cards and post pages share: date, reading time, tags.

import type { Post } from "../post/post.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import type { Chrome } from "./chrome.ts";
import { isoTime } from "./formats.ts";

export function postDate({ date }: Pick<Post, "date">, { formats }: Chrome): SafeHtml {
  return html`<time datetime="${isoTime(date)}">${formats.day(date)}</time>`;
}

/** The day of the last change; null if the post was not changed after the day it appeared. */
export function postUpdate(
  { date, lastModifiedAt }: Pick<Post, "date" | "lastModifiedAt">,
  { formats, messages }: Chrome,
): SafeHtml | null {
  if (lastModifiedAt === null || lastModifiedAt <= date) return null;
  const day = formats.day(lastModifiedAt);
  if (day === formats.day(date)) return null;
  return html`<time datetime="${isoTime(lastModifiedAt)}">${messages.updated(day)}</time>`;
}

export function readingTime(
  { readingMinutes }: Pick<Post, "readingMinutes">,
  { messages }: Chrome,
): string {
  return messages.readingTime(readingMinutes);
}

/** The one place that shows tags. */
export function tagList(
  { tags, locale }: Pick<Post, "tags" | "locale">,
  { messages }: Chrome,
): SafeHtml | null {
  if (tags.length === 0) return null;
  return html`<ul class="tags" aria-label="${messages.tags}" lang="${locale}">
    ${tags.map((tag) => html`<li>${tag}</li>`)}
  </ul> `;
}

/** Facts in one line with a dot between each two; absent ones leave no trace. */
export function separated(facts: readonly (SafeHtml | string | null)[]): SafeHtml {
  const present = facts.filter((fact) => fact !== null && fact !== "");
  return html`${present.map((fact, index) => html`${index > 0 && html` <span aria-hidden="true">·</span> `}${fact}`)}`;
}
