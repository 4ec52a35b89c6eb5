// The shell of every page: type, measure, header, footer, focus, print.

import { css } from "./css.ts";

export const SHELL_CSS: string = css`
:root {
  --serif: Charter, "Iowan Old Style", "Palatino Linotype", "Noto Serif", Georgia;
  --sans: system-ui, "Noto Sans", sans-serif;
}
*, ::before, ::after {
  box-sizing: border-box;
}
html {
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.65 var(--serif), serif;
  -webkit-text-size-adjust: none;
  overflow-wrap: break-word;
  hyphens: auto;
  hyphenate-limit-chars: 8 4 4;
}
@media (min-width: 48rem) {
  html {
    font-size: 1.1875rem;
  }
}
body {
  margin: 0 auto;
  padding: 1.25rem;
  max-inline-size: 37.5rem;
}
a {
  color: var(--sea);
  text-decoration-thickness: 1px;
  text-underline-offset: .2em;
}
a:hover {
  text-decoration-thickness: 2px;
}
:focus-visible {
  outline: 2px solid var(--sea);
  outline-offset: 3px;
  border-radius: 1px;
}
::selection {
  background: var(--sea);
  color: var(--paper);
}
h1, h2, h3, h4, h5, h6 {
  margin: 1.9em 0 .6em;
  line-height: 1.25;
  text-wrap: balance;
  hyphens: manual;
}
h1 {
  margin: 0 0 .5em;
  font-size: 2rem;
  font-weight: 500;
  line-height: 1.15;
  letter-spacing: -.01em;
}
.top, .bottom, .details, .tags, .turn, .note, .toc {
  font-family: var(--sans);
  font-size: .82rem;
  line-height: 1.5;
  hyphens: manual;
}
.top a, .turn a, .tags a, .toc a, .card h2 a {
  text-decoration-line: none;
}
.top a:hover, .turn a:hover, .toc a:hover, .card h2 a:hover {
  text-decoration-line: underline;
}
.skip, .sr {
  position: absolute;
  clip-path: inset(50%);
  white-space: nowrap;
}
.skip:focus {
  clip-path: none;
  padding: .5rem 1rem;
  background: var(--paper);
  z-index: 2;
}
.top {
  display: flex;
  flex-wrap: wrap;
  gap: .25rem 1.25rem;
  align-items: center;
  margin-block-end: 3.5rem;
}
.top nav {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1.25rem;
}
.top nav a, .top summary {
  display: block;
  padding-block: .3rem;
  color: var(--soft);
}
.site {
  margin: 0;
  margin-inline-end: auto;
  font: 600 1.1rem/2 var(--serif), serif;
  letter-spacing: 0;
}
.site a {
  display: block;
  color: inherit;
}
.site svg {
  display: block;
  inline-size: 3.5rem;
  margin-block-start: -.2rem;
  fill: none;
  stroke: var(--sea);
  stroke-width: 1.5;
}
.languages {
  position: relative;
}
@media (max-width: 30rem) {
  .site {
    inline-size: 100%;
  }
  .site a {
    inline-size: fit-content;
  }
  .languages {
    margin-inline-start: auto;
  }
}
summary {
  cursor: pointer;
}
.top summary::after {
  content: " ▾";
  content: " ▾" / "";
}
.languages ul {
  position: absolute;
  inset-inline-end: 0;
  z-index: 1;
  min-inline-size: 100%;
  max-block-size: 60vh;
  overflow: auto;
  margin: 0;
  padding: .4rem 0;
  list-style: none;
  background: var(--paper);
  border: 1px solid var(--line);
  border-radius: 4px;
  box-shadow: 0 4px 16px #0002;
}
.languages li a {
  display: block;
  padding: .3rem 1rem;
  white-space: nowrap;
}
[aria-current] {
  font-weight: 600;
}
.details, .tags, .status, .intro {
  color: var(--soft);
}
.details > * {
  unicode-bidi: isolate;
}
.details > * + :not(.badge)::before {
  content: "\\a0· ";
  content: "\\a0· " / "";
}
.tags {
  display: flex;
  flex-wrap: wrap;
  gap: 0 1rem;
  margin: .5rem 0;
  padding: 0;
  list-style: none;
}
.tags li::before {
  content: "#";
  opacity: .6;
}
.turn {
  display: flex;
  gap: 1.5rem;
  margin-block-start: 3.5rem;
  padding-block-start: 1.25rem;
  border-block-start: 1px solid var(--line);
}
.turn .label {
  display: block;
  color: var(--soft);
}
.turn a {
  flex: 0 1 50%;
  padding-block: .3rem;
}
.older {
  margin-inline-start: auto;
  text-align: end;
}
.bottom {
  margin-block: 4rem 1rem;
  color: var(--soft);
}
@media print {
  :root {
    --paper: #fff;
    --ink: #000;
    --sea: #000;
    --soft: #333;
  }
  html {
    font-size: 11pt;
  }
  body {
    max-inline-size: none;
    padding: 0;
  }
  .top nav, .languages, .toc, .turn, .skip {
    display: none;
  }
}
`;
