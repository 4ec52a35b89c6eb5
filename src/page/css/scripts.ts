// What other scripts than Latin need: Arabic more height, Chinese, Japanese and Korean rules for the ends of lines.

import { css } from "./css.ts";

export const RIGHT_TO_LEFT_CSS: string = css`
html {
  font-family: var(--serif), "Noto Naskh Arabic", "Geeza Pro", "Noto Serif Hebrew", serif;
  line-height: 1.9;
}
body {
  font-size: 1.1em;
}
:is(h1, h2, h3) {
  line-height: 1.5;
  letter-spacing: 0;
}
`;

export const CJK_CSS: string = css`
html {
  font-family: var(--serif), "Hiragino Mincho ProN", "Yu Mincho", "Songti SC", "Noto Serif CJK JP", serif;
  line-height: 1.9;
  line-break: strict;
  hyphens: none;
  text-autospace: normal;
}
h1, h2, h3 {
  line-height: 1.4;
  word-break: auto-phrase;
  letter-spacing: 0;
}
em, .intro {
  font-style: normal;
}
`;
