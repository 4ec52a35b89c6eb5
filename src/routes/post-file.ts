// The last segment of a post's address: its slug, and perhaps an extension that says the format.

import type { Format } from "../negotiate/choose-format.ts";
import { parseSlug, type Slug } from "../post/slug.ts";

/** A map, because an object also knows `constructor`. */
const FORMATS: ReadonlyMap<string, Format> = new Map([
  ["md", "markdown"],
  ["json", "json"],
]);

export interface PostFile {
  readonly slug: Slug;
  /** Null where the address says none: the reader's Accept decides. */
  readonly extension: Format | null;
}

/**
 * @example parsePostFile("neden-dikkat.md") // → slug neden-dikkat, extension markdown
 * @example parsePostFile("neden-dikkat.") // → null
 */
export function parsePostFile(segment: string): PostFile | null {
  const dot = segment.lastIndexOf(".");
  const slug = parseSlug(dot < 0 ? segment : segment.slice(0, dot));
  const extension = dot < 0 ? null : FORMATS.get(segment.slice(dot + 1));
  return slug === null || extension === undefined ? null : { slug, extension };
}
