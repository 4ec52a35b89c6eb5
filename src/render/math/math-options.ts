// How formulas are wanted, and what rendering one gives.

import type { Note } from "../../post/note.ts";

/** `mathml` needs nothing else; the other two need KaTeX's style sheet and fonts. */
export type MathOutput = "html" | "mathml" | "htmlAndMathml";

export interface MathOptions {
  readonly output: MathOutput;
  /** Whether every equation has a number, as with MathJax's `tags: 'ams'`, or only those with a `\label`. */
  readonly numbersAll?: boolean;
  /** What a formula is called in the language of the post, for those who move to a wide one by keyboard. */
  readonly formulaLabel?: string;
  /** What a reader is told about a formula that cannot be shown; without it, what its author is told. */
  readonly faultLabel?: string;
}

export interface RenderedMath {
  readonly html: string;
  /** Without line and column: the caller knows where the formula stands. */
  readonly notes: readonly Note[];
}
