// How much of what marked reads slowly a text may hold: its emphasis and links take the square of their
// number (measured: 20 KB of `*a_b ` 1.3 s, 10 KB of unclosed links 0.2 s), its quotes and lists the stack.

/** Signs of emphasis, links and tags in one block, that is between two blank lines. At this many: 15 ms. */
const MOST_SIGNS = 1_000;

/** Marks of quotes and lists at the beginning of one line. */
const MOST_MARKS = 60;

/** Columns of indentation: a list in a list takes two or more. */
const MOST_INDENTATION = 200;

const SIGNS = "*_~[]<`";
const MARKS = ">-+*.)0123456789 \t";

/** What in a text is beyond the limits, for a note; null where it is within. */
export function findGfmFault(source: string): string | null {
  let signs = 0;
  let start = 0;
  for (let at = 0; at <= source.length; at += 1) {
    const sign = source.charAt(at);
    if (SIGNS.includes(sign) && sign !== "") signs += 1;
    if (sign !== "\n" && at < source.length) continue;
    if (signs > MOST_SIGNS)
      return `a block holds more than ${MOST_SIGNS} signs of emphasis and links`;
    const fault = findLineFault(source, start, at);
    if (fault !== null) return fault;
    if (at === start || source.slice(start, at).trim() === "") signs = 0;
    start = at + 1;
  }
  return null;
}

function findLineFault(source: string, start: number, end: number): string | null {
  let at = start;
  let marks = 0;
  let spaces = 0;
  for (; at < end && MARKS.includes(source.charAt(at)); at += 1) {
    if (source.charAt(at) === " ") spaces += 1;
    else if (source.charAt(at) === "\t") spaces += 4;
    else marks += 1;
  }
  // A long line of one sign is a rule or an underline.
  const isRule = at >= end && new Set(source.slice(start, end).replace(/[ \t]/g, "")).size <= 1;
  if (marks > MOST_MARKS && !(isRule && source.charAt(start) !== ">"))
    return `a line begins with more than ${MOST_MARKS} marks`;
  return spaces > MOST_INDENTATION && at < end
    ? `a line is indented by more than ${MOST_INDENTATION} columns`
    : null;
}
