// Conditional requests (RFC 9110 §13): whether the client has the present version already.

/**
 * Whether If-None-Match names this tag, by weak comparison (§8.8.3.2). Who knows it has seen the page: this may be
 * answered before the page is read. `*` says nothing of that kind.
 */
export function knowsTag(request: Headers, tag: string): boolean {
  const tags = request.get("If-None-Match");
  return tags !== null && tags.split(",").some((known) => weak(known.trim()) === tag);
}

/** For a page that is there. §13.2.2: If-None-Match decides where it stands, else If-Modified-Since. */
export function isNotModified(
  request: Headers,
  { ETag: tag, "Last-Modified": modified }: Readonly<Record<string, string>>,
): boolean {
  const tags = request.get("If-None-Match");
  if (tags !== null) return tags.trim() === "*" || (tag !== undefined && knowsTag(request, tag));
  const since = Date.parse(request.get("If-Modified-Since") ?? "");
  // Equal, not later: a page can go back to an older version, and a time of the client's own says nothing.
  return modified !== undefined && since === Date.parse(modified);
}

function weak(tag: string): string {
  return tag.startsWith("W/") ? tag : `W/${tag}`;
}
