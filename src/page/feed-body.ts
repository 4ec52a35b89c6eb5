// A post's HTML for feed readers, which have none of the site's styles: formulas once, as MathML; code without colours; absolute URLs.

import { toMathmlCore } from "../render/math/mathml.ts";
import { absoluteLinks } from "./absolute-links.ts";
import { replaceTags } from "./replace-tags.ts";

/** As KaTeX opens a formula, with its HTML beside the MathML or without. */
const FORMULA = /<span class="katex">(<span class="katex-mathml">)?(<math [^<>]*>)<semantics>/g;
/** What screen readers get beside the MathML: the TeX. Feed readers that know no MathML would print it as well. */
const ANNOTATION = '<annotation encoding="application/x-tex">';
const MATHML_END = "</annotation></semantics></math>";
const VISUAL_START = '</span><span class="katex-html" aria-hidden="true">';
const SPAN = /<(\/?)span\b[^<>]*>/g;
/** Rouge's names of tokens: `k`, `nb`, `s2`, `err`. */
const TOKEN = /^<span class="[a-z][a-z0-9]{0,2}">$/;

/** `url` is the address of the post; null where the site names none, and then URLs stay as they are. */
export function feedBody(markup: string, url: string | null): string {
  const plain = withoutColours(withPlainFormulas(markup));
  return url === null ? plain : absoluteLinks(plain, url);
}

function withPlainFormulas(markup: string): string {
  let result = "";
  let position = 0;
  for (;;) {
    FORMULA.lastIndex = position;
    const start = FORMULA.exec(markup);
    if (start === null) break;
    const formula = readFormula(markup, start);
    // What only looks like a formula is an author's own; looking on behind each would be quadratic.
    if (formula === null) break;
    result += markup.slice(position, start.index) + formula.mathml;
    position = formula.end;
  }
  return result + markup.slice(position);
}

interface PlainFormula {
  readonly mathml: string;
  /** Index behind the formula. */
  readonly end: number;
}

function readFormula(markup: string, start: RegExpExecArray): PlainFormula | null {
  const [opening, isDoubled, math = ""] = start;
  const from = start.index + opening.length;
  const annotation = markup.indexOf(ANNOTATION, from);
  const mathEnd = annotation < 0 ? -1 : markup.indexOf(MATHML_END, annotation);
  if (mathEnd < 0) return null;
  const mathml = `${math}${markup.slice(from, annotation)}</math>`;
  const behind = mathEnd + MATHML_END.length;
  if (isDoubled === undefined) return { mathml, end: behind + "</span>".length };
  if (!markup.startsWith(VISUAL_START, behind)) return null;
  const visualEnd = endOfSpan(markup, behind + VISUAL_START.length);
  if (visualEnd === null) return null;
  const numbers = rowNumbers(markup.slice(behind, visualEnd));
  return { mathml: toMathmlCore(mathml, numbers), end: visualEnd + "</span>".length };
}

/** Index behind the end tag of the span whose content begins at `from`; null if it has none. */
function endOfSpan(markup: string, from: number): number | null {
  let depth = 1;
  SPAN.lastIndex = from;
  while (depth > 0) {
    const tag = SPAN.exec(markup);
    if (tag === null) return null;
    depth += tag[1] === "/" ? -1 : 1;
  }
  return SPAN.lastIndex;
}

/** Numbers of equations stand only in KaTeX's HTML, one line of a list each, from the first row to the last. */
function rowNumbers(visual: string): readonly string[] {
  const start = visual.indexOf('<span class="katex-tag">');
  if (start < 0) return [];
  const [, ...lines] = visual.slice(start).split('<span class="pstrut"');
  return lines
    .map((line) => line.replace(/^[^>]*>|<[^<>]*>|\u200b/g, ""))
    .filter((number) => number !== "");
}

function withoutColours(markup: string): string {
  if (!markup.includes("<pre")) return markup;
  let isCode = false;
  // Of the open spans of a piece of code, which ones are left out.
  let left: boolean[] = [];
  return replaceTags(markup, ({ text, name, isEnd }) => {
    if (name === "pre") {
      isCode = !isEnd;
      left = [];
    }
    if (!isCode || name !== "span") return text;
    if (isEnd) return left.pop() === true ? "" : text;
    const isToken = TOKEN.test(text);
    left.push(isToken);
    return isToken ? "" : text;
  });
}
