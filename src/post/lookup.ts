// Lookup: which of the locales at hand serves a reader of another one (RFC 4647 §3.4, then CLDR's likely scripts).

import { languageAndScript, truncations } from "./locale.ts";

/**
 * The first that exists: the range itself, the range truncated from its end, a locale of the same language and
 * script. Null if the reader would not read any of them.
 *
 * @example lookup("pt-PT", ["en", "pt-BR"]) // → pt-BR
 * @example lookup("zh-TW", ["zh-Hans", "zh-Hant"]) // → zh-Hant
 */
export function lookup<Tag extends string>(range: string, available: readonly Tag[]): Tag | null {
  for (const tag of truncations(range)) {
    const exact = available.find((candidate) => candidate.toLowerCase() === tag.toLowerCase());
    if (exact !== undefined) return exact;
  }
  const wanted = languageAndScript(range);
  return available.find((candidate) => languageAndScript(candidate) === wanted) ?? null;
}
