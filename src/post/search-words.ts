// The words under which text is found: one rule for what is indexed and for what readers look for, in every script.

import { foldText } from "./fold.ts";

/** Longer queries are refused, in UTF-16 units. */
export const MAX_QUERY_LENGTH = 200;

/** The words of a query that are looked for; each costs a walk through the index. */
const MAX_TERMS = 12;

/** A prefix of one letter finds nearly everything. */
const MIN_PREFIX_LENGTH = 2;

/** Letters, digits and the marks that belong to them. */
const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

/** Scripts that write words without spaces. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]+/gu;

/** What a name ends with behind an apostrophe in Turkish: `İstanbul’un`. Before it stands more than an article (`l’eau`). */
const SUFFIX = /(?<=[\p{L}\p{N}]{2})['’ʼ]\p{L}+/gu;

export interface SearchTerm {
  /** Stand next to each other in what is found. */
  readonly tokens: readonly string[];
  /** Whether the last token may go on. */
  readonly isPrefix: boolean;
  /** Of a script without spaces: found within what has no spaces around it. */
  readonly isUnspaced: boolean;
  /** The term as it stands in folded text. */
  readonly folded: string;
}

/**
 * Text → its words, folded. What has no spaces gives every pair of neighbouring characters, and its last one.
 *
 * @example searchWords("Işığı’n 翻訳者") // → isigi n 翻訳 訳者 者
 */
export function searchWords(text: string): readonly string[] {
  return (foldText(text).match(WORDS) ?? []).flatMap(pieces).flatMap((piece) => {
    if (!isUnspaced(piece)) return [piece];
    return [...pairs(piece), ...[...piece].slice(-1)];
  });
}

/**
 * Query → its terms; [] for one without letters and digits. The last word may go on in what is found.
 *
 * @example searchTerms("İstanbul'un ışı") // → istanbul, isi…
 */
export function searchTerms(query: string): readonly SearchTerm[] {
  const text = foldText(query.slice(0, MAX_QUERY_LENGTH)).replace(SUFFIX, "");
  const words = (text.match(WORDS) ?? []).flatMap(pieces).slice(0, MAX_TERMS);
  return words.map((word, index) => {
    const tokens = isUnspaced(word) ? pairs(word) : [];
    if (tokens.length > 0) return { tokens, isPrefix: false, isUnspaced: true, folded: word };
    // A single character of theirs begins a pair.
    if (isUnspaced(word)) return { tokens: [word], isPrefix: true, isUnspaced: true, folded: word };
    const isPrefix = index === words.length - 1 && word.length >= MIN_PREFIX_LENGTH;
    return { tokens: [word], isPrefix, isUnspaced: false, folded: word };
  });
}

/** A word, parted where its scripts begin or end to have spaces. */
function pieces(word: string): readonly string[] {
  const found: string[] = [];
  let end = 0;
  for (const match of word.matchAll(UNSPACED)) {
    if (match.index > end) found.push(word.slice(end, match.index));
    found.push(match[0]);
    end = match.index + match[0].length;
  }
  if (end < word.length) found.push(word.slice(end));
  return found;
}

function isUnspaced(piece: string): boolean {
  return piece.search(UNSPACED) === 0;
}

function pairs(piece: string): readonly string[] {
  const characters = [...piece];
  return characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
}
