// Raw HTML, cut into what a reader sees as text and what is markup.

export interface RawHtmlPiece {
  /** False for tags, comments, and elements that were to be skipped, with all that is in them. */
  readonly isText: boolean;
  readonly markup: string;
}

/**
 * HTML as kramdown tidies it (`<` and `>` only in tags) → its pieces in order; together they are the whole.
 * Linear: what is never closed ends the search.
 *
 * @example splitRawHtml("a <b>c</b>", new Set(["b"])) // → text "a ", markup "<b>c</b>"
 */
export function splitRawHtml(html: string, skipped: ReadonlySet<string>): readonly RawHtmlPiece[] {
  const pieces: RawHtmlPiece[] = [];
  const lower = html.toLowerCase();
  let at = 0;
  while (at < html.length) {
    const tag = html.indexOf("<", at);
    const end = tag === -1 ? html.length : tag;
    if (end > at) pieces.push({ isText: true, markup: html.slice(at, end) });
    if (tag === -1) break;
    at = endOfMarkup(lower, tag, skipped);
    pieces.push({ isText: false, markup: html.slice(tag, at) });
  }
  return pieces;
}

function endOfMarkup(lower: string, tag: number, skipped: ReadonlySet<string>): number {
  if (lower.startsWith("<!--", tag)) return endOf(lower, "-->", tag);
  const name = /^<([a-z][a-z\d-]{0,20})/.exec(lower.slice(tag, tag + 24))?.[1] ?? "";
  if (!skipped.has(name)) return endOf(lower, ">", tag);
  const close = lower.indexOf(`</${name}`, tag);
  return close === -1 ? lower.length : endOf(lower, ">", close);
}

function endOf(lower: string, sign: string, from: number): number {
  const at = lower.indexOf(sign, from);
  return at === -1 ? lower.length : at + sign.length;
}
