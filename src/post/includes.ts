// Includes: texts below `_includes/` that posts take in with `{% include figure.html %}`, as in Jekyll.

/** Texts by their path below `_includes/`: `figure.html`, `media/video.html`. */
export type Includes = Readonly<Record<string, string>>;

/** An include is a snippet; a post may have four times as much. */
export const MAX_INCLUDE_BYTES: number = 64 * 1024;
/** All together: they are read whole when one of them changed, and an isolate of 128 MB holds them. */
export const MAX_INCLUDES_BYTES: number = 512 * 1024;
/** A theme of Jekyll's brings fewer than a hundred. */
export const MAX_INCLUDES = 500;

const FOLDER = "_includes/";
/** With the folder: KV's limit for a key. */
const MAX_KEY_BYTES = 512;
/** What Jekyll takes as the file of an include (jekyll/tags/include.rb); other files could never be included. */
const FILE_NAME = /^[\w/.\-()+~#@]+$/;
const NO_FILE_NAME = /^[./]|[./]{2,}|\/$/;

/**
 * A key of the store → the path that posts include it by; null for a key that is none.
 *
 * @example includePath("_includes/media/video.html") // → "media/video.html"
 */
export function includePath(key: string): string | null {
  if (!key.startsWith(FOLDER) || key.length > MAX_KEY_BYTES) return null;
  const path = key.slice(FOLDER.length);
  return FILE_NAME.test(path) && !NO_FILE_NAME.test(path) ? path : null;
}

/** Which limit includes break, as the end of a sentence for their author; null if none. */
export function brokenIncludeLimit(
  includes: readonly { readonly path: string; readonly text: string }[],
): string | null {
  const sizes = includes.map(({ text }) => new TextEncoder().encode(text).length);
  const large = sizes.findIndex((bytes) => bytes > MAX_INCLUDE_BYTES);
  if (large >= 0)
    return `"${includes[large]?.path}" has ${sizes[large]} bytes, the limit of an include is ${MAX_INCLUDE_BYTES}`;
  if (sizes.length > MAX_INCLUDES)
    return `there would be ${sizes.length} includes, the limit is ${MAX_INCLUDES}`;
  const all = sizes.reduce((sum, bytes) => sum + bytes, 0);
  if (all <= MAX_INCLUDES_BYTES) return null;
  return `all includes together would have ${all} bytes, the limit is ${MAX_INCLUDES_BYTES}`;
}
