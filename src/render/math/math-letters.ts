// Letters of a mathematical alphabet: browsers ignore `mathvariant` (MathML Core), they want the letters themselves (Unicode, U+1D400).

interface Alphabet {
  /** Code points of A, a, 0, Α and α; null where the alphabet has none. */
  readonly capital: number;
  readonly small: number;
  readonly digit: number | null;
  readonly greekCapital: number | null;
  readonly greekSmall: number | null;
}

const ALPHABETS: Readonly<Record<string, Alphabet>> = {
  bold: alphabet(0x1d400, 0x1d7ce, [0x1d6a8, 0x1d6c2]),
  italic: alphabet(0x1d434, null, [0x1d6e2, 0x1d6fc]),
  "bold-italic": alphabet(0x1d468, null, [0x1d71c, 0x1d736]),
  script: alphabet(0x1d49c),
  "bold-script": alphabet(0x1d4d0),
  fraktur: alphabet(0x1d504),
  "double-struck": alphabet(0x1d538, 0x1d7d8),
  "bold-fraktur": alphabet(0x1d56c),
  "sans-serif": alphabet(0x1d5a0, 0x1d7e2),
  "bold-sans-serif": alphabet(0x1d5d4, 0x1d7ec),
  "sans-serif-italic": alphabet(0x1d608),
  "sans-serif-bold-italic": alphabet(0x1d63c),
  monospace: alphabet(0x1d670, 0x1d7f6),
};

/** Letters that Unicode had before the others and did not encode again. */
const EARLIER: Readonly<Record<string, string>> = {
  "\u{1d455}": "ℎ",
  "\u{1d49d}": "ℬ",
  "\u{1d4a0}": "ℰ",
  "\u{1d4a1}": "ℱ",
  "\u{1d4a3}": "ℋ",
  "\u{1d4a4}": "ℐ",
  "\u{1d4a7}": "ℒ",
  "\u{1d4a8}": "ℳ",
  "\u{1d4ad}": "ℛ",
  "\u{1d4ba}": "ℯ",
  "\u{1d4bc}": "ℊ",
  "\u{1d4c4}": "ℴ",
  "\u{1d506}": "ℭ",
  "\u{1d50b}": "ℌ",
  "\u{1d50c}": "ℑ",
  "\u{1d515}": "ℜ",
  "\u{1d51d}": "ℨ",
  "\u{1d53a}": "ℂ",
  "\u{1d53f}": "ℍ",
  "\u{1d545}": "ℕ",
  "\u{1d547}": "ℙ",
  "\u{1d548}": "ℚ",
  "\u{1d549}": "ℝ",
  "\u{1d551}": "ℤ",
};

/**
 * Text in a variant of MathML's; characters that the alphabet has not stay.
 *
 * @example mathLetters("R1", "double-struck") // → ℝ𝟙
 */
export function mathLetters(text: string, variant: string): string {
  const letters = Object.hasOwn(ALPHABETS, variant) ? ALPHABETS[variant] : undefined;
  if (letters === undefined) return text;
  return Array.from(text, (character) => {
    const code = mathCode(character.codePointAt(0) ?? 0, letters);
    const letter = code === null ? character : String.fromCodePoint(code);
    return EARLIER[letter] ?? letter;
  }).join("");
}

function mathCode(code: number, letters: Alphabet): number | null {
  return (
    shift(code, [0x41, 0x5a], letters.capital) ??
    shift(code, [0x61, 0x7a], letters.small) ??
    shift(code, [0x30, 0x39], letters.digit) ??
    shift(code, [0x391, 0x3a9], letters.greekCapital) ??
    shift(code, [0x3b1, 0x3c9], letters.greekSmall)
  );
}

function shift(
  code: number,
  [first, last]: readonly [number, number],
  start: number | null,
): number | null {
  return start !== null && code >= first && code <= last ? start + code - first : null;
}

function alphabet(
  capital: number,
  digit: number | null = null,
  [greekCapital, greekSmall]: readonly [number | null, number | null] = [null, null],
): Alphabet {
  return { capital, small: capital + 26, digit, greekCapital, greekSmall };
}
