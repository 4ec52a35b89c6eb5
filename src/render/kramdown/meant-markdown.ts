// Whether a raw HTML element's content is what its author meant as Markdown: inline text in `<p>`, `<td>` and
// the like. Jekyll shows the Markdown's characters; by default this dialect renders it.

import { BLOCK_ELEMENTS, MEANT_ELEMENTS, contentModelOf } from "./html-elements.ts";
import { SLASH } from "./characters.ts";
import { endOfTagName, type StartTag } from "./html-tag.ts";
import type { BlockScanner } from "./block-scanner.ts";
import type { DocumentState, SpanHolder } from "./document-state.ts";
import type { KramdownToken } from "./kramdown-token.ts";

// Formulas are for what renders mathematics: as Markdown their underscores and backslashes would be lost.
const MATH_SIGNS = ["$", "\\(", "\\[", "\\begin"];

/** Whether the element that a tag begins is rendered though Jekyll would leave it raw. */
export function isMeantAsMarkdown(scanner: BlockScanner, tag: StartTag): boolean {
  if (scanner.document.options.markdownInHtml !== "meant" || tag.isClosed) return false;
  if (!MEANT_ELEMENTS.has(tag.name) || tag.attributes.has("markdown")) return false;
  const close = scanner.endTags.find(tag.name, tag.end);
  if (close === null || holdsBlock(scanner.text, tag.end, close.start)) return false;
  const content = scanner.text.slice(tag.end, close.start);
  return !MATH_SIGNS.some((sign) => content.includes(sign));
}

function holdsBlock(text: string, from: number, to: number): boolean {
  for (let at = text.indexOf("<", from); at !== -1 && at < to; at = text.indexOf("<", at + 1)) {
    const start = text.charCodeAt(at + 1) === SLASH ? at + 2 : at + 1;
    const name = text.slice(start, endOfTagName(text, start)).toLowerCase();
    if (name !== "" && isBlockName(name)) return true;
  }
  return false;
}

function isBlockName(name: string): boolean {
  if (name === "br" || name === "wbr") return false;
  return (
    BLOCK_ELEMENTS.has(name) ||
    contentModelOf(name) === "block" ||
    name === "script" ||
    name === "style"
  );
}

/** Tells the author where Jekyll would have shown Markdown's characters. */
export function noteMeantMarkdown(document: DocumentState, holder: SpanHolder, name: string): void {
  if (!holder.tokens.some(isMarkdown)) return;
  document.warn(
    "kramdown/markdown-in-html",
    holder.line,
    `Rendered Markdown inside <${name}>: Jekyll leaves it raw unless the tag has markdown="span"`,
  );
}

function isMarkdown(token: KramdownToken): boolean {
  if (token.type === "html_element") return token.tokens.some(isMarkdown);
  return token.type !== "text" && token.type !== "html";
}
