// Code blocks: a box of their own that scrolls.

import { css } from "./css.ts";

export const CODE_CSS: string = css`
  pre {
    overflow: auto;
    padding: 1rem;
    background: var(--wash);
    font-size: 0.9rem;
    line-height: 1.5;
  }
`;
