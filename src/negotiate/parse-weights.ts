// Reads a list of items with q-values: Accept and Accept-Language (RFC 9110 §12.4.2, §12.5).

export interface WeightedItem {
  readonly value: string;
  /** From 0 (refused) to 1. */
  readonly weight: number;
}

/** Real headers have under 200 characters; a longer one is read up to here. */
const MAX_LENGTH = 512;
const MAX_ITEMS = 16;

/** qvalue = ( "0" [ "." 0*3DIGIT ] ) / ( "1" [ "." 0*3("0") ] ) */
const QVALUE = /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/;

/**
 * Header → its items by falling weight, equal ones in their order. Junk is left out; nothing throws.
 *
 * @example parseWeights("en;q=0.5, tr, ;;, de;q=7") // → tr 1, en 0.5
 */
export function parseWeights(header: string): readonly WeightedItem[] {
  const items: WeightedItem[] = [];
  for (const part of readable(header).split(",", MAX_ITEMS)) {
    const [value = "", ...parameters] = part.split(";").map((text) => text.trim());
    const weight = weightOf(parameters);
    if (value !== "" && weight !== null) items.push({ value, weight });
  }
  return items.sort((a, b) => b.weight - a.weight);
}

/** Up to the last whole item within the limit. */
function readable(header: string): string {
  if (header.length <= MAX_LENGTH) return header;
  const head = header.slice(0, MAX_LENGTH);
  return head.slice(0, Math.max(0, head.lastIndexOf(",")));
}

/** Null for a q that RFC 9110 doesn't know. */
function weightOf(parameters: readonly string[]): number | null {
  const text = parameters.find((parameter) => /^q\s*=/i.test(parameter));
  if (text === undefined) return 1;
  const value = text.slice(text.indexOf("=") + 1).trim();
  return QVALUE.test(value) ? Number(value) : null;
}
