// Emphasis, `*a*` or `_a_`, and strong emphasis, `**a**` or `__a__`.

import { type Attributes, printAttributes } from "../attribute-list.ts";
import {
  HYPHEN,
  isLetterBefore,
  isLetterOrDigitAt,
  isWhitespace,
  UNDERSCORE,
} from "../characters.ts";
import { IN_EM, IN_STRONG, type SpanScanner, type Stop } from "../span-scanner.ts";
import { stopAt } from "../span-stop.ts";
import type { KramdownToken } from "../kramdown-token.ts";
import type { Printing } from "../printing.ts";
import type { SpanConstruct } from "../construct.ts";

export interface EmphasisToken {
  type: "em" | "strong";
  raw: string;
  text: string;
  tokens: KramdownToken[];
  attributes: Attributes | null;
}

export const emphasis: SpanConstruct = {
  name: "emphasis",
  startsWith: "*_",
  read: readEmphasis,
  prints: [
    { type: "em", print: printEmphasis },
    { type: "strong", print: printEmphasis },
  ],
};

/** Underscores looked at before one; a longer run is a line drawn by hand. */
const LONGEST_RUN = 100;

type Kind = EmphasisToken["type"];

function readEmphasis(scanner: SpanScanner): boolean {
  const { position } = scanner;
  const sign = scanner.code(0);
  const kind: Kind = scanner.code(1) === sign ? "strong" : "em";
  const length = kind === "strong" ? 2 : 1;
  if (mayOpen(scanner, sign, kind)) {
    if (readElement(scanner, kind, length)) return true;
    // `**a*` may still be a star and an emphasis that begins with another.
    if (kind === "strong" && scanner.parent !== "em" && readElement(scanner, "em", 1)) return true;
  }
  scanner.position = position + length;
  scanner.addText(scanner.text.slice(position, position + length));
  return true;
}

function mayOpen(scanner: SpanScanner, sign: number, kind: Kind): boolean {
  const { text, position } = scanner;
  if (isWhitespace(scanner.code(kind === "strong" ? 2 : 1))) return false;
  if ((scanner.context & contextOf(kind)) !== 0 || !scanner.canTry()) return false;
  return sign !== UNDERSCORE || !isAfterWord(text, position);
}

// Underscores inside a word are part of it, also after a hyphen or other underscores: `my-_var__x`.
function isAfterWord(text: string, at: number): boolean {
  let end = at;
  while (end > at - LONGEST_RUN && text.charCodeAt(end - 1) === UNDERSCORE) end -= 1;
  if (text.charCodeAt(end - 1) === HYPHEN) end -= 1;
  return end > 0 && isLetterBefore(text, end);
}

function readElement(scanner: SpanScanner, kind: Kind, length: number): boolean {
  const { position, text } = scanner;
  const delimiter = text.slice(position, position + length);
  scanner.position = position + length;
  const stop = createStop(scanner, kind, delimiter);
  const context = scanner.context | contextOf(kind);
  const run = scanner.readInside({ context, parent: kind, stop, takesRest: false });
  if (!run.isFound) {
    scanner.position = position;
    return false;
  }
  const inside = text.slice(position + length, scanner.position);
  scanner.position += length;
  const raw = text.slice(position, scanner.position);
  scanner.add({ type: kind, raw, text: inside, tokens: run.tokens, attributes: null });
  return true;
}

function createStop(scanner: SpanScanner, kind: Kind, delimiter: string): Stop {
  const failures = scanner.failures(`${delimiter} ${scanner.context}`);
  return stopAt(failures, (inside) => closes(inside, kind, delimiter));
}

function closes(scanner: SpanScanner, kind: Kind, delimiter: string): boolean {
  const { text, position } = scanner;
  if (!text.startsWith(delimiter, position) || scanner.isEmpty()) return false;
  if (isWhitespace(text.charCodeAt(position - 1))) return false;
  const sign = delimiter.charCodeAt(0);
  const after = position + delimiter.length;
  // A pair of signs inside an emphasis opens a strong one; three close both.
  if (kind === "em" && text.charCodeAt(after) === sign && text.charCodeAt(after + 1) !== sign)
    return false;
  return sign !== UNDERSCORE || !isLetterOrDigitAt(text, after);
}

function contextOf(kind: Kind): number {
  return kind === "em" ? IN_EM : IN_STRONG;
}

function printEmphasis(token: EmphasisToken, printing: Printing): string {
  return `<${token.type}${printAttributes(token.attributes)}>${printing.spans(token.tokens)}</${token.type}>`;
}
