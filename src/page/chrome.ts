// The chrome: the words around the posts, with the language that they are really in.

import { type Locale, textDirection } from "../post/locale.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import { createFormats, type Formats } from "./formats.ts";
import { en } from "./messages/en.ts";
import { ENGLISH, messagesFor } from "./messages/messages-for.ts";
import type { Messages } from "./messages/messages.ts";
import type { PageContext } from "./page-context.ts";

export interface Chrome {
  readonly context: PageContext;
  /** The language of `messages` and `formats`: English where the reader's has no messages yet. */
  readonly locale: Locale;
  readonly messages: Messages;
  readonly formats: Formats;
}

export function createChrome(context: PageContext): Chrome {
  const found = messagesFor(context.locale);
  const locale = found === null ? ENGLISH : context.locale;
  return {
    context,
    locale,
    messages: found ?? en,
    formats: createFormats(locale, context.site.timeZone),
  };
}

/**
 * The attributes of an element in `inner` that stands in one of `outer`: ` lang="ar" dir="rtl"`, or nothing
 * where both are one language (WCAG 2.2, 3.1.2).
 */
export function languageAttributes(inner: Locale, outer: Locale): SafeHtml {
  if (inner === outer) return html``;
  const direction = textDirection(inner);
  if (direction === textDirection(outer)) return html` lang="${inner}"`;
  return html` lang="${inner}" dir="${direction}"`;
}
