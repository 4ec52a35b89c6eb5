// The numbered equations of one post: which label has which number.

/** Numbers and labels, in the order in which the formulas stand in the post. */
export interface Equations {
  /** Whether every equation outside starred environments has a number (MathJax's `tags: 'ams'`), or only those with a label. */
  readonly numbersAll: boolean;
  /** The next number, as text. */
  takeNumber(): string;
  define(label: string, text: string): void;
  /** What stands in the parentheses of the labelled equation; null if the label is unknown so far. */
  find(label: string): string | null;
}

/** No equations yet. */
export function createEquations(numbersAll: boolean): Equations {
  const texts = new Map<string, string>();
  let last = 0;
  return {
    numbersAll,
    takeNumber() {
      last += 1;
      return String(last);
    },
    define(label, text) {
      if (!texts.has(label)) texts.set(label, text);
    },
    find(label) {
      return texts.get(label) ?? null;
    },
  };
}

/** The anchor of a label, as MathJax 3 names it, so that old links into a post still arrive. */
export function anchorOf(label: string): string {
  return `mjx-eqn:${label}`;
}
