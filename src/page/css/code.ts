// Code blocks and the colours of highlight.js's tokens, each at least 4.5 to 1 on its ground.

import { css } from "./css.ts";

export const CODE_CSS: string = css`
:root {
  --keyword: #8a2767;
  --string: #265a1e;
  --number: #7a4003;
  --title: #1b4f9b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --keyword: #e5a3cd;
    --string: #a8d19d;
    --number: #e6bb80;
    --title: #a0c5f6;
  }
}
pre, .numbered {
  overflow: auto;
  margin-inline: -1.25rem;
  padding: 1rem 1.25rem;
  background: var(--wash);
  border: solid transparent;
  border-width: 1px 0;
  text-align: start;
  tab-size: 4;
}
li pre, dd pre, blockquote pre {
  margin-inline: 0;
}
@media (min-width: 48rem) {
  pre, .numbered {
    border-width: 1px;
    border-radius: 5px;
  }
}
pre code {
  font: inherit;
}
.hljs-comment, .hljs-quote, .hljs-meta {
  color: var(--soft);
}
.hljs-comment {
  font-style: italic;
}
.hljs-keyword, .hljs-selector-tag, .hljs-doctag, .hljs-operator, .hljs-name, .hljs-section {
  color: var(--keyword);
}
.hljs-string, .hljs-regexp, .hljs-addition, .hljs-char, .hljs-template-tag {
  color: var(--string);
}
.hljs-number, .hljs-literal, .hljs-symbol, .hljs-bullet, .hljs-variable, .hljs-template-variable, .hljs-deletion {
  color: var(--number);
}
.hljs-title, .hljs-attr, .hljs-attribute, .hljs-selector-class, .hljs-selector-id, .hljs-property {
  color: var(--title);
}
.hljs-built_in, .hljs-type, .hljs-link, .hljs-selector-attr, .hljs-selector-pseudo {
  color: var(--sea);
}
.hljs-strong {
  font-weight: 700;
}
.hljs-emphasis {
  font-style: italic;
}
.bidi::before {
  content: attr(title);
  border: 1px solid;
}
.numbered table {
  font-size: 1em;
}
.numbered .table, .numbered pre {
  margin: 0;
  overflow: visible;
}
.numbered pre {
  padding: 0;
  padding-inline-end: 1rem;
  border: 0;
}
.numbered td {
  padding: 0;
  border: 0;
}
.lineno {
  user-select: none;
  color: var(--soft);
}
@media print {
  pre {
    white-space: pre-wrap;
    break-inside: avoid;
  }
}
`;
