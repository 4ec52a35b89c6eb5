// The path of a URL, decoded once: what is still encoded after that is what it says it is.

/** Longest path that is looked at, in characters; slugs of 120 letters take up to 1,440 when encoded. */
const MAX_PATH_LENGTH = 2_048;

/**
 * A URL's path → its decoded segments; null if it is overlong or not well encoded.
 *
 * @example pathSegments("/posts/a%20b") // → posts, a b
 * @example pathSegments("/%ff") // → null
 */
export function pathSegments(pathname: string): readonly string[] | null {
  if (pathname.length > MAX_PATH_LENGTH) return null;
  try {
    return pathname.slice(1).split("/").map(decodeURIComponent);
  } catch {
    return null;
  }
}
