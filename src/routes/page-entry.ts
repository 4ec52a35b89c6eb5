// Documents as they are kept: bytes, and the headers that never change with the request.

import type { EdgeEntry } from "../cache/edge-cache.ts";
import type { Locale } from "../post/locale.ts";
import type { SafeHtml } from "../post/safe-html.ts";

export function htmlEntry(document: SafeHtml, locale: Locale): EdgeEntry {
  return textEntry(document.markup, { type: "text/html", locale });
}

export interface TextType {
  /** Media type, without its charset. */
  readonly type: string;
  /** Of the text, not of the reader. */
  readonly locale: Locale;
}

export function textEntry(text: string, { type, locale }: TextType): EdgeEntry {
  return {
    body: new TextEncoder().encode(text),
    headers: { "Content-Type": `${type}; charset=utf-8`, "Content-Language": locale },
  };
}
