// What an object of the store is, by its key.

import { includePath } from "./includes.ts";
import { type Locale, parseLocale } from "./locale.ts";
import { SITE_KEY } from "./site.ts";
import { parsePostKey, type PostAddress } from "./slug.ts";

export type ObjectKind =
  | { readonly kind: "post"; readonly address: PostAddress }
  | { readonly kind: "site" }
  /** `_data/excerpts/<locale>.yml`: excerpts by translators who do not touch posts. */
  | { readonly kind: "excerpts"; readonly locale: Locale }
  /** `_includes/<path>`: texts that posts take in with `{% include path %}`. */
  | { readonly kind: "include"; readonly path: string }
  /** Served to readers at the same path: `images/…`, `assets/…`. */
  | { readonly kind: "file" }
  | { readonly kind: "unknown" };

/** KV's limit; R2 takes twice as many. */
const MAX_KEY_BYTES = 512;
/** One key for each locale: its canonical tag, and one extension. */
const EXCERPTS_KEY = /^_data\/excerpts\/([^/]+)\.yml$/;

/**
 * @example objectKind("posts/hello.en.md") // → post, slug hello, locale en
 * @example objectKind("images/../_config.yml") // → unknown
 */
export function objectKind(key: string): ObjectKind {
  if (key === SITE_KEY) return { kind: "site" };
  const address = parsePostKey(key);
  if (address !== null) return { kind: "post", address };
  const tag = EXCERPTS_KEY.exec(key)?.[1] ?? "";
  const locale = parseLocale(tag);
  if (locale !== null && locale === tag) return { kind: "excerpts", locale };
  const path = includePath(key);
  if (path !== null) return { kind: "include", path };
  return isFileKey(key) ? { kind: "file" } : { kind: "unknown" };
}

/** Whole names in Unicode normal form below the two folders that are public; no dot segments, no hidden files. */
function isFileKey(key: string): boolean {
  const [folder, ...names] = key.split("/");
  if ((folder !== "images" && folder !== "assets") || names.length === 0) return false;
  if (new TextEncoder().encode(key).length > MAX_KEY_BYTES) return false;
  if (!key.isWellFormed() || key.normalize("NFC") !== key) return false;
  return names.every((name) => name !== "" && !name.startsWith(".") && !/[\p{Cc}\\]/u.test(name));
}
