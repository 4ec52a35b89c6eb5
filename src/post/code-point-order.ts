// The order in which SQLite sorts text: that of UTF-8 bytes, which is that of code points.

/** A comparator for `sort`; UTF-16's own order puts letters beyond U+FFFF before U+E000. */
export function compareCodePoints(left: string, right: string): number {
  const others = right[Symbol.iterator]();
  for (const character of left) {
    const other = others.next();
    if (other.done === true) return 1;
    if (character !== other.value) {
      return (character.codePointAt(0) ?? 0) - (other.value.codePointAt(0) ?? 0);
    }
  }
  return others.next().done === true ? 0 : -1;
}
