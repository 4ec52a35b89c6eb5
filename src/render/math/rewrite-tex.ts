// Rewrites what MathJax understands and KaTeX 0.18 does not: labels and references, older environments, definitions, `\unicode`.

import type { Equations } from "./equations.ts";
import { TexReader } from "./tex.ts";
import type { TexToken } from "./tex.ts";

export interface RewrittenTex {
  /** For KaTeX, with a {@link referenceMark} in the place of every reference. */
  readonly tex: string;
  readonly labels: readonly string[];
  readonly references: readonly Reference[];
  /** What stands beside the numbered rows of an environment, in order. */
  readonly rowNumbers: readonly string[];
}

export interface Reference {
  readonly label: string;
  /** `\eqref` puts the number in parentheses. */
  readonly hasParentheses: boolean;
}

/** What stands in the rewritten TeX for a reference, whose number may come later in the post. */
export function referenceMark(index: number): string {
  return `\uE000${index}\uE001`;
}

interface Environment {
  /** KaTeX's name where the environment stands alone in a display formula; "" for none at all. */
  readonly display: string;
  /** KaTeX's name inside a line or another formula. */
  readonly inline: string;
  /** Whether each row has a number of its own. */
  readonly hasRows: boolean;
}

const ENVIRONMENTS: Readonly<Record<string, Environment>> = {
  equation: { display: "equation*", inline: "", hasRows: false },
  displaymath: { display: "", inline: "", hasRows: false },
  math: { display: "", inline: "", hasRows: false },
  subequations: { display: "", inline: "", hasRows: false },
  align: { display: "align*", inline: "aligned", hasRows: true },
  flalign: { display: "align*", inline: "aligned", hasRows: true },
  eqnarray: { display: "align*", inline: "aligned", hasRows: true },
  alignat: { display: "alignat*", inline: "alignedat", hasRows: true },
  gather: { display: "gather*", inline: "gathered", hasRows: true },
  multline: { display: "gather*", inline: "gathered", hasRows: false },
  split: { display: "split", inline: "aligned", hasRows: false },
};

/** Environments that have no number even without a star. */
const UNNUMBERED: readonly string[] = ["displaymath", "math", "subequations", "split"];

/** Commands that MathJax takes as a bare script (`x_\vec u`), with the number of their arguments. */
const SCRIPT_COMMANDS: Readonly<Record<string, number>> = {
  vec: 1,
  hat: 1,
  bar: 1,
  tilde: 1,
  dot: 1,
  ddot: 1,
  widehat: 1,
  widetilde: 1,
  overline: 1,
  underline: 1,
  mathbf: 1,
  mathrm: 1,
  mathit: 1,
  mathsf: 1,
  mathcal: 1,
  mathbb: 1,
  mathfrak: 1,
  boldsymbol: 1,
  bm: 1,
  text: 1,
  textbf: 1,
  mbox: 1,
  operatorname: 1,
  sqrt: 1,
  frac: 2,
  dfrac: 2,
  tfrac: 2,
  binom: 2,
};

interface Frame {
  readonly name: string;
  /** The name KaTeX gets; "" if the environment is left out. */
  readonly katexName: string;
  readonly isNumbered: boolean;
  readonly hasRows: boolean;
  readonly labels: string[];
  /** What an explicit `\tag` says. */
  tag: string | null;
  isUnnumberedRow: boolean;
  ampersands: number;
  /** Braces open in it: `\\` inside `\substack{…}` ends no row. */
  openGroups: number;
}

interface Rewrite {
  readonly reader: TexReader;
  readonly display: boolean;
  readonly equations: Equations;
  /** The outermost is the formula itself. */
  readonly frames: Frame[];
  readonly labels: string[];
  readonly references: Reference[];
  readonly rowNumbers: string[];
}

export interface RewriteOptions {
  readonly display: boolean;
  readonly equations: Equations;
}

/**
 * TeX as MathJax reads it → TeX for KaTeX. Labelled equations take their numbers here, in the order of the calls.
 *
 * @example rewriteTex("x_\\vec u \\label{a}", { display: true, equations }).tex // → x_{\vec{u}} \tag{1}
 */
export function rewriteTex(tex: string, { display, equations }: RewriteOptions): RewrittenTex {
  const formula = openFrame("", { katexName: "", isNumbered: true, hasRows: false });
  const rewrite: Rewrite = {
    reader: new TexReader(tex),
    display,
    equations,
    frames: [formula],
    labels: [],
    references: [],
    rowNumbers: [],
  };
  let rewritten = "";
  for (let token = rewrite.reader.next(); token !== null; token = rewrite.reader.next()) {
    rewritten += rewriteToken(token, rewrite);
  }
  rewritten += closeRow(formula, rewrite);
  const { labels, references, rowNumbers } = rewrite;
  return { tex: rewritten, labels, references, rowNumbers };
}

function rewriteToken(token: TexToken, rewrite: Rewrite): string {
  if (token.kind === "text") return rewriteText(token.text, rewrite);
  if (token.kind === "symbol") return rewriteSymbol(token.text, rewrite);
  const frame = currentFrame(rewrite);
  if (token.kind === "open" && frame !== null) frame.openGroups += 1;
  if (token.kind === "close" && frame !== null) frame.openGroups -= 1;
  if (token.kind !== "word") return token.text;
  const rewriteWord = Object.hasOwn(WORDS, token.text) ? WORDS[token.text] : undefined;
  return rewriteWord?.(rewrite, token.text) ?? `\\${token.text}`;
}

function rewriteText(text: string, rewrite: Rewrite): string {
  const frame = currentFrame(rewrite);
  const kept = frame?.name.startsWith("eqnarray") ? dropSecondAmpersand(text, frame) : text;
  if (!/[_^]\s*$/.test(kept)) return kept;
  const command = rewrite.reader.peek();
  if (command?.kind !== "word" || !Object.hasOwn(SCRIPT_COMMANDS, command.text)) return kept;
  rewrite.reader.next();
  const optional = command.text === "sqrt" ? rewrite.reader.readOptional() : "";
  let group = `\\${command.text}${optional}`;
  for (let count = SCRIPT_COMMANDS[command.text] ?? 0; count > 0; count -= 1) {
    const argument = rewrite.reader.readArgument();
    if (argument !== null) group += `{${argument}}`;
  }
  return `${kept}{${group}}`;
}

/** `a &=& b` of an eqnarray is `a &= b` of an align. */
function dropSecondAmpersand(text: string, frame: Frame): string {
  return text.replace(/&/g, () => {
    frame.ampersands += 1;
    return frame.ampersands === 2 ? "" : "&";
  });
}

function rewriteSymbol(symbol: string, rewrite: Rewrite): string {
  const frame = currentFrame(rewrite);
  if (symbol !== "\\" || frame === null || !frame.hasRows || frame.openGroups > 0) {
    return `\\${symbol}`;
  }
  return `${closeRow(frame, rewrite)}\\\\`;
}

type RewriteWord = (rewrite: Rewrite, word: string) => string | null;

/** What stands for a command; null keeps the command as it is. */
const WORDS: Readonly<Record<string, RewriteWord>> = {
  begin: beginEnvironment,
  end: endEnvironment,
  label: readLabel,
  tag: readTag,
  ref: (rewrite) => readReference(rewrite, false),
  eqref: (rewrite) => readReference(rewrite, true),
  nonumber: refuseNumber,
  notag: refuseNumber,
  newcommand: defineCommand,
  renewcommand: defineCommand,
  // KaTeX counts what these expand to, but keeps the result: a definition could grow unseen.
  edef: () => "\\def",
  xdef: () => "\\gdef",
  DeclareMathOperator: defineOperator,
  unicode: readUnicode,
  require: dropArgument,
  bbox: keepArgument,
  class: keepSecondArgument,
  cssId: keepSecondArgument,
  style: keepSecondArgument,
};

function beginEnvironment(rewrite: Rewrite): string | null {
  const name = rewrite.reader.readGroup();
  if (name === null) return null;
  const base = name.replace(/\*$/, "");
  const environment = Object.hasOwn(ENVIRONMENTS, base) ? ENVIRONMENTS[base] : undefined;
  if (environment === undefined) {
    rewrite.frames.push(openFrame(name, { katexName: name, isNumbered: false, hasRows: false }));
    return `\\begin{${name}}`;
  }
  const standsAlone = rewrite.display && rewrite.frames.every((frame) => frame.katexName === "");
  const katexName = standsAlone ? environment.display : environment.inline;
  const isNumbered = standsAlone && !UNNUMBERED.includes(base);
  rewrite.frames.push(
    openFrame(name, { katexName, isNumbered, hasRows: isNumbered && environment.hasRows }),
  );
  return katexName === "" ? "" : `\\begin{${katexName}}`;
}

function endEnvironment(rewrite: Rewrite): string | null {
  const name = rewrite.reader.readGroup();
  if (name === null) return null;
  const frame = currentFrame(rewrite);
  // A stray or wrong \end is left for KaTeX to name in its error.
  if (rewrite.frames.length === 1 || frame?.name !== name) return `\\end{${name}}`;
  const tag = frame.isNumbered ? closeRow(frame, rewrite) : "";
  rewrite.frames.pop();
  return frame.katexName === "" ? tag : `${tag}\\end{${frame.katexName}}`;
}

function readLabel(rewrite: Rewrite): string | null {
  const label = rewrite.reader.readGroup();
  if (label === null) return null;
  rewrite.labels.push(label);
  numberedFrame(rewrite)?.labels.push(label);
  return "";
}

function readTag(rewrite: Rewrite): string | null {
  const star = rewrite.reader.readStar();
  const text = rewrite.reader.readGroup();
  const frame = numberedFrame(rewrite);
  if (text === null || frame === undefined) return `\\tag${star}`;
  frame.tag = text;
  if (!rewrite.display) return `\\qquad\\text{${star === "" ? `(${text})` : text}}`;
  return `\\tag${star}{${text}}`;
}

function readReference(rewrite: Rewrite, hasParentheses: boolean): string | null {
  const label = rewrite.reader.readGroup();
  if (label === null) return null;
  rewrite.references.push({ label, hasParentheses });
  const mark = referenceMark(rewrite.references.length - 1);
  return `\\text{${mark}}`;
}

function refuseNumber(rewrite: Rewrite): string {
  const frame = numberedFrame(rewrite);
  if (frame !== undefined) frame.isUnnumberedRow = true;
  return "";
}

/** MathJax lets both commands define and redefine; KaTeX's refuse what exists, or what does not, and count as macros. */
function defineCommand(rewrite: Rewrite): string | null {
  rewrite.reader.readStar();
  const name = rewrite.reader.readArgument();
  if (name === null) return null;
  const count = Number(/^\[([1-9])\]$/.exec(rewrite.reader.readOptional())?.[1] ?? 0);
  const parameters = Array.from({ length: count }, (_, index) => `#${index + 1}`);
  return `\\gdef${name.trim()}${parameters.join("")}`;
}

function defineOperator(rewrite: Rewrite): string | null {
  const star = rewrite.reader.readStar();
  const name = rewrite.reader.readArgument();
  const text = rewrite.reader.readGroup();
  if (name === null || text === null) return null;
  return `\\gdef${name.trim()}{\\operatorname${star}{${text}}}`;
}

/** `\unicode{x2713}` and `\unicode{10003}`, with or without sizes and a font. */
function readUnicode(rewrite: Rewrite): string | null {
  while (rewrite.reader.readOptional() !== "");
  const code = rewrite.reader.readGroup()?.trim() ?? "";
  const [, hex] = /^["xX]([0-9a-fA-F]{1,6})$/.exec(code) ?? [];
  if (hex !== undefined) return `{\\char"${hex}}`;
  return /^[0-9]{1,7}$/.test(code) ? `{\\char${code}}` : "";
}

function dropArgument(rewrite: Rewrite): string {
  rewrite.reader.readArgument();
  return "";
}

function keepArgument(rewrite: Rewrite): string {
  rewrite.reader.readOptional();
  return "";
}

function keepSecondArgument(rewrite: Rewrite): string {
  rewrite.reader.readArgument();
  return "";
}

/** The number of the row or formula that ends here, and a clean slate for the next row. */
function closeRow(frame: Frame, rewrite: Rewrite): string {
  const wantsNumber = frame.labels.length > 0 || needsNumber(frame, rewrite);
  const text =
    frame.tag ?? (wantsNumber && !frame.isUnnumberedRow ? rewrite.equations.takeNumber() : null);
  for (const label of frame.labels) rewrite.equations.define(label, text ?? "");
  if (frame.hasRows && text !== null) rewrite.rowNumbers.push(`(${text})`);
  const isWritten = frame.tag !== null || text === null;
  frame.labels.length = 0;
  frame.tag = null;
  frame.isUnnumberedRow = false;
  frame.ampersands = 0;
  if (isWritten) return "";
  return rewrite.display ? `\\tag{${text}}` : `\\qquad\\text{(${text})}`;
}

function needsNumber(frame: Frame, rewrite: Rewrite): boolean {
  return (
    rewrite.equations.numbersAll &&
    rewrite.display &&
    frame.name !== "" &&
    !frame.name.endsWith("*")
  );
}

function currentFrame(rewrite: Rewrite): Frame | null {
  return rewrite.frames.at(-1) ?? null;
}

function numberedFrame(rewrite: Rewrite): Frame | undefined {
  return rewrite.frames.findLast((frame) => frame.isNumbered);
}

function openFrame(
  name: string,
  shape: Pick<Frame, "katexName" | "isNumbered" | "hasRows">,
): Frame {
  return {
    name,
    ...shape,
    labels: [],
    tag: null,
    isUnnumberedRow: false,
    ampersands: 0,
    openGroups: 0,
  };
}
