// A post's page: its head, its contents, the everyday elements of its body.

import { css } from "./css.ts";

export const POST_CSS: string = css`
.head {
  margin-block-end: 2rem;
}
.head h1 {
  font-size: clamp(2rem, 1.5rem + 2.4vw, 2.75rem);
}
.head p {
  margin: 0;
}
.hero {
  display: block;
  inline-size: 100%;
  block-size: auto;
  aspect-ratio: 5/2;
  object-fit: cover;
  margin-block-end: 2.5rem;
  border-radius: 3px;
}
.note {
  margin-block: 0 2rem;
  padding: .1rem 1rem;
  border-inline-start: 3px solid var(--sea);
  font-size: .875rem;
}
.note p {
  margin: .4rem 0;
  text-align: -webkit-match-parent;
  text-align: match-parent;
}
.toc {
  margin-block: 0 2.5rem;
}
.toc p {
  margin: 0 0 .25rem;
  color: var(--soft);
}
.toc ol {
  columns: 15rem;
  margin: 0;
  padding: 0;
  list-style: none;
}
.toc ol ol {
  display: none;
  padding-inline-start: 1rem;
}
.toc a {
  display: block;
  padding-block: .2rem;
  color: inherit;
}
@media (min-width: 76rem) {
  article {
    display: grid;
    grid-template-columns: 11rem minmax(0, 1fr);
    column-gap: 3rem;
    margin-inline-start: -14rem;
  }
  article > * {
    grid-column: 2;
  }
  .toc {
    grid-area: 1/1/span 6;
    align-self: start;
    position: sticky;
    inset-block-start: 2rem;
    max-block-size: calc(100vh - 4rem);
    overflow: auto;
  }
  .toc ol {
    columns: auto;
  }
  .toc ol ol {
    display: block;
  }
}
.body > :first-child {
  margin-block-start: 0;
}
.body h2 {
  font-size: 1.6rem;
  font-weight: 500;
}
.body h3 {
  font-size: 1.15rem;
}
p, ul, ol, dl, pre, blockquote, figure, .table, .katex-display {
  margin: 0 0 1.25em;
}
p {
  text-wrap: pretty;
  hanging-punctuation: first allow-end last;
}
ul, ol {
  padding-inline-start: 1.5em;
}
li > ul, li > ol {
  margin: 0;
}
li::marker {
  color: var(--soft);
}
img, video, iframe {
  max-inline-size: 100%;
}
img, video {
  block-size: auto;
  vertical-align: middle;
}
figcaption {
  margin-block-start: .5em;
  font: .8rem/1.5 var(--sans);
  color: var(--soft);
}
blockquote {
  padding-inline-start: 1.25rem;
  border-inline-start: 1px solid var(--sea);
  color: var(--soft);
}
cite {
  font-size: .9em;
}
hr {
  margin: 2.5em 0;
  border: 0;
  text-align: center;
}
hr::before {
  content: "\\2003\\2003\\2003";
  text-decoration: underline wavy 1.5px var(--sea);
}
code, kbd, pre {
  font: .85em/1.55 ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  direction: ltr;
  unicode-bidi: isolate;
  hyphens: none;
}
:not(pre) > code {
  padding: .1em .3em;
  background: var(--wash);
  border-radius: 3px;
  box-decoration-break: clone;
}
article > footer {
  margin-block-start: 2.5rem;
}
.translations {
  display: flex;
  flex-wrap: wrap;
  gap: 0 .6em;
  font: .82rem/1.5 var(--sans);
}
.translations > span {
  color: var(--soft);
}
.translations ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
`;
