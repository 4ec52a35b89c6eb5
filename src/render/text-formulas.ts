// Formulas in running text, as MathJax finds them in the page that kramdown made: `\(…\)`, `\[…\]`, environments,
// references, `$…$`. Their text becomes the tokens that `$$…$$` has, before anything reads or prints the tree.

import { decodeEntity } from "./kramdown/entities.ts";
import type { KramdownToken } from "./kramdown/kramdown-token.ts";
import { type MathTextOptions, splitMathText } from "./math/math-text.ts";
import { splitRawHtml } from "./raw-html-text.ts";

/** Where MathJax looks for no formulas: its `skipHtmlTags`. */
const SKIPPED_ELEMENTS = new Set(["script", "noscript", "style", "textarea", "pre", "code"]);

/** A hard line break inside a text: a noncharacter, so that it cannot be the author's (Unicode §23.7). */
const BREAK = "\uFDD2";

/** What kramdown makes of the signs of TeX. */
const TYPED_SIGNS: ReadonlyMap<string, string> = new Map([
  ["‘", "'"],
  ["’", "'"],
  ["“", '"'],
  ["”", '"'],
  ["–", "--"],
  ["—", "---"],
  ["…", "..."],
  ["«", "<<"],
  ["«\u00A0", "<< "],
  ["»", ">>"],
  ["\u00A0»", " >>"],
]);
const TYPESET_SIGN = /[‘’“”–—…]|«\u00A0?|\u00A0?»/g;

/** Whether a tree has a formula that is marked as one, `$$…$$`. */
export function hasMarkedFormula(tokens: readonly KramdownToken[]): boolean {
  return tokens.some(
    (token) =>
      token.type === "math_block" ||
      token.type === "inline_math" ||
      childLists(token).some(hasMarkedFormula),
  );
}

/** Replaces texts that hold formulas inside these blocks; all other tokens stay what and where they are. */
export function markTextFormulas(blocks: readonly KramdownToken[], options: MathTextOptions): void {
  for (const list of blocks.flatMap(childLists)) {
    markTextFormulas(list, options);
    markList(list, options);
  }
}

function markList(tokens: KramdownToken[], options: MathTextOptions): void {
  if (!tokens.some(mayHoldFormula)) return;
  const marked = runsOf(tokens).flatMap((run) => markRun(run, options));
  tokens.splice(0, tokens.length, ...marked);
}

function childLists(token: KramdownToken): readonly KramdownToken[][] {
  switch (token.type) {
    case "list":
    case "definition_list":
      return token.items.map((item) => item.tokens);
    case "table":
      return [...token.header, ...token.rows.flat()].map((cell) => cell.tokens);
    case "html_element":
      return SKIPPED_ELEMENTS.has(token.name) ? [] : [token.tokens];
    case "image":
      return [];
    default:
      return "tokens" in token && token.tokens !== undefined ? [token.tokens] : [];
  }
}

function mayHoldFormula(token: KramdownToken): boolean {
  return (isText(token) || token.type === "html") && /[\\$]/.test(token.text);
}

type Text = Extract<KramdownToken, { type: "text" }>;

/** A text that stands for itself; the text of a tight list item is a list of spans. */
function isText(token: KramdownToken): token is Text {
  return token.type === "text" && token.tokens === undefined;
}

/** Neighbours in which one formula may stand: texts with hard line breaks between them, as MathJax joins them. */
function runsOf(tokens: readonly KramdownToken[]): readonly (readonly KramdownToken[])[] {
  const runs: KramdownToken[][] = [];
  for (const token of tokens) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (last !== undefined && isJoined(last) && isJoined(token)) run?.push(token);
    else runs.push([token]);
  }
  return runs;
}

function isJoined(token: KramdownToken): boolean {
  return token.type === "br" || (isText(token) && token.escaped !== true);
}

function markRun(
  run: readonly KramdownToken[],
  options: MathTextOptions,
): readonly KramdownToken[] {
  const [first] = run;
  if (first === undefined || !run.some(mayHoldFormula)) return run;
  if (first.type === "html") return first.pre ? run : markRawHtml(first, options);
  if (isText(first) && first.escaped === true) return markRawHtml(first, options);
  const breaks = run.filter((token) => token.type === "br");
  const pieces = splitMathText(run.map(joinedText).join(""), options);
  if (!pieces.some(({ kind }) => kind === "math")) return run;
  let passed = 0;
  return pieces.flatMap((piece): readonly KramdownToken[] => {
    const texts = (piece.kind === "math" ? piece.tex : piece.text).split(BREAK);
    const inside = breaks.slice(passed, passed + texts.length - 1);
    passed += inside.length;
    if (piece.kind === "math") return [formulaToken(texOf(texts, inside), piece.display)];
    return texts.flatMap((text, index) => [
      ...(text === "" ? [] : [{ type: "text" as const, raw: text, text }]),
      ...inside.slice(index, index + 1),
    ]);
  });
}

function joinedText(token: KramdownToken): string {
  return token.type === "text" ? token.text : BREAK;
}

/** The line breaks are TeX's where the author wrote `\\` at the end of a line: kramdown took them for its own. */
function texOf(texts: readonly string[], breaks: readonly KramdownToken[]): string {
  const tex = texts.reduce((before, text, index) => {
    const isTex = breaks[index - 1]?.raw?.startsWith("\\") === true;
    const backslashes = /\\*$/.exec(before)?.[0].length ?? 0;
    return `${before}${isTex ? "\\".repeat(Math.max(0, 2 - backslashes)) : ""}${text}`;
  });
  return tex.replace(TYPESET_SIGN, (sign) => TYPED_SIGNS.get(sign) ?? sign);
}

function formulaToken(tex: string, isDisplay: boolean): KramdownToken {
  const text = tex.trim();
  return isDisplay
    ? { type: "math_block", raw: tex, text, attributes: null, list: null }
    : { type: "inline_math", raw: tex, text, attributes: null };
}

/** Raw HTML, or text that is HTML already; between its tags character references are decoded for TeX. */
function markRawHtml(
  token: Extract<KramdownToken, { type: "text" | "html" }>,
  options: MathTextOptions,
): readonly KramdownToken[] {
  const pieces = splitRawHtml(token.text, SKIPPED_ELEMENTS).flatMap(({ isText: isOpen, markup }) =>
    isOpen ? splitMathText(markup, options) : [{ kind: "text" as const, text: markup }],
  );
  if (!pieces.some(({ kind }) => kind === "math")) return [token];
  return pieces.map((piece) =>
    piece.kind === "math"
      ? formulaToken(decode(piece.tex), piece.display)
      : { ...token, raw: piece.text, text: piece.text },
  );
}

const ENTITY = /&(#?\w{1,32});/g;

function decode(markup: string): string {
  return markup.replace(ENTITY, (reference, name: string) => decodeEntity(name) ?? reference);
}
