// Formulas inside running text as MathJax finds them in a page: `\(…\)`, `\[…\]`, `$$…$$`, environments, references, `$…$`.

/** A stretch of text, or a formula in it. */
export type MathTextPiece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "math"; readonly tex: string; readonly display: boolean };

export interface MathTextOptions {
  /** Whether `$…$` is a formula too; most pages leave it text, for prices. */
  readonly singleDollar: boolean;
}

/** A formula longer than this is no formula but a delimiter that was never closed. Characters. */
const MAX_SPAN = 8192;

interface Delimiter {
  readonly open: string;
  readonly close: string;
  readonly display: boolean;
}

const DELIMITERS: readonly Delimiter[] = [
  { open: "\\(", close: "\\)", display: false },
  { open: "\\[", close: "\\]", display: true },
  { open: "$$", close: "$$", display: true },
];

/** The environments that MathJax finds without delimiters; others are LaTeX for somebody else. */
const ENVIRONMENT =
  /\\begin\{((?:equation|align|alignat|gather|multline|eqnarray|flalign|displaymath|math|split|aligned|gathered|cases|array|[pbvBV]?matrix)\*?)\}/y;
const REFERENCE = /\\(?:eq)?ref\{[^{}\\<>]{1,200}\}/y;

/**
 * A text token → its pieces in order; text without a formula is one piece. An unclosed delimiter is text.
 * Environments are display formulas with their `\begin` and `\end`; a reference is an inline one.
 *
 * @example splitMathText("so \\(x\\).", { singleDollar: false })
 * // → [{kind:"text",text:"so "}, {kind:"math",tex:"x",display:false}, {kind:"text",text:"."}]
 */
export function splitMathText(text: string, options: MathTextOptions): readonly MathTextPiece[] {
  if (!text.includes("\\") && !text.includes("$")) return [{ kind: "text", text }];
  const closers = new ClosingIndex(text);
  const pieces: MathTextPiece[] = [];
  let textStart = 0;
  let at = 0;
  while (at < text.length) {
    const found = findFormulaAt(text, at, { ...options, closers });
    if (found === null) {
      // A backslash keeps the character after it from opening anything: `\$5`, `\\(`.
      at += text[at] === "\\" ? 2 : 1;
      continue;
    }
    if (at > textStart) pieces.push({ kind: "text", text: text.slice(textStart, at) });
    pieces.push({ kind: "math", tex: found.tex, display: found.display });
    at = found.end;
    textStart = at;
  }
  if (textStart < text.length) pieces.push({ kind: "text", text: text.slice(textStart) });
  return pieces;
}

interface Formula {
  readonly tex: string;
  readonly display: boolean;
  readonly end: number;
}

interface Scan extends MathTextOptions {
  readonly closers: ClosingIndex;
}

function findFormulaAt(text: string, at: number, scan: Scan): Formula | null {
  const first = text[at];
  if (first !== "\\" && first !== "$") return null;
  const delimiter = DELIMITERS.find(({ open }) => text.startsWith(open, at));
  if (delimiter !== undefined) return readDelimited(text, at, { ...scan, delimiter });
  if (first === "$") return scan.singleDollar ? readSingleDollar(text, at) : null;
  return readReference(text, at) ?? readEnvironment(text, at, scan.closers);
}

function readDelimited(
  text: string,
  at: number,
  { closers, delimiter }: Scan & { readonly delimiter: Delimiter },
): Formula | null {
  const start = at + delimiter.open.length;
  const end = closers.find(delimiter.close, start);
  if (end === null || end - start > MAX_SPAN) return null;
  const tex = text.slice(start, end);
  if (tex.trim() === "") return null;
  return { tex, display: delimiter.display, end: end + delimiter.close.length };
}

function readReference(text: string, at: number): Formula | null {
  REFERENCE.lastIndex = at;
  const [tex] = REFERENCE.exec(text) ?? [];
  return tex === undefined ? null : { tex, display: false, end: at + tex.length };
}

function readEnvironment(text: string, at: number, closers: ClosingIndex): Formula | null {
  ENVIRONMENT.lastIndex = at;
  const [opening, name] = ENVIRONMENT.exec(text) ?? [];
  if (opening === undefined || name === undefined) return null;
  const close = `\\end{${name}}`;
  const end = closers.find(close, at + opening.length);
  if (end === null || end - at > MAX_SPAN) return null;
  return { tex: text.slice(at, end + close.length), display: true, end: end + close.length };
}

/** Pandoc's rule, so that "$5 and $6" stays text: no space inside the dollars, no digit after them, one paragraph. */
function readSingleDollar(text: string, at: number): Formula | null {
  if (/[\w$\\]/.test(text[at - 1] ?? "") || /[\s$]/.test(text[at + 1] ?? " ")) return null;
  const limit = Math.min(text.length, at + MAX_SINGLE_DOLLAR);
  for (let end = at + 1; end < limit; end += 1) {
    const character = text[end];
    if (character === "\n" && text[end + 1] === "\n") return null;
    if (character === "\\") end += 1;
    if (character !== "$") continue;
    if (/\s/.test(text[end - 1] ?? "") || /[\d$]/.test(text[end + 1] ?? "")) return null;
    return { tex: text.slice(at + 1, end), display: false, end: end + 1 };
  }
  return null;
}

/** An inline formula between single dollars; longer is two prices in one paragraph. Characters. */
const MAX_SINGLE_DOLLAR = 500;

/** Remembers where each closer comes next, so that a thousand unclosed openers cost one search. */
class ClosingIndex {
  readonly #text: string;
  readonly #next = new Map<string, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** `from` may only grow from call to call. */
  find(closer: string, from: number): number | null {
    let at = this.#next.get(closer) ?? -1;
    if (at < from) at = this.#text.indexOf(closer, from);
    if (at < 0) at = Infinity;
    this.#next.set(closer, at);
    return at === Infinity ? null : at;
  }
}
