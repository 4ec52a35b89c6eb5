// The state of one rewriting: which environments are open, and which row of which of them takes a number.

import type { Equations } from "./equations.ts";
import type { TexReader } from "./tex.ts";

export interface Reference {
  readonly label: string;
  /** `\eqref` puts the number in parentheses. */
  readonly hasParentheses: boolean;
}

/** One open environment; the outermost is the formula itself. */
export interface Frame {
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

export interface Rewrite {
  readonly reader: TexReader;
  readonly display: boolean;
  readonly equations: Equations;
  readonly frames: Frame[];
  readonly labels: string[];
  readonly references: Reference[];
  readonly rowNumbers: string[];
}

/** What stands in the rewritten TeX for a reference, whose number may come later in the post. */
export function referenceMark(index: number): string {
  return `\uE000${index}\uE001`;
}

/** The number of the row or formula that ends here, and a clean slate for the next row. */
export function closeRow(frame: Frame, rewrite: Rewrite): string {
  const wantsNumber = frame.labels.length > 0 || needsNumber(frame, rewrite);
  const text =
    frame.tag ?? (wantsNumber && !frame.isUnnumberedRow ? rewrite.equations.takeNumber() : null);
  for (const label of frame.labels) rewrite.equations.define(label, text ?? "");
  const hasCell = frame.hasRows || frame.katexName.endsWith("*"); // KaTeX leaves a cell for the number
  if (hasCell && text !== null) rewrite.rowNumbers.push(`(${text})`);
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

export function currentFrame(rewrite: Rewrite): Frame | null {
  return rewrite.frames.at(-1) ?? null;
}

export function numberedFrame(rewrite: Rewrite): Frame | undefined {
  return rewrite.frames.findLast((frame) => frame.isNumbered);
}

export function openFrame(
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
