// What stands for a command of MathJax that KaTeX lacks or has otherwise: one function each, found by name.

import {
  closeRow,
  currentFrame,
  numberedFrame,
  openFrame,
  referenceMark,
} from "./rewrite-frame.ts";
import type { Rewrite } from "./rewrite-frame.ts";
import { canHaveNumber, findEnvironment } from "./tex-environments.ts";

type RewriteWord = (rewrite: Rewrite, word: string) => string | null;

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
  leftroot: dropArgument,
  uproot: dropArgument,
  bbox: keepArgument,
  class: keepSecondArgument,
  cssId: keepSecondArgument,
  style: keepSecondArgument,
};

function beginEnvironment(rewrite: Rewrite): string | null {
  const name = rewrite.reader.readGroup();
  if (name === null) return null;
  const environment = findEnvironment(name);
  if (environment === null) {
    const katexName = name === "cases*" ? "cases" : name;
    rewrite.frames.push(openFrame(name, { katexName, isNumbered: false, hasRows: false }));
    return `\\begin{${katexName}}${name === "array" ? readColumns(rewrite) : ""}`;
  }
  const standsAlone = rewrite.display && rewrite.frames.every((frame) => frame.katexName === "");
  const katexName = standsAlone ? environment.display : environment.inline;
  const isNumbered = standsAlone && canHaveNumber(name);
  rewrite.frames.push(
    openFrame(name, { katexName, isNumbered, hasRows: isNumbered && environment.hasRows }),
  );
  return katexName === "" ? "" : `\\begin{${katexName}}`;
}

/** Columns of an array without its vertical position and without what stands between columns. */
function readColumns(rewrite: Rewrite): string {
  rewrite.reader.readOptional();
  const columns = rewrite.reader.readGroup();
  if (columns === null) return "";
  return `{${columns.replace(/[@!]\{[^{}]*\}/g, "").replace(/[pmb]\{[^{}]*\}/g, "c")}}`;
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

/** What stands for a command, whose arguments are read; null, with nothing read, for a command that stays. */
export function rewriteWord(word: string, rewrite: Rewrite): string | null {
  const rewriter = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined;
  return rewriter?.(rewrite, word) ?? null;
}
