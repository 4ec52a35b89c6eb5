// What a construct is: one rule of the dialect with all its parts: how it is recognised, its tokens, its print.

import type { BlockScanner } from "./block-scanner.ts";
import type { Printing } from "./printing.ts";
import type { SpanScanner } from "./span-scanner.ts";
import type { Tokens } from "marked";

/** Prints one type of token. Written as a method, so that a printer may name the type it prints. */
export interface TokenPrinter {
  readonly type: string;
  print(token: Tokens.Generic, printing: Printing): string;
}

export interface BlockConstruct {
  readonly name: string;
  /** The characters that may begin its first line after white space; null: any. */
  readonly startsWith: string | null;
  /** Reads the block at the scanner's position, moving it → true; otherwise leaves the scanner as it was. */
  read(scanner: BlockScanner): boolean;
  /** Whether a line at an index, inside a paragraph or a quote, ends it. */
  interrupts?(scanner: BlockScanner, at: number): boolean;
  readonly prints?: readonly TokenPrinter[];
}

export interface SpanConstruct {
  readonly name: string;
  /** The characters that may begin it. */
  readonly startsWith: string;
  /** Reads the span at the scanner's position, moving it → true; otherwise leaves the scanner as it was. */
  read(scanner: SpanScanner): boolean;
  readonly prints?: readonly TokenPrinter[];
}

/** The table of block constructs, asked by the first character of a line. */
export interface BlockOrder {
  constructsAt(code: number): readonly BlockConstruct[];
  /** Whether a line ends a paragraph. */
  endsParagraph(scanner: BlockScanner, at: number): boolean;
  /** Whether a line ends the lazy lines of a quote, a list item or a block of code. */
  endsLazyLines(scanner: BlockScanner, at: number): boolean;
}

/** The table of span constructs, asked by a character. */
export interface SpanOrder {
  /** 1 for each ASCII code that is not plain text. */
  readonly starts: Uint8Array;
  /** What may begin with a character. */
  constructsAt(code: number): readonly SpanConstruct[];
  /** The table inside HTML elements whose content is raw. */
  readonly inRawHtml: SpanOrder;
}
