// Formulas: a wide one scrolls in its own box and never widens the page.

import { css } from "./css.ts";

export const MATH_CSS: string = css`
.katex-display {
  display: block;
  overflow: auto hidden;
  margin-inline: -1.25rem;
  padding: .35em 1.25rem;
  text-align: center;
}
.body .katex {
  font-size: 1.12em;
}
.math-error {
  color: var(--soft);
  text-decoration: underline dotted;
}
`;

/** Where browsers draw the formulas themselves: a long one inside text cannot be broken into lines. */
export const MATHML_CSS: string = css`
math {
  font-family: "STIX Two Math", "Cambria Math", "Latin Modern Math", "DejaVu Math TeX Gyre", math;
}
@media (max-width: 48rem) {
  :is(p, ul, ol, dd):has(math) {
    overflow: auto hidden;
  }
}
`;
