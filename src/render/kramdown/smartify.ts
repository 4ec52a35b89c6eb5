// Text with typographic quotes, dashes and ellipses and nothing else of Markdown: Jekyll's filter `smartify`.

import { DocumentState } from "./document-state.ts";
import { printKramdown } from "./kramdown.ts";
import { readSpans } from "./read-spans.ts";
import { SpanScanner } from "./span-scanner.ts";
import { TYPOGRAPHY_ORDER } from "./order.ts";
import type { KramdownOptions } from "./kramdown-options.ts";

/**
 * Text, tags in it kept → HTML.
 *
 * @example smartify(`"It's" -- <b>so</b>`, options) // → “It’s” – <b>so</b>
 */
export function smartify(text: string, options: KramdownOptions): string {
  const document = new DocumentState(options, text.length);
  const place = { order: TYPOGRAPHY_ORDER, document, isInHtml: true };
  const scanner = new SpanScanner(text, place);
  readSpans(scanner, null);
  const { footnotes, headings, notes } = document;
  const tree = { tokens: scanner.tokens, options, footnotes, headings, notes };
  return printKramdown(tree, { math: null, code: null });
}
