// marked's lexer with kramdown's grammar: the tables of constructs take the place of its regular expressions.

import { Lexer, type TokensList } from "marked";
import { AbbreviationFinder } from "./abbreviations.ts";
import { addHeadingIds } from "./heading-ids.ts";
import { BlockScanner, finishBlocks, readBlocks } from "./block-scanner.ts";
import { DocumentState, type SpanHolder } from "./document-state.ts";
import { BLOCKS_AT_BOUNDARIES, BLOCKS_ENDING_PARAGRAPHS, SPAN_ORDER } from "./order.ts";
import { noteMeantMarkdown } from "./meant-markdown.ts";
import { readSpans } from "./read-spans.ts";
import { SpanScanner } from "./span-scanner.ts";
import { hasParagraphEnd, type KramdownOptions } from "./kramdown-options.ts";
import type { KramdownToken } from "./kramdown-token.ts";

export class KramdownLexer extends Lexer {
  /** What the lexed document defines. */
  readonly document: DocumentState;

  /** For a source of so many UTF-16 units. */
  constructor(options: KramdownOptions, length: number) {
    super();
    this.document = new DocumentState(options, length);
  }

  /** Source → tokens: blocks first, then the spans in them, when every definition is known. */
  override lex(source: string): TokensList {
    const tokens = this.lexBlocks(source);
    for (const token of tokens) this.tokens.push(token);
    return this.tokens;
  }

  lexBlocks(source: string): KramdownToken[] {
    const { document } = this;
    const order = hasParagraphEnd(document.options)
      ? BLOCKS_ENDING_PARAGRAPHS
      : BLOCKS_AT_BOUNDARIES;
    const text = normalizeLines(source);
    const scanner = new BlockScanner(
      text,
      { order, document },
      { depth: 0, line: 1, isInHtml: false },
    );
    const tokens = readBlocks(scanner);
    finishBlocks(tokens, document.attributeLists);
    for (const footnote of document.footnotes.values()) {
      finishBlocks(footnote.tokens, document.attributeLists);
    }
    this.lexSpans();
    addHeadingIds(document);
    return tokens;
  }

  lexSpans(): void {
    const { document } = this;
    const abbreviations =
      document.abbreviations.size === 0 ? null : new AbbreviationFinder(document);
    for (const holder of document.spanHolders) {
      readHolder(holder, document);
      abbreviations?.mark(holder.tokens);
    }
  }
}

function readHolder(holder: SpanHolder, document: DocumentState): void {
  const scanner = new SpanScanner(holder.text, {
    order: SPAN_ORDER,
    document,
    isInHtml: holder.isInHtml,
  });
  scanner.tokens = holder.tokens;
  readSpans(scanner, null);
  if (holder.meantIn !== undefined) noteMeantMarkdown(document, holder, holder.meantIn);
}

// Every line ends with a newline, also the last one.
function normalizeLines(source: string): string {
  const text = source.includes("\r") ? source.replace(/\r\n?/g, "\n") : source;
  return text.endsWith("\n") ? text : `${text}\n`;
}
