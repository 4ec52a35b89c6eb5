// Plain text, as a span, and as the content of a tight list item.

import { escapeText } from "../escape.ts";
import type { KramdownToken } from "../kramdown-token.ts";
import type { Printing } from "../printing.ts";
import type { TokenPrinter } from "../construct.ts";

export interface TextToken {
  type: "text";
  raw: string;
  /** As read: quotes curled, character references decoded. */
  text: string;
  /** Whether `text` is HTML already: text of elements whose content is raw. */
  escaped?: true;
  /** The spans of a tight list item's first paragraph. */
  tokens?: KramdownToken[];
}

const BREAK_IN_CJK =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])\n(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])/gu;

export const textPrinter: TokenPrinter = { type: "text", print: printText };

function printText(token: TextToken, printing: Printing): string {
  if (token.tokens !== undefined) return printing.spans(token.tokens);
  const text = token.escaped ? token.text : escapeText(token.text);
  return printing.document.options.removeLineBreaksForCjk ? text.replace(BREAK_IN_CJK, "") : text;
}
