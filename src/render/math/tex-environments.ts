// Environments of AMS-LaTeX as MathJax has them, and what KaTeX 0.18 calls them.

export interface Environment {
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

/** The environment with this name, starred or not; null for one that KaTeX takes as it is. */
export function findEnvironment(name: string): Environment | null {
  const base = name.replace(/\*$/, "");
  return Object.hasOwn(ENVIRONMENTS, base) ? (ENVIRONMENTS[base] ?? null) : null;
}

/** Whether a label inside gets the environment's number. */
export function canHaveNumber(name: string): boolean {
  return !UNNUMBERED.includes(name.replace(/\*$/, ""));
}
