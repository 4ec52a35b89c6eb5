// A tree as plain text: for excerpts, search and reading time.

import { childrenOf, type ReadableToken } from "./document-tree.ts";
import { decodeEntity } from "./kramdown/entities.ts";

const BLOCKS_INSIDE = new Set(["blockquote", "list", "list_item", "definition_list", "definition"]);
const HIDDEN_ELEMENTS = new Set(["script", "style"]);

/** Blocks → their text, parted by blank lines; code as it is, formulas as their TeX, images as their alternative text. */
export function plainTextOf(tokens: readonly ReadableToken[]): string {
  const parts: string[] = [];
  let line = "";
  const endLine = (): void => {
    if (line.trim() !== "") parts.push(line.trim());
    line = "";
  };
  for (const token of tokens) {
    const block = textOfBlock(token);
    if (block === null) line += textOfSpan(token);
    else {
      endLine();
      if (block.trim() !== "") parts.push(block.trim());
    }
  }
  endLine();
  return parts.join("\n\n");
}

// Null for what stands in a line of text.
function textOfBlock(token: ReadableToken): string | null {
  if (BLOCKS_INSIDE.has(token.type)) return plainTextOf(childrenOf(token));
  switch (token.type) {
    case "paragraph":
    case "heading":
    case "definition_term":
      return textOfSpans(token.tokens ?? []);
    case "text":
      return token.tokens === undefined ? null : textOfSpans(token.tokens);
    case "code":
    case "math_block":
      return token.text ?? "";
    case "table":
      return textOfTable(token);
    case "space":
    case "hr":
    case "def":
      return "";
    default:
      return null;
  }
}

function textOfTable({ header = [], rows = [] }: ReadableToken): string {
  const lines = [header, ...rows].map((row) =>
    row.map((cell) => textOfSpans(cell.tokens)).join(" "),
  );
  return lines.join("\n");
}

function textOfSpans(tokens: readonly ReadableToken[]): string {
  return tokens.map(textOfSpan).join("");
}

function textOfSpan(token: ReadableToken): string {
  switch (token.type) {
    case "br":
      return "";
    case "html":
      return textOfHtml(token.text ?? "");
    case "html_element":
      return HIDDEN_ELEMENTS.has(token.name ?? "") ? "" : textOfElement(token);
    case "footnote_reference":
    case "checkbox":
      return "";
    default:
      if (token.tokens !== undefined && token.type !== "image") return textOfSpans(token.tokens);
      return token.escaped ? textOfHtml(token.text ?? "") : (token.text ?? "");
  }
}

function textOfElement({ tokens = [] }: ReadableToken): string {
  return tokens.some((token) => textOfBlock(token) !== null)
    ? plainTextOf(tokens)
    : textOfSpans(tokens);
}

const ENTITY = /&(#?\w{1,32});/g;

/** Markup → its text, without tags and comments, character references decoded. */
function textOfHtml(markup: string): string {
  let text = "";
  for (let at = 0; at < markup.length;) {
    const tag = markup.indexOf("<", at);
    if (tag === -1) return text + decode(markup.slice(at));
    const isComment = markup.startsWith("<!--", tag);
    const close = isComment ? markup.indexOf("-->", tag) : markup.indexOf(">", tag);
    if (close === -1) return text + decode(markup.slice(at));
    text += decode(markup.slice(at, tag));
    at = close + (isComment ? 3 : 1);
  }
  return text;
}

function decode(text: string): string {
  return text.replace(ENTITY, (reference, name: string) => decodeEntity(name) ?? reference);
}
