// The shell of every page: colours, type, measure, header, footer, focus, print.

import { css } from "./css.ts";

export const SHELL_CSS: string = css`
  :root {
    --paper: #fdfdfb;
    --ink: #1f2629;
    --soft: #566166;
    --line: #dcdfdb;
    --wash: #f2f4f1;
    --sea: #0a5a6b;
    color-scheme: light dark;
  }
  @media (prefers-color-scheme: dark) {
    :root {
      --paper: #12191c;
      --ink: #dde3e2;
      --soft: #9dabaf;
      --line: #2f3a3f;
      --wash: #1a2327;
      --sea: #7fcbd8;
    }
  }
  @media (prefers-contrast: more) {
    :root {
      --paper: #fff;
      --ink: #000;
      --soft: #333;
      --line: #666;
      --sea: #003d4d;
    }
  }
  @media (prefers-contrast: more) and (prefers-color-scheme: dark) {
    :root {
      --paper: #000;
      --ink: #fff;
      --soft: #d0d0d0;
      --line: #999;
      --sea: #a8ecf7;
    }
  }
  * {
    box-sizing: border-box;
  }
  html {
    font:
      100%/1.6 "Iowan Old Style",
      Charter,
      "Palatino Linotype",
      "Source Serif 4",
      "Noto Serif",
      Georgia,
      serif;
    background: var(--paper);
    color: var(--ink);
    text-size-adjust: 100%;
    -webkit-text-size-adjust: 100%;
  }
  body {
    margin: 0 auto;
    padding: 1.5rem 1.25rem 3rem;
    max-inline-size: 41rem;
    font-size: 1.125rem;
    overflow-wrap: break-word;
    hyphens: auto;
  }
  a {
    color: var(--sea);
  }
  :focus-visible {
    outline: 2px solid var(--sea);
    outline-offset: 3px;
  }
  h1,
  h2,
  h3 {
    line-height: 1.2;
    text-wrap: balance;
    hyphens: manual;
  }
  .skip:not(:focus) {
    position: absolute;
    inset-inline-start: -999rem;
  }
  .top {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    align-items: baseline;
    margin-block-end: 3rem;
  }
  .top,
  .details,
  .tags,
  .bottom,
  .turn {
    font-family: system-ui, sans-serif;
    font-size: 0.9rem;
  }
  .site {
    margin: 0;
    margin-inline-end: auto;
    font-size: 1.1rem;
  }
  .languages {
    position: relative;
  }
  .languages ul {
    position: absolute;
    inset-inline-end: 0;
    margin: 0;
    padding: 0.5rem 1rem;
    list-style: none;
    background: var(--paper);
    border: 1px solid var(--line);
    z-index: 1;
  }
  .details,
  .bottom,
  .status {
    color: var(--soft);
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    padding: 0;
    list-style: none;
    color: var(--soft);
  }
  .turn {
    display: flex;
    gap: 2rem;
    justify-content: space-between;
  }
`;
