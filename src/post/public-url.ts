// Which URLs that an author wrote may be linked to or loaded.

/**
 * Whether it is `http(s)://…` or a path without a scheme. Browsers ignore line breaks inside of a scheme, so the
 * URL parser decides, not the text.
 *
 * @example isPublicUrl("/images/a.png") // → true
 * @example isPublicUrl("java\nscript:alert(1)") // → false
 */
export function isPublicUrl(text: string): boolean {
  if (/[\p{Cc}\\<>"]/u.test(text)) return false;
  try {
    const { protocol } = new URL(text, "https://site.invalid/");
    return protocol === "https:" || protocol === "http:";
  } catch {
    return false;
  }
}
