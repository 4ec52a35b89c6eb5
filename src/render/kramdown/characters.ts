// Character codes and classes that the scanners ask for: codes instead of regular expressions, which V8
// compiles on first use and once more for text outside Latin-1.

export const TAB = 0x09;
export const NEWLINE = 0x0a;
export const SPACE = 0x20;
export const EXCLAMATION = 0x21;
export const DOUBLE_QUOTE = 0x22;
export const HASH = 0x23;
export const DOLLAR = 0x24;
export const SINGLE_QUOTE = 0x27;
export const PAREN_OPEN = 0x28;
export const PAREN_CLOSE = 0x29;
export const ASTERISK = 0x2a;
export const PLUS = 0x2b;
export const HYPHEN = 0x2d;
export const DOT = 0x2e;
export const SLASH = 0x2f;
export const COLON = 0x3a;
export const SEMICOLON = 0x3b;
export const LESS_THAN = 0x3c;
export const EQUALS = 0x3d;
export const GREATER_THAN = 0x3e;
export const BRACKET_OPEN = 0x5b;
export const BACKSLASH = 0x5c;
export const BRACKET_CLOSE = 0x5d;
export const CARET = 0x5e;
export const UNDERSCORE = 0x5f;
export const BACKTICK = 0x60;
export const BRACE_OPEN = 0x7b;
export const PIPE = 0x7c;
export const BRACE_CLOSE = 0x7d;
export const TILDE = 0x7e;

/** Space or tab. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/** The white space of Ruby's `\s`: space, tab, newline, vertical tab, form feed, carriage return. */
export function isWhitespace(code: number): boolean {
  return code === SPACE || (code >= TAB && code <= 0x0d);
}

/** Text without white space at its ends. JavaScript's own trim takes spaces that belong to the text, such as U+3000. */
export function trim(text: string): string {
  return trimStart(trimEnd(text));
}

export function trimStart(text: string): string {
  let start = 0;
  while (start < text.length && isWhitespace(text.charCodeAt(start))) start += 1;
  return start === 0 ? text : text.slice(start);
}

export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && isWhitespace(text.charCodeAt(end - 1))) end -= 1;
  return end === text.length ? text : text.slice(0, end);
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

export function isAsciiLetter(code: number): boolean {
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

/** The characters of Ruby's `\w`: ASCII letters, digits and the underscore. */
export function isAsciiWord(code: number): boolean {
  return isAsciiLetter(code) || isDigit(code) || code === UNDERSCORE;
}

/** ASCII punctuation, the 32 signs between the letters and digits. */
export function isAsciiPunctuation(code: number): boolean {
  return code > SPACE && code < 0x7f && !isAsciiLetter(code) && !isDigit(code);
}

const WORD = /^[\p{L}\p{M}\p{Nd}\p{Pc}]/u;
const LETTER_OR_DIGIT = /^[\p{Alphabetic}\p{Nd}]/u;

/** Unicode's `\p{Word}` at an index: letters, marks, decimal digits, connector punctuation. */
export function isWordAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 0x80) return isAsciiWord(code);
  return isCommonLetter(code) || WORD.test(characterAt(text, index));
}

/** Unicode's `[[:alnum:]]` at an index; false past the end. */
export function isLetterOrDigitAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 0x80) return isAsciiLetter(code) || isDigit(code);
  return isCommonLetter(code) || LETTER_OR_DIGIT.test(characterAt(text, index));
}

/** Unicode's `[[:alpha:]]` for the character that ends before an index. */
export function isLetterBefore(text: string, index: number): boolean {
  const code = text.charCodeAt(index - 1);
  if (code < 0x80) return isAsciiLetter(code);
  const start = isLowSurrogate(code) ? index - 2 : index - 1;
  return isLetterOrDigitAt(text, start) && !/^\p{Nd}/u.test(characterAt(text, start));
}

// Letters of the scripts that most posts are written in, so that they need no regular expression.
function isCommonLetter(code: number): boolean {
  if (code < 0xc0) return false;
  if (code <= 0x24f) return code !== 0xd7 && code !== 0xf7;
  if (code >= 0x3b1 && code <= 0x481) return code !== 0x3f6;
  if (code >= 0x3041 && code <= 0x3096) return true;
  if (code >= 0x4e00 && code <= 0x9fff) return true;
  return code >= 0xac00 && code <= 0xd7a3;
}

function characterAt(text: string, index: number): string {
  const point = text.codePointAt(index);
  return point === undefined ? "" : String.fromCodePoint(point);
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff;
}
