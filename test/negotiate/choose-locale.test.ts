import { describe, expect, it } from "vitest";
import { chooseLocale } from "../../src/negotiate/choose-locale.ts";
import { parseLocale, type Locale } from "../../src/post/locale.ts";

function locale(tag: string): Locale {
  const parsed = parseLocale(tag);
  if (parsed === null) throw new TypeError(`"${tag}" is no language tag`);
  return parsed;
}

function choose(header: string | null, tags: string): Locale {
  const [first = "", ...rest] = tags.split(" ");
  return chooseLocale(header, [locale(first), ...rest.map(locale)]);
}

/** [header, the site's locales, the locale to serve, where it is said] */
const CASES: readonly (readonly [string | null, string, string, string])[] = [
  [null, "tr en", "tr", "no header: any language will do, RFC 9110 §12.5.4"],
  ["en", "tr en", "en", "exact"],
  ["en-US,en;q=0.9", "tr en", "en", "truncation, RFC 4647 §3.4"],
  ["EN-us", "tr en", "en", "tags have no case, RFC 5646 §2.1.1"],
  ["de,en;q=0.7,tr;q=0.8", "en tr", "tr", "by weight"],
  ["fr;q=0.5,en;q=0.5", "tr en fr", "fr", "equal weights in their order"],
  ["ja,ko", "tr en", "tr", "nothing fits: the default"],
  ["*", "tr en", "tr", "* is the default"],
  ["ja,*;q=0.1", "tr en", "tr", "* after what is not served"],
  ["en;q=0, *", "en tr", "tr", "q=0 refuses, RFC 9110 §12.4.2"],
  ["tr;q=0", "tr en", "en", "a refused default gives way"],
  ["fr,en;q=0", "en-GB de", "de", "a refused language is refused in every region"],
  ["en;q=0,en-GB;q=0.5", "de en-GB", "en-GB", "the more specific range decides"],
  ["en;q=0,tr;q=0", "tr en", "tr", "all refused: a page is better than none"],
  ["pt-PT", "en pt-BR", "pt-BR", "same language and script"],
  ["pt", "en pt-BR", "pt-BR", "a language without a region"],
  ["zh-TW", "zh-Hans zh-Hant", "zh-Hant", "Taiwan writes traditional characters"],
  ["zh-CN", "zh-Hant zh-Hans", "zh-Hans", "China writes simplified ones"],
  ["zh-HK", "en zh-Hans", "en", "another script is no help"],
  ["sr-Latn-RS", "en sr", "sr", "truncation comes before scripts, RFC 4647 §3.4"],
  ["iw", "en he", "he", "the old code of Hebrew, canonical he"],
  ["zh-Hant-TW-x-private", "en zh-Hant", "zh-Hant", "private use is cut off with its singleton"],
  ["en;q=NaN, tr;q=1", "en tr", "tr", "an item with a q that is none is skipped"],
  [";;,,q=1", "tr en", "tr", "junk"],
  ["en;q=1.5,tr", "en tr", "tr", "q over 1 is none"],
  ["en ; q = 0.2 , tr ; Q=0.9", "en tr", "tr", "white space and case around q"],
  [`${"ja,".repeat(15)}en`, "tr en", "en", "the sixteenth item is read"],
  [`${"ja,".repeat(16)}en`, "tr en", "tr", "the seventeenth is not"],
  [`en-${"a".repeat(8192)}`, "tr en", "tr", "a tag of 8 KB"],
  [
    `ja,${"x".repeat(504)},en-US`,
    "tr en",
    "tr",
    "an item that the limit of 512 characters cuts is no item",
  ],
  ["tr_TR", "en tr", "en", "an underscore makes no tag"],
  ["\u0000\uFFFF, é", "tr en", "tr", "no ASCII"],
];

describe("chooseLocale()", () => {
  for (const [header, tags, expected, why] of CASES) {
    const shown = JSON.stringify(header)?.slice(0, 50);
    it(`chooses ${expected} of [${tags}] for ${shown}: ${why}`, () => {
      expect(choose(header, tags)).toBe(expected);
    });
  }
});
