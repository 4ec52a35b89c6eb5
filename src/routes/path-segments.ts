// The path of a URL, decoded once: what is still encoded after that is what it says it is.

/** Longest path that is looked at, in characters; slugs of 120 letters take up to 1,440 when encoded. */
const MAX_PATH_LENGTH = 2_048;

/**
 * A URL's path → its decoded segments; null if it is overlong, not well encoded, or hides a slash in a segment,
 * which would give one file two addresses.
 *
 * @example pathSegments("https://kiyi.example/posts/a%20b?c") // → posts, a b
 * @example pathSegments("https://kiyi.example/%ff") // → null
 */
export function pathSegments(url: string): readonly string[] | null {
  const { pathname } = new URL(url);
  if (pathname.length > MAX_PATH_LENGTH) return null;
  try {
    const segments = pathname.slice(1).split("/").map(decodeURIComponent);
    return segments.some((segment) => segment.includes("/")) ? null : segments;
  } catch {
    return null;
  }
}
