// Folding: what is left of letters when case, marks and the dots of Turkish I are not told apart. One rule for what is
// searched and for what is looked for, and for the addresses of labels.

/** Letters that Unicode does not decompose, by what readers without them type. */
const PLAIN: Readonly<Record<string, string>> = {
  ı: "i",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ə: "e",
};
const UNDECOMPOSED = /[ıßæœøłđðþə]/g;

/** Accents of Latin, Greek and Cyrillic; points of Hebrew and Arabic, tatweel. Vowel signs of other scripts are letters. */
const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;

/**
 * The same text in the letters that all spellings of it share. Linear; the length may grow (a ligature of Arabic: 18 times).
 *
 * @example foldText("İSTANBUL’un ışığı") // → istanbul’un isigi
 */
export function foldText(text: string): string {
  return text
    .replaceAll("İ", "i")
    .toLowerCase()
    .normalize("NFKD")
    .toLowerCase()
    .replace(MARKS, "")
    .replace(UNDECOMPOSED, (letter) => PLAIN[letter] ?? letter)
    .normalize("NFC");
}
