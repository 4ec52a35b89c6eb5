// Code in a line, between equal runs of backticks.

import { type Attributes, printAttributes } from "../attribute-list.ts";
import { BACKTICK, isWhitespace, SPACE } from "../characters.ts";
import type { BacktickRuns } from "../backtick-runs.ts";
import { escapeText } from "../escape.ts";
import { splitLanguage, withHighlighterClass } from "../block/code-block.ts";
import type { Printing } from "../printing.ts";
import type { SpanConstruct } from "../construct.ts";
import type { TextSearches } from "../text-searches.ts";
import type { SpanScanner } from "../span-scanner.ts";

export interface CodeSpanToken {
  type: "codespan";
  raw: string;
  text: string;
  attributes: Attributes | null;
}

export const codeSpan: SpanConstruct = {
  name: "code span",
  startsWith: "`",
  read: readCodeSpan,
  prints: [{ type: "codespan", print: printCodeSpan }],
};

export interface CodeSpanPlace {
  /** Index after the opening backticks. */
  readonly content: number;
  /** Index of the closing backticks; -1 without them. */
  readonly close: number;
  readonly length: number;
}

/** What knows the backticks of a text. */
export interface BacktickSearches {
  readonly backticks: BacktickRuns;
  readonly searches: TextSearches;
}

/** Where the code that a run of backticks at an index opens ends. */
export function findCodeSpan(
  text: string,
  at: number,
  { backticks, searches }: BacktickSearches,
): CodeSpanPlace {
  let content = at;
  while (text.charCodeAt(content) === BACKTICK) content += 1;
  const length = content - at;
  const isLoose = length === 1 && (at === 0 || isWhitespace(text.charCodeAt(at - 1)));
  if (isLoose && isWhitespace(text.charCodeAt(content))) return { content, close: -1, length };
  const close = length === 1 ? searches.find("`", content) : backticks.find(length, content);
  return { content, close, length };
}

function readCodeSpan(scanner: SpanScanner): boolean {
  const { text, position } = scanner;
  const { content, close, length } = findCodeSpan(text, position, scanner);
  if (close === -1) {
    scanner.addText(text.slice(position, content));
    scanner.position = content;
    return true;
  }
  scanner.position = close + length;
  const code =
    length === 1 ? text.slice(content, close) : withoutPadding(text.slice(content, close));
  scanner.add({
    type: "codespan",
    raw: text.slice(position, scanner.position),
    text: code,
    attributes: null,
  });
  return true;
}

function withoutPadding(code: string): string {
  const start = code.charCodeAt(0) === SPACE ? 1 : 0;
  const end = code.length > start && code.endsWith(" ") ? code.length - 1 : code.length;
  return code.slice(start, end);
}

function printCodeSpan(token: CodeSpanToken, printing: Printing): string {
  const [language] = splitLanguage(token.attributes);
  const highlighted = language === null ? null : printing.code(token.text, language);
  const attributes = printing.document.options.highlights
    ? withHighlighterClass(
        token.attributes,
        language === null ? printing.document.options.defaultLanguage : null,
      )
    : token.attributes;
  return `<code${printAttributes(attributes)}>${highlighted ?? escapeText(token.text)}</code>`;
}
