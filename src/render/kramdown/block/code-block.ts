// Blocks of code: indented by four spaces or a tab, or between fences of backticks or tildes.

import {
  addClass,
  type AttributeList,
  type Attributes,
  printAttributes,
} from "../attribute-list.ts";
import { BACKTICK, isWhitespace, TAB, TILDE, trim } from "../characters.ts";
import {
  endOfBlankLines,
  isIndented,
  isRestBlank,
  skipOptionalSpace,
  type BlockScanner,
} from "../block-scanner.ts";
import { escapeText } from "../escape.ts";
import type { BlockConstruct } from "../construct.ts";
import type { Printing } from "../printing.ts";

export interface CodeToken {
  type: "code";
  raw: string;
  text: string;
  codeBlockStyle?: "indented";
  lang?: string;
  attributes: Attributes | null;
  list: AttributeList | null;
}

export const indentedCode: BlockConstruct = {
  name: "indented code",
  startsWith: null,
  read: readIndentedCode,
};

export const fencedCode: BlockConstruct = {
  name: "fenced code",
  startsWith: "`~",
  read: readFencedCode,
  interrupts: (scanner, at) =>
    lengthOfFence(scanner.text, skipOptionalSpace(scanner.text, at)) >= FENCE_LENGTH,
  prints: [{ type: "code", print: printCode }],
};

const FENCE_LENGTH = 3;

function readIndentedCode(scanner: BlockScanner): boolean {
  const start = scanner.position;
  if (!isIndented(scanner.text, start)) return false;
  const end = endOfIndentedCode(scanner, start);
  if (end === start) return false;
  addCode(scanner, end, {
    text: textOfIndentedCode(scanner.text.slice(start, end)),
    codeBlockStyle: "indented",
  });
  return true;
}

/** The index after the indented lines, their lazy lines and the blank lines between them. */
export function endOfIndentedCode(scanner: BlockScanner, start: number): number {
  const { text } = scanner;
  let end = start;
  for (;;) {
    const blank = endOfBlankLines(text, end);
    let at = blank === -1 ? end : blank;
    const first = at;
    while (at < text.length && isIndented(text, at) && !isRestBlank(text, at))
      at = scanner.endOfLine(at);
    if (at === first) return end;
    while (at < text.length && !isIndented(text, at) && !scanner.order.endsLazyLines(scanner, at)) {
      at = scanner.endOfLine(at);
    }
    end = at;
  }
}

// A lazy line is joined to the line before it with a space.
function textOfIndentedCode(source: string): string {
  const lines: string[] = [];
  for (let at = 0; at < source.length;) {
    const newline = source.indexOf("\n", at);
    const end = newline === -1 ? source.length : newline + 1;
    const content = afterIndent(source, at);
    const before = lines.at(-1);
    if (content === at && before !== undefined && isLazy(source, at)) {
      lines[lines.length - 1] = `${before.slice(0, -1)} `;
    }
    lines.push(source.slice(content, end));
    at = end;
  }
  return lines.join("");
}

function isLazy(source: string, at: number): boolean {
  return !isWhitespace(source.charCodeAt(skipOptionalSpace(source, at)));
}

/** The index after one step of indentation, or the index itself where there is none. */
export function afterIndent(text: string, at: number): number {
  if (!isIndented(text, at)) return at;
  return text.charCodeAt(at) === TAB ? at + 1 : at + 4;
}

function readFencedCode(scanner: BlockScanner): boolean {
  const { text, position } = scanner;
  const isGfm = scanner.document.options.input === "GFM";
  const start = isGfm ? skipOptionalSpace(text, position) : position;
  const length = lengthOfFence(text, start);
  if (length < FENCE_LENGTH || (!isGfm && text.charCodeAt(start) === BACKTICK)) return false;
  // A fence without an end may still be a shorter fence whose language begins with the rest of its signs.
  for (let tried = length; tried >= FENCE_LENGTH && tried > length - 2; tried -= 1) {
    if (readFence(scanner, start, start + tried)) return true;
  }
  return false;
}

function readFence(scanner: BlockScanner, start: number, end: number): boolean {
  const { text } = scanner;
  const newline = text.indexOf("\n", end);
  if (newline === -1) return false;
  const info = trim(text.slice(end, newline));
  if (/[ \t\v\f\r]/.test(info)) return false;
  const close = findFence(scanner, text.slice(start, end), newline + 1);
  if (close === -1) return false;
  const language = info.split("?", 1)[0] ?? "";
  const code = { text: text.slice(newline + 1, close) };
  addCode(scanner, scanner.endOfLine(close), language === "" ? code : { ...code, lang: language });
  return true;
}

// A fence that isn't closed is remembered: otherwise a text of openers would be searched for each of them.
function findFence(scanner: BlockScanner, fence: string, from: number): number {
  if (scanner.unclosedFences.has(fence)) return -1;
  const { text } = scanner;
  const sign = fence.charCodeAt(fence.length - 1);
  for (let at = from; at < text.length; at = scanner.endOfLine(at)) {
    const start = scanner.document.options.input === "GFM" ? skipOptionalSpace(text, at) : at;
    if (text.charCodeAt(start) !== fence.charCodeAt(0) || !text.startsWith(fence, start)) continue;
    let end = start + fence.length;
    while (text.charCodeAt(end) === sign) end += 1;
    if (isRestBlank(text, end)) return at;
  }
  scanner.unclosedFences.add(fence);
  return -1;
}

function lengthOfFence(text: string, at: number): number {
  let end = at;
  while (text.charCodeAt(end) === BACKTICK || text.charCodeAt(end) === TILDE) end += 1;
  return end - at;
}

interface CodeContent {
  readonly text: string;
  readonly lang?: string;
  readonly codeBlockStyle?: "indented";
}

function addCode(scanner: BlockScanner, end: number, content: CodeContent): void {
  const attributes =
    content.lang === undefined ? null : new Map([["class", `language-${content.lang}`]]);
  const raw = scanner.text.slice(scanner.position, end);
  scanner.add({ type: "code", raw, ...content, attributes, list: null });
  scanner.position = end;
}

const LANGUAGE_CLASS = /(?:^|\s)language-(\S+)/;

/** The language that a class `language-x` names, and the other attributes; `null` without one. */
export function splitLanguage(
  attributes: Attributes | null,
): [language: string | null, rest: Attributes | null] {
  const names = attributes?.get("class");
  const language = names === undefined ? undefined : LANGUAGE_CLASS.exec(names)?.[1];
  if (attributes === null || names === undefined || language === undefined)
    return [null, attributes];
  const rest = new Map(attributes);
  const other = trim(names.replace(LANGUAGE_CLASS, ""));
  if (other === "") rest.delete("class");
  else rest.set("class", other);
  return [language, rest];
}

// The wrappers and class names are those that Jekyll's themes style.
function printCode(token: CodeToken, printing: Printing): string {
  if (token.attributes?.get("class")?.split(/\s+/).includes("show-whitespaces"))
    return printWhitespace(token);
  const [language, rest] = splitLanguage(token.attributes);
  const code = printing.code(token.text, language ?? printing.document.options.defaultLanguage);
  const end = token.text.endsWith("\n") ? "" : "\n";
  if (code === null) {
    const named = language === null ? "" : ` class="language-${escapeText(language)}"`;
    return `<pre${printAttributes(rest)}><code${named}>${escapeText(token.text)}${end}</code></pre>\n`;
  }
  const wrapper = printAttributes(
    withHighlighterClass(
      token.attributes,
      language === null ? printing.document.options.defaultLanguage : null,
    ),
  );
  return `<div${wrapper}><div class="highlight"><pre class="highlight"><code>${code}${end}</code></pre></div></div>\n`;
}

/** The attributes of highlighted code, in a block or in a line, whose language is in them or is another. */
export function withHighlighterClass(
  attributes: Attributes | null,
  other: string | null,
): Attributes {
  const all = new Map(attributes);
  if (other !== null) addClass(all, `language-${other}`);
  addClass(all, "highlighter-rouge");
  return all;
}

// `{:.show-whitespaces}` makes spaces and tabs visible: at a line's beginning, end and between.
function printWhitespace({ text, attributes }: CodeToken): string {
  const marked = escapeText(text).replace(/[ \t]+/g, (run, at: number, whole: string) => {
    const isLeft = at === 0 || whole[at - 1] === "\n";
    const isRight = whole[at + run.length] === "\n" || at + run.length === whole.length;
    const side = isLeft ? "-l" : isRight ? "-r" : "";
    return Array.from(run, (sign) =>
      sign === "\t"
        ? `<span class="ws-tab${side}">\t</span>`
        : `<span class="ws-space${side}">&#8901;</span>`,
    ).join("");
  });
  return `<pre${printAttributes(attributes)}><code>${marked}</code></pre>\n`;
}
