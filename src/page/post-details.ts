// The small facts of a post that cards and post pages share: date, reading time, tags.

import { labelAddress } from "../post/label-address.ts";
import type { Locale } from "../post/locale.ts";
import type { Post } from "../post/post.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import { labelPath } from "./addresses.ts";
import { type Chrome, languageAttributes } from "./chrome.ts";
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
  { formats, messages }: Chrome,
): string {
  return formats.plural(messages.readingTime, readingMinutes);
}

export interface Tags extends Pick<Post, "tags" | "locale"> {
  /** Those that lead to a list of posts: lists are of originals, so a translation's own tags have none. */
  readonly listed: readonly string[];
}

/** The one place that shows tags; `outer` is the language of what the list stands in. */
export function tagList(
  { tags, locale, listed }: Tags,
  outer: Locale,
  chrome: Chrome,
): SafeHtml | null {
  if (tags.length === 0) return null;
  const labels = new Set(listed.map(labelAddress));
  const items = tags.map((tag) => {
    const label = labelAddress(tag);
    const isListed = label !== null && labels.has(label);
    const name = isListed ? tagLink(tag, label, chrome) : tag;
    return html`<li${languageAttributes(locale, chrome.locale)}>${name}</li>`;
  });
  return html`<ul class="tags" aria-label="${chrome.messages.tags}"${languageAttributes(chrome.locale, outer)}>${items}</ul>\n`;
}

function tagLink(tag: string, label: string, { context }: Chrome): SafeHtml {
  const path = labelPath({ kind: "tag", label }, 1, context.explicitLocale);
  return html`<a href="${path}" rel="tag">${tag}</a>`;
}

/** Facts in one line, which the style sheet parts with dots; absent ones leave no trace. */
export function factList(items: readonly (SafeHtml | string | null)[]): SafeHtml {
  const present = items.filter((item) => item !== null && item !== "");
  return html`${present.map((item) => (typeof item === "string" ? html`<span>${item}</span>` : item))}`;
}
