// Conditional requests (RFC 9110 §13): whether the client has the present version already.

/** §13.2.2: If-None-Match decides where it stands, by weak comparison (§8.8.3.2); else If-Modified-Since. */
export function isNotModified(
  request: Headers,
  { ETag, "Last-Modified": modified }: Readonly<Record<string, string>>,
): boolean {
  const tags = request.get("If-None-Match");
  if (tags !== null)
    return tags.trim() === "*" || tags.split(",").some((tag) => weak(tag.trim()) === ETag);
  const since = Date.parse(request.get("If-Modified-Since") ?? "");
  return modified !== undefined && since >= Date.parse(modified);
}

function weak(tag: string): string {
  return tag.startsWith("W/") ? tag : `W/${tag}`;
}
