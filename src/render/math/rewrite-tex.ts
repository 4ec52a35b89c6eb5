// Rewrites what MathJax understands and KaTeX 0.18 does not: labels and references, older environments, definitions, `\unicode`.

import type { Equations } from "./equations.ts";
import { closeRow, currentFrame, openFrame } from "./rewrite-frame.ts";
import type { Frame, Reference, Rewrite } from "./rewrite-frame.ts";
import { rewriteWord } from "./rewrite-words.ts";
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
  return rewriteWord(token.text, rewrite) ?? `\\${token.text}`;
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
