// Which style sheets a page carries inline. Each is a constant, so that the security policy can name its hash.

import { type Locale, textDirection } from "../post/locale.ts";
import { html, type SafeHtml, unescapedHtml } from "../post/safe-html.ts";
import { CODE_CSS } from "./css/code.ts";
import { COLOURS_CSS } from "./css/colours.ts";
import { DIALECT_CSS } from "./css/dialect.ts";
import { ELEMENTS_CSS } from "./css/elements.ts";
import { FOOTNOTES_CSS } from "./css/footnotes.ts";
import { LIST_CSS } from "./css/list.ts";
import { MATH_CSS, MATHML_CSS } from "./css/math.ts";
import { POST_CSS } from "./css/post.ts";
import { CJK_CSS, RIGHT_TO_LEFT_CSS } from "./css/scripts.ts";
import { SHELL_CSS } from "./css/shell.ts";
import { TABLE_CSS } from "./css/table.ts";

const BASE_CSS = COLOURS_CSS + SHELL_CSS;

interface PartialStyle {
  readonly css: string;
  /** What a body that needs it contains. */
  readonly mark: RegExp;
  /** What a body that does not need it contains all the same. */
  readonly unless?: RegExp;
}

const PARTS_OF_POSTS: readonly PartialStyle[] = [
  { css: CODE_CSS, mark: /<pre/ },
  { css: TABLE_CSS, mark: /<table/ },
  { css: MATH_CSS, mark: /class="(?:katex|math-error)/ },
  { css: MATHML_CSS, mark: /<math/, unless: /class="katex-html/ },
  { css: FOOTNOTES_CSS, mark: /class="footnote/ },
  { css: ELEMENTS_CSS, mark: /<(?:kbd|mark|dl|abbr|details)|class="task-list/ },
  { css: DIALECT_CSS, mark: /class="[^"]*(?:notice|btn|align-|text-|half|third)/ },
];

/** The text of every `<style>` that a page may contain. */
export const INLINE_STYLES: readonly string[] = [
  BASE_CSS,
  LIST_CSS,
  POST_CSS,
  RIGHT_TO_LEFT_CSS,
  CJK_CSS,
  ...PARTS_OF_POSTS.map(({ css }) => css),
];

export function errorStyles(locale: Locale): SafeHtml {
  return styleElements([BASE_CSS, ...scriptCss(locale)]);
}

export function listStyles(locale: Locale): SafeHtml {
  return styleElements([BASE_CSS, LIST_CSS, ...scriptCss(locale)]);
}

/** A post pays for tables, footnotes and the like only where it has them. */
export function postStyles(locale: Locale, body: SafeHtml): SafeHtml {
  const parts = PARTS_OF_POSTS.filter(
    ({ mark, unless }) => mark.test(body.markup) && unless?.test(body.markup) !== true,
  );
  return styleElements([BASE_CSS, POST_CSS, ...parts.map(({ css }) => css), ...scriptCss(locale)]);
}

function scriptCss(locale: Locale): readonly string[] {
  if (textDirection(locale) === "rtl") return [RIGHT_TO_LEFT_CSS];
  return /^(?:ja|zh|ko|yue)\b/.test(locale) ? [CJK_CSS] : [];
}

function styleElements(sheets: readonly string[]): SafeHtml {
  return html`${sheets.map((css) => html`<style>${unescapedHtml(css)}</style>\n`)}`;
}
