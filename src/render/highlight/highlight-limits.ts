// What may be given to highlight.js: its grammars backtrack, and a few are quadratic in what a line or a run holds.

/** Characters of one post that are highlighted; the blocks after them stay plain. About 60 ms of CPU at 1 ms a kilobyte. */
export const MAX_POST_CHARACTERS = 65_536;

/** Characters of one block. 32 KB on one line cost 5 to 22 s in ten grammars of highlight.js 11.12; with all limits here the worst is 0.3 s (Java). */
const MAX_BLOCK_CHARACTERS = 16_384;

/** Characters of a block in a grammar that is still slow at {@link MAX_BLOCK_CHARACTERS}: csharp took 1.8 s there and 0.09 s at 4 KB. */
const MAX_SLOW_BLOCK_CHARACTERS = 4096;
const SLOW_GRAMMARS: readonly string[] = ["csharp", "ini"];

/** Characters of one line: minified files are not read by anybody. */
const MAX_LINE_CHARACTERS = 1000;

/** Characters of one class in a row (`aaaa…`, `$$$$…`, spaces): the input of every quadratic pattern that was found. At 256 the worst block of Java took 0.46 s. */
const MAX_RUN_CHARACTERS = 128;

/** Blank lines in a row: 32 KB of line ends took 1.7 s in JavaScript. */
const MAX_BLANK_LINES = 50;

const LINE_FEED = 10;

type CharacterClass = "blank" | "word" | "mark";

/** Whether a block is small and plain enough for the named grammar of highlight.js; one pass, no regular expression. */
export function isWithinHighlightLimits(code: string, grammar: string): boolean {
  if (code.length > maxBlockCharacters(grammar)) return false;
  let lineStart = 0;
  let runStart = 0;
  let runClass: CharacterClass = "mark";
  let blankLines = 0;
  let isBlankLine = true;
  for (let at = 0; at < code.length; at += 1) {
    const unit = code.charCodeAt(at);
    if (unit === LINE_FEED) {
      blankLines = isBlankLine ? blankLines + 1 : 0;
      if (blankLines > MAX_BLANK_LINES) return false;
      isBlankLine = true;
      lineStart = at + 1;
      runStart = at + 1;
      continue;
    }
    const nextClass = classOf(unit);
    if (nextClass !== runClass) runStart = at;
    runClass = nextClass;
    if (nextClass !== "blank") isBlankLine = false;
    if (at - lineStart >= MAX_LINE_CHARACTERS || at - runStart >= MAX_RUN_CHARACTERS) return false;
  }
  return true;
}

function maxBlockCharacters(grammar: string): number {
  return SLOW_GRAMMARS.includes(grammar) ? MAX_SLOW_BLOCK_CHARACTERS : MAX_BLOCK_CHARACTERS;
}

function classOf(unit: number): CharacterClass {
  if (unit === 32 || (unit >= 9 && unit <= 13)) return "blank";
  const isDigit = unit >= 48 && unit <= 57;
  const isLetter = (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit > 127;
  return isDigit || isLetter || unit === 95 ? "word" : "mark";
}
