// Texts made to be slow: each grows with its length, and reading it must not take more than in proportion.

/** A shape gives a text of about so many UTF-16 units. */
export type Shape = (length: number) => string;

function repeat(piece: string, length: number): string {
  return piece.repeat(Math.max(1, Math.ceil(length / piece.length)));
}

/** Pieces numbered from 0 until they are long enough together. */
function numbered(piece: (index: number) => string, length: number): string {
  let text = "";
  for (let index = 0; text.length < length; index += 1) text += piece(index);
  return text;
}

export const HOSTILE_SHAPES: Readonly<Record<string, Shape>> = {
  "nested brackets": (n) => `${repeat("[", n / 2)}a${repeat("]", n / 2)}`,
  "open brackets": (n) => repeat("[", n),
  "open images": (n) => repeat("![", n),
  "nested images": (n) => repeat("![a", n / 2) + repeat("](b)", n / 2),
  "link openers": (n) => `${repeat("[a](", n)})`,
  "link titles": (n) => repeat('[a](b "', n),
  "brackets and references": (n) => `${repeat("[a][", n)}\n\n[a]: b\n`,
  "nested parentheses": (n) => `[a](${repeat("(", n / 2)}${repeat(")", n / 2)}`,
  "emphasis openers": (n) => repeat("*a ", n),
  "emphasis closed in code": (n) => `${repeat("*a ", n)}\`x*\``,
  "emphasis and strong": (n) => repeat("*a **b ", n),
  underscores: (n) => repeat("_a __b ", n),
  "emphasis and links": (n) => repeat("[*a ", n / 2) + repeat("b*] ", n / 2),
  "mixed emphasis": (n) => repeat("*a_b ", n),
  quotes: (n) => repeat(`"'`, n),
  backticks: (n) => numbered((index) => `a${"`".repeat(index + 1)}`, n),
  "backticks, falling": (n) => {
    const most = Math.floor(Math.sqrt(2 * n));
    return Array.from({ length: most }, (_, index) => `a${"`".repeat(most - index)}`).join("");
  },
  "quotes in quotes": (n) => repeat("> ", n),
  "quoted lines": (n) => repeat("> a\n", n),
  "lists on a line": (n) => repeat("- ", n),
  "list items": (n) => repeat("- a\n", n),
  "loose items": (n) => repeat("- a\n\n", n),
  "deep lists": (n) => numbered((index) => `${"  ".repeat(index)}- a\n`, n),
  "definitions in definitions": (n) => repeat(": ", n),
  "open divs": (n) => repeat("<div>", n),
  "open Markdown divs": (n) => repeat('<div markdown="1">\n', n),
  "open spans": (n) => repeat("<b>", n),
  "emphasis in open spans": (n) => repeat("*a<b>", n),
  comments: (n) => repeat("<!-- ", n),
  "attribute values": (n) => repeat('<a b="', n),
  "attributes without end": (n) => `<a ${repeat("b ", n)}`,
  autolinks: (n) => repeat("<http://a", n),
  formulas: (n) => `${repeat("$$a ", n)}$`,
  "formula blocks": (n) => repeat("$$ a\n\n", n),
  "attribute lists": (n) => repeat("{:.a", n),
  "span attribute lists": (n) => repeat("*a*{:.b}", n),
  "attribute list definitions": (n) =>
    `${numbered((index) => `{:a${index}: a${index + 1} .x}\n`, n)}\n{: a0}\nx\n`,
  extensions: (n) => repeat("{::comment}", n),
  abbreviations: (n) =>
    `${numbered((index) => `*[ab${index}]: t\n`, n / 2)}\n${repeat("ab1 ab2 ab99 ", n / 2)}`,
  "long abbreviations used often": (n) => `*[a]: ${repeat("t", n / 2)}\n\n${repeat("a ", n / 2)}`,
  "long links used often": (n) => `[a]: ${repeat("u", n / 2)}\n\n${repeat("[a] ", n / 2)}`,
  footnotes: (n) => `[^0]\n\n${numbered((index) => `[^${index}]: x [^${index + 1}]\n\n`, n)}`,
  "table rows": (n) => repeat("a | b\n", n),
  "table columns": (n) => repeat("|", n),
  "table that is none": (n) => `${repeat("a | b\n", n)}c`,
  fences: (n) => repeat("```a\n", n),
  "lazy code": (n) => `    a\n${repeat("b\n", n)}`,
  headings: (n) => `* x\n{:toc}\n\n${repeat("# a\n", n)}`,
  "one line of words": (n) => repeat("word ", n),
  "one line of spaces": (n) => `${repeat(" ", n)}a`,
  ampersands: (n) => repeat("&a", n),
  guillemets: (n) => repeat("a >>", n),
  "struck text": (n) => repeat("~~a*", n / 2) + repeat("b~~", n / 2),
  "cells meant as Markdown": (n) => repeat("<td>*a*", n),
};
