// How formulas are wanted, and what rendering one gives.

import type { Note } from "../../post/note.ts";

/** `mathml` needs nothing else; the other two need KaTeX's style sheet and fonts. */
export type MathOutput = "html" | "mathml" | "htmlAndMathml";

export interface MathOptions {
  readonly output: MathOutput;
  /** Whether every equation has a number, as with MathJax's `tags: 'ams'`, or only those with a `\label`. */
  readonly numbersAll?: boolean;
}

export interface RenderedMath {
  readonly html: string;
  /** Without line and column: the caller knows where the formula stands. */
  readonly notes: readonly Note[];
}
