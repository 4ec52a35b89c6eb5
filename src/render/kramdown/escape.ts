// Escaping as kramdown prints: text everything, attributes and raw HTML all but character references.

const SPECIAL = /[&<>]/;
const SPECIAL_ALL = /[&<>]/g;
const SPECIAL_OR_REFERENCE = /&(?:[A-Za-z_:][\w:-]*|#\d+|#x[0-9A-Fa-f]+);|[&<>"]/g;
const MARKUP_OR_REFERENCE = /&(?:[A-Za-z_:][\w:-]*|#\d+|#x[0-9A-Fa-f]+);|[&<>]/g;

/** Text → the same text inside an element: `&`, `<` and `>` escaped, quotes as they are. */
export function escapeText(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIAL_ALL, escapeCharacter) : text;
}

/** A value that may hold character references → the same value between double quotes. */
export function escapeAttribute(value: string): string {
  return value.replace(SPECIAL_OR_REFERENCE, escapeUnlessReference);
}

/** Text of a raw HTML element, character references kept. */
export function escapeHtmlText(text: string): string {
  return SPECIAL.test(text) ? text.replace(MARKUP_OR_REFERENCE, escapeUnlessReference) : text;
}

function escapeUnlessReference(match: string): string {
  return match.length > 1 ? match : escapeCharacter(match);
}

function escapeCharacter(character: string): string {
  if (character === "&") return "&amp;";
  if (character === "<") return "&lt;";
  return character === ">" ? "&gt;" : "&quot;";
}
