// Elements of HTML that few posts use.

import { css } from "./css.ts";

export const ELEMENTS_CSS: string = css`
kbd {
  padding: .1em .4em;
  border: 1px solid var(--line);
  border-block-end-width: 2px;
  border-radius: 3px;
}
mark {
  background: #f5dd8f;
  color: #20282b;
}
dt {
  font-weight: 600;
}
dd {
  margin: 0 0 .5em;
  margin-inline-start: 1.5em;
}
abbr {
  text-decoration: underline dotted 1px;
  cursor: help;
}
.body details {
  margin-block-end: 1.25em;
}
.task-list-item {
  list-style: none;
}
.task-list-item-checkbox {
  margin-inline: -1.5em .5em;
}
`;
