// Jekyll's filters for URLs (jekyll/filters/url_filters.rb) and for parts of URLs.

import { textOf } from "./liquid-filter.ts";
import type { LiquidFilter } from "./liquid-filter.ts";
import type { LiquidRun } from "./liquid-run.ts";

const ABSOLUTE = /^[a-zA-Z][a-zA-Z0-9+.-]*:/;
const SLUG_SEPARATORS: Readonly<Record<string, RegExp>> = {
  raw: /\s+/g,
  default: /[^\p{M}\p{L}\p{Nd}]+/gu,
  pretty: /[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu,
  ascii: /[^A-Za-z0-9]+/g,
  latin: /[^A-Za-z0-9]+/g,
};

export const URL_FILTERS: Readonly<Record<string, LiquidFilter>> = {
  relative_url: (run, value) =>
    value === null || value === undefined ? null : relativeUrl(run, value),
  absolute_url: (run, value) =>
    value === null || value === undefined ? null : absoluteUrl(run, value),
  strip_index: (run, value) => textOf(run, value).replace(/\/index\.html?$/m, "/"),
  slugify: (run, value, mode) =>
    value === null || value === undefined ? null : slugify(textOf(run, value), mode),
  cgi_escape: (run, value) => escapeForm(textOf(run, value)),
  url_encode: (run, value) =>
    value === null || value === undefined ? null : escapeForm(textOf(run, value)),
  url_decode: (run, value) =>
    value === null || value === undefined
      ? null
      : decodeURIComponent(textOf(run, value).replaceAll("+", " ")),
  uri_escape: (run, value) => escapeUri(textOf(run, value)),
};

function relativeUrl(run: LiquidRun, value: unknown): string {
  const path = urlOf(run, value);
  if (ABSOLUTE.test(path)) return path;
  const base = textOf(run, run.context.site["baseurl"]).replace(/\/$/, "");
  return normalizeUrl(withLeadingSlash(base) + withLeadingSlash(path));
}

function absoluteUrl(run: LiquidRun, value: unknown): string {
  const path = urlOf(run, value);
  if (ABSOLUTE.test(path)) return path;
  return normalizeUrl(textOf(run, run.context.site["url"]) + relativeUrl(run, value));
}

/** A post stands for its URL. */
function urlOf(run: LiquidRun, value: unknown): string {
  const isPost = typeof value === "object" && value !== null && "url" in value;
  return textOf(run, isPost ? value.url : value);
}

function withLeadingSlash(part: string): string {
  return part === "" || part.startsWith("/") ? part : `/${part}`;
}

/** RFC 3986 §6.2.2 as Addressable does it: other letters percent-encoded, dots in the path resolved. */
function normalizeUrl(url: string): string {
  if (url === "") return url;
  if (!url.startsWith("/")) return URL.canParse(url) ? stripSlash(new URL(url).href, url) : url;
  const local = `http://local${url}`;
  return URL.canParse(local) ? new URL(local).href.slice("http://local".length) : url;
}

/** WHATWG adds the slash of an empty path, Addressable too. */
function stripSlash(href: string, url: string): string {
  return href.endsWith("/") && !url.endsWith("/") && new URL(url).pathname !== "/"
    ? href.slice(0, -1)
    : href;
}

function slugify(text: string, mode: unknown): string {
  const name = typeof mode === "string" ? mode : "default";
  const separators = Object.hasOwn(SLUG_SEPARATORS, name) ? SLUG_SEPARATORS[name] : undefined;
  if (separators === undefined) return text.toLowerCase();
  const plain = name === "latin" ? text.normalize("NFD").replace(/\p{M}/gu, "") : text;
  return plain.replace(separators, "-").replace(/^-|-$/g, "").toLowerCase();
}

/** Percent signs of earlier escapes stay, and so do brackets, as Addressable leaves them. */
function escapeUri(text: string): string {
  return encodeURI(text)
    .replace(/%25(?=[0-9a-fA-F]{2})/g, "%")
    .replace(/%5B|%5D/g, decodeURIComponent);
}

/** application/x-www-form-urlencoded, as Ruby's CGI.escape: letters, digits and `*-._~` stay. */
function escapeForm(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll("%20", "+");
}
