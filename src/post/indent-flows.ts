// Lists and maps in brackets that go over several lines: Psych takes them at any indentation and with tabs, `yaml` doesn't.

/** What may stand before a value: then a quote opens a text, and a bracket a list. */
const BEFORE_VALUE = /[\s[{,:-]/;

/**
 * YAML → the same YAML with each line inside brackets indented by spaces, deeper than the line that opened them.
 * Lines keep their numbers. A text without such lines comes back as it is.
 *
 * @example indentFlows("tags: [a,\nb\n]") // → "tags: [a,\n b\n ]"
 */
export function indentFlows(text: string): string {
  let closers = "";
  let indent = 0;
  return text
    .split("\n")
    .map((line) => {
      const isInside = closers !== "";
      const own = /^[ \t]*/.exec(line)?.[0].length ?? 0;
      const written = isInside ? " ".repeat(Math.max(own, indent + 1)) + line.slice(own) : line;
      if (!isInside) indent = own;
      closers = openBrackets(line, closers);
      return written;
    })
    .join("\n");
}

/** The brackets that are still open after a line, as what closes them. */
function openBrackets(line: string, before: string): string {
  let closers = before;
  let quote = "";
  for (let index = 0; index < line.length; index += 1) {
    const character = line[index] ?? "";
    const isValueStart = index === 0 || BEFORE_VALUE.test(line[index - 1] ?? "");
    if (quote !== "") {
      if (quote === '"' && character === "\\") index += 1;
      else if (character === quote) quote = "";
    } else if (isValueStart && (character === '"' || character === "'")) quote = character;
    else if (isValueStart && character === "#") return closers;
    else if (isValueStart && character === "[") closers += "]";
    else if (isValueStart && character === "{") closers += "}";
    else if (character === closers.at(-1)) closers = closers.slice(0, -1);
  }
  return closers;
}
