// Relative URLs in a post's HTML → absolute ones, for readers that show it elsewhere (feeds).

import { replaceTags } from "./replace-tags.ts";

const URL_ATTRIBUTE = /(\s(?:href|src|poster|cite)\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi;
const SOURCE_SET = /(\ssrcset\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi;

/**
 * @example absoluteLinks('<a href="#top">', "https://a.example/posts/b") // → <a href="https://a.example/posts/b#top">
 */
export function absoluteLinks(markup: string, base: string): string {
  return replaceTags(markup, ({ text }) => resolveTag(text, base));
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
