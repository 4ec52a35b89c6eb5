// Documents as they are kept: bytes, and the headers that never change with the request.

import type { EdgeEntry } from "../cache/edge-cache.ts";
import type { Locale } from "../post/locale.ts";
import type { SafeHtml } from "../post/safe-html.ts";

export function htmlEntry(document: SafeHtml, locale: Locale): EdgeEntry {
  return textEntry(document.markup, {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Language": locale,
  });
}

export function textEntry(text: string, headers: Readonly<Record<string, string>>): EdgeEntry {
  return { body: new TextEncoder().encode(text), headers };
}
