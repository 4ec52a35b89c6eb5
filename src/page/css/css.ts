// A tag for style sheets: readable in the source, small in the page.

/** Line breaks and indentation go; nothing inside a line but the space after `:` and `,` and before `{` changes. */
export function css(strings: TemplateStringsArray): string {
  return strings
    .join("")
    .split("\n")
    .map((line) => line.trim())
    .join("")
    .replaceAll(": ", ":")
    .replaceAll(", ", ",")
    .replaceAll(" {", "{")
    .replaceAll(";}", "}");
}
