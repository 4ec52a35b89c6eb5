// Walks over the tags of HTML text without building a tree; text, comments and attribute values are never taken for tags.

const START = /<(?:!--|\/?[a-zA-Z])/g;
/** A tag to its end, quoted values included (HTML Living Standard §13.2.5). The bound on the name keeps failing linear. */
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9-]{0,31})(?:[^"'>]|"[^"]*"|'[^']*')*>/y;

export interface Tag {
  /** As written: `<a href="b">`. */
  readonly text: string;
  /** In lower case. */
  readonly name: string;
  readonly isEnd: boolean;
}

/**
 * Replaces each tag; linear in the length of `markup`, whatever it is.
 *
 * @example replaceTags("<b>a</b>", (tag) => (tag.isEnd ? "" : "·")) // → ·a
 */
export function replaceTags(markup: string, replace: (tag: Tag) => string): string {
  let result = "";
  let position = 0;
  for (;;) {
    START.lastIndex = position;
    const start = START.exec(markup);
    if (start === null) break;
    result += markup.slice(position, start.index);
    position = start.index;
    if (start[0] === "<!--") {
      const end = markup.indexOf("-->", position + 4);
      if (end < 0) break;
      result += markup.slice(position, end + 3);
      position = end + 3;
      continue;
    }
    TAG.lastIndex = position;
    const tag = TAG.exec(markup);
    // An unclosed tag or comment swallows the rest for a browser too; going on would be quadratic.
    if (tag === null) break;
    const [text, slash, name = ""] = tag;
    result += replace({ text, name: name.toLowerCase(), isEnd: slash === "/" });
    position = TAG.lastIndex;
  }
  return result + markup.slice(position);
}
