// Which style sheets a page carries inline. Each is a constant, so that the security policy can name its hash.

import { type SafeHtml, html, unescapedHtml } from "../post/safe-html.ts";
import { CODE_CSS } from "./css/code.ts";
import { POST_CSS } from "./css/post.ts";
import { SHELL_CSS } from "./css/shell.ts";

interface PartialStyle {
  readonly css: string;
  /** The part is sent if the body contains one of these. */
  readonly marks: readonly string[];
}

const PARTS_OF_POSTS: readonly PartialStyle[] = [{ css: CODE_CSS, marks: ["<pre", "<code"] }];

/** The text of every `<style>` that a page may contain. */
export const INLINE_STYLES: readonly string[] = [
  SHELL_CSS,
  POST_CSS,
  ...PARTS_OF_POSTS.map(({ css }) => css),
];

export const ERROR_STYLES: readonly SafeHtml[] = [styleElement(SHELL_CSS)];
export const LIST_STYLES: readonly SafeHtml[] = [styleElement(SHELL_CSS)];

/** A post pays for code, tables and the like only where it has them. */
export function postStyles(body: string): readonly SafeHtml[] {
  const parts = PARTS_OF_POSTS.filter(({ marks }) => marks.some((mark) => body.includes(mark)));
  return [SHELL_CSS, POST_CSS, ...parts.map(({ css }) => css)].map(styleElement);
}

function styleElement(css: string): SafeHtml {
  return html`<style>
    ${unescapedHtml(css)}
  </style> `;
}
