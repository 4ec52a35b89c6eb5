// The colours of every page, by the wish of the reader's system. Each pair of text and ground is at least 4.5 to 1, with more contrast wished 7 to 1.

import { css } from "./css.ts";

export const COLOURS_CSS: string = css`
:root {
  color-scheme: light dark;
  --paper: #fcfcf9;
  --wash: #f1f3ef;
  --line: #d9ddd8;
  --ink: #20282b;
  --soft: #566267;
  --sea: #0a5a6b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #11181b;
    --wash: #1a2327;
    --line: #313d42;
    --ink: #d8dfde;
    --soft: #9aa9ae;
    --sea: #84cdd9;
  }
}
@media (prefers-contrast: more) {
  :root {
    --paper: #fff;
    --wash: #f4f4f4;
    --line: #666;
    --ink: #000;
    --soft: #333;
    --sea: #00404f;
  }
}
@media (prefers-contrast: more) and (prefers-color-scheme: dark) {
  :root {
    --paper: #000;
    --wash: #161616;
    --line: #999;
    --ink: #fff;
    --soft: #d4d4d4;
    --sea: #a8ecf7;
  }
}
`;
