// kramdown's footnotes.

import { css } from "./css.ts";

export const FOOTNOTES_CSS: string = css`
.footnotes {
  margin-block-start: 3.5em;
  padding-block-start: 1em;
  border-block-start: 1px solid var(--line);
  font-size: .875em;
}
sup {
  line-height: 0;
}
.footnote, .reversefootnote {
  padding: .35em .15em;
  font-family: var(--sans);
  text-decoration: none;
}
:target {
  scroll-margin-block-start: 1rem;
}
.footnotes :target, sup:target {
  background: var(--wash);
}
`;
