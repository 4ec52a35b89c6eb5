// Finds the lines of pieces of a source that are asked for in their order, such as formulas that have notes.

export interface LineFinder {
  /** 1-based line of the next place where the first line of the piece stands; null if it stands nowhere. */
  lineOf(piece: string): number | null;
}

/** Each search may walk through the whole source; a post with more faults than this has other worries. */
const MAX_SEARCHES = 100;

export function createLineFinder(source: string): LineFinder {
  let from = 0;
  let line = 1;
  let searches = 0;

  function moveTo(place: number): void {
    for (let at = source.indexOf("\n", from); at !== -1 && at < place;) {
      line += 1;
      at = source.indexOf("\n", at + 1);
    }
    from = place;
  }

  return {
    lineOf(piece) {
      const [text = ""] = piece.trim().split("\n", 1);
      searches += 1;
      if (text === "" || searches > MAX_SEARCHES) return null;
      let at = source.indexOf(text, from);
      if (at === -1) {
        // Footnotes are printed after the text that they may stand before.
        at = source.indexOf(text);
        if (at === -1) return null;
        from = 0;
        line = 1;
      }
      moveTo(at);
      const found = line;
      moveTo(at + text.length);
      return found;
    },
  };
}
