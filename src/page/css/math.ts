// Formulas: a wide one scrolls in its own box and never widens the page.

import { css } from "./css.ts";

export const MATH_CSS: string = css`
.katex-display {
  display: block;
  overflow: auto hidden;
  padding-block: .35em;
  text-align: center;
}
:is(p, ul, ol, dd, td):has(math, .katex) {
  overflow: auto hidden;
}
math {
  font-family: "STIX Two Math", "Cambria Math", "Latin Modern Math", "DejaVu Math TeX Gyre", math;
}
.math-error {
  color: var(--soft);
  text-decoration: underline dotted;
}
`;
