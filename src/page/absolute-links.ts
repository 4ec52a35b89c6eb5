// Relative URLs in a post's HTML → absolute ones, for readers that show it elsewhere (feeds).

const TAG_START = /<(?:!--|[a-zA-Z])/g;
/** A tag to its end, quoted values included (HTML Living Standard §13.2.5). */
const TAG = /<[a-zA-Z](?:[^"'>]|"[^"]*"|'[^']*')*>/y;
const URL_ATTRIBUTE = /(\s(?:href|src|poster|cite)\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi;
const SOURCE_SET = /(\ssrcset\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi;

/**
 * @example absoluteLinks('<a href="#top">', "https://a.example/posts/b") // → <a href="https://a.example/posts/b#top">
 */
export function absoluteLinks(markup: string, base: string): string {
  let result = "";
  let position = 0;
  for (;;) {
    TAG_START.lastIndex = position;
    const start = TAG_START.exec(markup);
    if (start === null) break;
    const end = start[0] === "<!--" ? commentEnd(markup, start.index) : tagEnd(markup, start.index);
    // An unclosed tag or comment swallows the rest for a browser too; going on would also be quadratic.
    if (end === null) break;
    const piece = markup.slice(start.index, end);
    result +=
      markup.slice(position, start.index) + (start[0] === "<!--" ? piece : resolveTag(piece, base));
    position = end;
  }
  return result + markup.slice(position);
}

function commentEnd(markup: string, start: number): number | null {
  const end = markup.indexOf("-->", start + 4);
  return end < 0 ? null : end + 3;
}

function tagEnd(markup: string, start: number): number | null {
  TAG.lastIndex = start;
  return TAG.test(markup) ? TAG.lastIndex : null;
}

function resolveTag(tag: string, base: string): string {
  const withUrls = tag.replace(URL_ATTRIBUTE, (_, name: string, double?: string, single?: string) =>
    quoted(name, resolve(double ?? single ?? "", base), double === undefined),
  );
  return withUrls.replace(SOURCE_SET, (_, name: string, double?: string, single?: string) =>
    quoted(name, resolveSourceSet(double ?? single ?? "", base), double === undefined),
  );
}

function quoted(name: string, value: string, isSingle: boolean): string {
  return isSingle ? `${name}'${value}'` : `${name}"${value}"`;
}

/** `a.webp 1x, b.webp 2x`: a URL and its descriptor each. */
function resolveSourceSet(value: string, base: string): string {
  return value.replace(
    /(^|,\s+)([^\s,]+)/g,
    (_, before: string, url: string) => before + resolve(url, base),
  );
}

/** The value stands in markup: its character references are left as they are, `&amp;` resolves like any other letters. */
function resolve(value: string, base: string): string {
  const url = value.trim();
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return value;
  return URL.parse(url, base)?.href ?? value;
}
