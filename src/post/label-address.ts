// The address of a tag or a category: ASCII, and one for all spellings that fold alike.

import { foldText } from "./fold.ts";
import { punycode } from "./punycode.ts";

/** In characters: a name of 128 letters, which front matter may have, takes less in Punycode. */
const MAX_LABEL_LENGTH = 1_024;

/** Signs that tell names apart, C++ and C# from C, in words. */
const SIGNS: Readonly<Record<string, string>> = { "+": "plus", "#": "sharp", "&": "-and-" };

/** What is neither letter, mark, digit nor symbol parts words. */
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}\p{So}]+/u;

/**
 * A label's name → the last part of its address; null for a name without letters, digits and symbols, which has no
 * page. Of an address it makes the same address. Words in letters beyond ASCII are Punycode after `xn-`.
 *
 * @example labelAddress("Yapay Zekâ") // → yapay-zeka
 * @example labelAddress("C++") // → cplusplus
 * @example labelAddress("翻訳") // → xn-pw0a62s
 */
export function labelAddress(name: string): string | null {
  if (name.length > MAX_LABEL_LENGTH) return null;
  const words = foldText(name)
    .replace(/[+#&]/g, (sign) => SIGNS[sign] ?? sign)
    .split(BETWEEN_WORDS)
    .filter((word) => word !== "");
  if (words.length === 0) return null;
  return words.map((word) => (/^[a-z0-9]+$/.test(word) ? word : `xn-${punycode(word)}`)).join("-");
}
