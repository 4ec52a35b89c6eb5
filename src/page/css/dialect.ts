// What writers of kramdown and of minimal-mistakes use beyond plain Markdown: notices, buttons, alignment, galleries.

import { css } from "./css.ts";

export const DIALECT_CSS: string = css`
[class*=notice] {
  --tint: var(--sea);
  margin: 0 0 1.25em;
  padding: .8em 1em;
  border-inline-start: 3px solid var(--tint);
  background: color-mix(in srgb, var(--tint) 8%, var(--paper));
  font-size: .925em;
}
[class*=notice] > :last-child {
  margin-block-end: 0;
}
.notice--warning {
  --tint: #b8730d;
}
.notice--danger {
  --tint: #c2403a;
}
.notice--success {
  --tint: #3d8b3a;
}
.btn {
  display: inline-block;
  padding: .3em .9em;
  border: 1px solid;
  border-radius: 4px;
  font: .85em/1.5 var(--sans);
  text-decoration: none;
}
.btn--primary, .btn--info {
  background: var(--sea);
  border-color: var(--sea);
  color: var(--paper);
}
.btn--large, .btn--x-large {
  font-size: 1em;
}
.align-left {
  float: inline-start;
  margin: .3em 1.25em .6em 0;
}
.align-right {
  float: inline-end;
}
.align-center {
  display: block;
  margin-inline: auto;
}
.text-left {
  text-align: start;
}
.text-center {
  text-align: center;
}
.text-right {
  text-align: end;
}
.text-justify {
  text-align: justify;
}
.half, .third {
  display: grid;
  grid-template-columns: 1fr 1fr;
  gap: .75rem;
}
.third {
  grid-template-columns: 1fr 1fr 1fr;
}
figure > figcaption {
  grid-column: 1/-1;
}
`;
