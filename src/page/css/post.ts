// A post's page: its head, its body's everyday elements.

import { css } from "./css.ts";

export const POST_CSS: string = css`
  img,
  video {
    max-inline-size: 100%;
    block-size: auto;
  }
  .hero {
    aspect-ratio: 5 / 2;
    inline-size: 100%;
    object-fit: cover;
  }
`;
