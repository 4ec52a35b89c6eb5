// How long reading a text takes.

/** Adults read 238 words of English prose a minute on average (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). */
const WORDS_PER_MINUTE = 238;
/** Scripts without spaces between words are counted by character: about 500 a minute in Chinese and Japanese. */
const CHARACTERS_PER_MINUTE = 500;

const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu;

/** Plain text → whole minutes, at least one. */
export function readingMinutes(text: string): number {
  let characters = 0;
  const spaced = text.replace(UNSPACED, () => {
    characters += 1;
    return " ";
  });
  const words = spaced.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / WORDS_PER_MINUTE + characters / CHARACTERS_PER_MINUTE));
}
