// What Ruby's Liquid makes of `{{ … }}` that it cannot parse: the first value, and of each filter its name and arguments.

const FRAGMENT = /^\s*("[^"]*"|'[^']*'|[^\s,|'"]+)/;
const FILTER = /^\s*(\w+)\s*(?::(.*))?$/s;
const ARGUMENT = /(?:\w+\s*:\s*)?(?:"[^"]*"|'[^']*'|[\w.-]+)/g;
const VARIABLE = /\[[^[\]]*\]|[\w-]+\??/g;

/**
 * Markup that does not parse → markup that does.
 *
 * @example laxMarkup(" {name | upcase: | append 'x' ") // → "name | upcase | append: 'x'"
 */
export function laxMarkup(markup: string): string {
  const [head = "", ...tail] = splitOutsideQuotes(markup);
  const fragment = FRAGMENT.exec(head)?.[1] ?? "";
  return [laxValue(fragment), ...tail.map(laxFilter)].filter((part) => part !== "").join(" | ");
}

/** In Ruby's Liquid a backslash in quotes is a backslash; liquidjs reads escapes. */
export function literalBackslashes(markup: string): string {
  return markup.replaceAll("\\", "\\\\");
}

function laxValue(fragment: string): string {
  if (/^["']/.test(fragment) || /^-?\d+(?:\.\d+)?$/.test(fragment)) return fragment;
  const parts = fragment.match(VARIABLE) ?? [];
  return parts.length === 0 ? "nil" : parts.join(".").replaceAll(".[", "[");
}

function laxFilter(text: string): string {
  const [, name, args = ""] = FILTER.exec(text) ?? /^\s*(\w+)(.*)$/s.exec(text) ?? [];
  if (name === undefined) return "";
  const values = args.match(ARGUMENT) ?? [];
  return values.length === 0 ? name : `${name}: ${values.join(", ")}`;
}

/** At every `|` that stands in no quotes; a quote without its partner is an ordinary character. */
function splitOutsideQuotes(markup: string): readonly string[] {
  return markup.match(/(?:"[^"]*"|'[^']*'|[^|])+/g) ?? [];
}
