// What rendering a post's source gives: values only, so that they can be kept as JSON.

import type { Note } from "../post/note.ts";
import type { SafeHtml } from "../post/safe-html.ts";

/** A heading of the body, in document order. */
export interface OutlineItem {
  /** 1 for `#` … 6 for `######`. */
  readonly level: number;
  /** The element's id; null where the heading has none. */
  readonly id: string | null;
  /** Plain text. */
  readonly text: string;
}

export interface RenderedPost {
  readonly html: SafeHtml;
  readonly outline: readonly OutlineItem[];
  /** The body's own excerpt as plain text: up to the separator, else the first paragraph; "" if there is none. */
  readonly excerpt: string;
  /** The whole body as plain text, blocks parted by a blank line; formulas as their TeX, code as it is. */
  readonly text: string;
  /** Whether the page needs the style sheet of formulas. */
  readonly hasMath: boolean;
  /** Targets of links and sources of images as written, after Liquid. */
  readonly links: readonly string[];
  readonly images: readonly string[];
  readonly notes: readonly Note[];
}
