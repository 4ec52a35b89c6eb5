// A map of excerpts cut into pieces that fit into one bound parameter each, and together replace a whole locale.

import { parseSlug } from "../post/slug.ts";
import { compareCodePoints } from "../post/code-point-order.ts";

/** Slugs after `after` up to and with `upTo`. */
export interface ExcerptRange {
  readonly after: string;
  readonly upTo: string;
  /** JSON map of slug to excerpt: all that the range holds. */
  readonly json: string;
}

/** Slugs and excerpts of one range, in UTF-16 units: a third of the 2,000,000 bytes that D1 takes in a parameter. */
const MAX_RANGE_LENGTH = 600_000;

/** The last code point there is: no slug comes after it. */
const LAST_SLUG = "\u{10ffff}";

/** The ranges follow each other without a gap and cover every slug there can be; keys that are no slugs are left out. */
export function excerptRanges(excerpts: Readonly<Record<string, string>>): readonly ExcerptRange[] {
  const entries = Object.entries(excerpts)
    .filter(([slug]) => parseSlug(slug) !== null)
    .sort(([left], [right]) => compareCodePoints(left, right));
  const ranges: ExcerptRange[] = [];
  let after = "";
  let pending: [string, string][] = [];
  let length = 0;
  for (const [slug, excerpt] of entries) {
    const entryLength = JSON.stringify([slug, excerpt]).length;
    const last = pending.at(-1);
    if (last !== undefined && length + entryLength > MAX_RANGE_LENGTH) {
      ranges.push({ after, upTo: last[0], json: JSON.stringify(Object.fromEntries(pending)) });
      [after] = last;
      pending = [];
      length = 0;
    }
    pending.push([slug, excerpt]);
    length += entryLength;
  }
  return [...ranges, { after, upTo: LAST_SLUG, json: JSON.stringify(Object.fromEntries(pending)) }];
}
