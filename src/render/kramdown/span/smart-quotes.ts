// Typographic quotation marks: which way a `'` or `"` curls is told by the characters beside it, by the
// rules of SmartyPants.

import {
  ASTERISK,
  BACKSLASH,
  BRACE_OPEN,
  BRACKET_OPEN,
  DOT,
  DOUBLE_QUOTE,
  HYPHEN,
  isAsciiPunctuation,
  isAsciiWord,
  isDigit,
  isWhitespace,
  isWordAt,
  NEWLINE,
  PAREN_OPEN,
  SINGLE_QUOTE,
  SPACE,
  UNDERSCORE,
} from "../characters.ts";
import type { SpanConstruct } from "../construct.ts";
import type { SpanScanner } from "../span-scanner.ts";

export const smartQuotes: SpanConstruct = {
  name: "smart quotes",
  startsWith: `'"`,
  read: readQuote,
};

/** Which way a mark turns, and how many marks the rule takes: two in `"'Quoted' words"`. */
interface Turn {
  readonly isOpening: boolean;
  readonly marks: 1 | 2;
  /** The first of two marks stays as it is. */
  readonly keepsFirst?: true;
}

const OPENING: Turn = { isOpening: true, marks: 1 };
const OPENING_PAIR: Turn = { isOpening: true, marks: 2 };
const CLOSING: Turn = { isOpening: false, marks: 1 };
const CLOSING_AFTER_MARK: Turn = { isOpening: false, marks: 2, keepsFirst: true };

function readQuote(scanner: SpanScanner): boolean {
  const { text, position } = scanner;
  const isPrefixPlain =
    position > scanner.plainStart && text.charCodeAt(position - 1) !== BACKSLASH;
  const turn = chooseTurn(text, position, isPrefixPlain);
  if (turn.keepsFirst) scanner.addText(text.charAt(position));
  for (
    let index = turn.keepsFirst ? position + 1 : position;
    index < position + turn.marks;
    index += 1
  ) {
    scanner.addSymbol(signOf(scanner, text.charCodeAt(index), turn.isOpening));
  }
  scanner.position = position + turn.marks;
  return true;
}

// A character before the mark counts only where no other construct had to do with it.
function chooseTurn(text: string, at: number, isPrefixPlain: boolean): Turn {
  const turn = isPrefixPlain ? turnAfter(text, at) : turnAlone(text, at);
  if (turn !== null) return turn;
  return OPENING;
}

function turnAfter(text: string, at: number): Turn | null {
  const before = text.charCodeAt(at - 1);
  const isAfterSpace = isWhitespace(before);
  if (isAfterSpace) {
    const spaced = turnOfPairOrDecade(text, at);
    if (spaced !== null) return spaced;
    return isAsciiWord(text.charCodeAt(at + 1)) ? OPENING : null;
  }
  return mayBeClosedAfter(before) ? CLOSING : null;
}

function turnAlone(text: string, at: number): Turn | null {
  const next = text.charCodeAt(at + 1);
  if (opensEmphasis(text, at + 1)) return OPENING;
  if (isClosingBeforePunctuation(text, at + 1)) return CLOSING;
  const pair = turnOfPairOrDecade(text, at);
  if (pair !== null) return pair;
  if (isQuote(next)) return CLOSING_AFTER_MARK;
  const endsWord = isAtEnd(text, at + 1) || isWhitespace(next) || isGenitive(text, at + 1);
  return endsWord ? CLOSING : null;
}

// `*x` or `__x` after the mark.
function opensEmphasis(text: string, at: number): boolean {
  if (!isEmphasisSign(text.charCodeAt(at))) return false;
  const second = text.charCodeAt(at + 1);
  return !isAtEnd(text, at + 1) && !isWhitespace(second);
}

function isEmphasisSign(code: number): boolean {
  return code === ASTERISK || code === UNDERSCORE;
}

// Punctuation that is followed by no word, and that is not an ellipsis.
function isClosingBeforePunctuation(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (!isAsciiPunctuation(code)) return false;
  if (text.charCodeAt(at + 1) === DOT && text.charCodeAt(at + 2) === DOT) return false;
  const isWordAfter = !isAtEnd(text, at + 1) && isWordAt(text, at + 1);
  return code === UNDERSCORE ? isWordAfter : !isWordAfter;
}

// `"'Quoted`, and `'80s`.
function turnOfPairOrDecade(text: string, at: number): Turn | null {
  const code = text.charCodeAt(at);
  const next = text.charCodeAt(at + 1);
  if (isQuote(next) && next !== code && isAsciiWord(text.charCodeAt(at + 2))) return OPENING_PAIR;
  if (code !== SINGLE_QUOTE || !isDigit(next) || !isDigit(text.charCodeAt(at + 2))) return null;
  return text[at + 3] === "s" ? CLOSING : null;
}

function isGenitive(text: string, at: number): boolean {
  return text[at] === "s" && (isAtEnd(text, at + 1) || !isWordAt(text, at + 1));
}

function isAtEnd(text: string, at: number): boolean {
  return at >= text.length || text.charCodeAt(at) === NEWLINE;
}

function mayBeClosedAfter(code: number): boolean {
  if (code === SPACE || code === BACKSLASH || isWhitespace(code)) return false;
  return code !== BRACKET_OPEN && code !== BRACE_OPEN && code !== PAREN_OPEN && code !== HYPHEN;
}

function isQuote(code: number): boolean {
  return code === SINGLE_QUOTE || code === DOUBLE_QUOTE;
}

function signOf(scanner: SpanScanner, code: number, isOpening: boolean): string {
  const [left, right, leftDouble, rightDouble] = scanner.document.options.smartQuotes;
  if (code === DOUBLE_QUOTE) return isOpening ? leftDouble : rightDouble;
  return isOpening ? left : right;
}
