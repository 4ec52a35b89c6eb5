// Tables, in a box that scrolls.

import { css } from "./css.ts";

export const TABLE_CSS: string = css`
.table {
  overflow-x: auto;
}
table {
  border-collapse: collapse;
  font-size: .9em;
  font-variant-numeric: tabular-nums lining-nums;
  hyphens: manual;
}
th, td {
  padding: .4em .8em;
  border-block-end: 1px solid var(--line);
  text-align: start;
  vertical-align: baseline;
}
th {
  border-color: var(--soft);
}
tfoot td {
  border: 0;
  font-weight: 600;
}
tr > :first-child {
  padding-inline-start: 0;
}
`;
