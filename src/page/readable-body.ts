// What a page adds to the HTML of a post so that everybody can read it: kramdown's markup passes WCAG 2.2 and HTML's own rules.

import { escapeText, type SafeHtml, unescapedHtml } from "../post/safe-html.ts";
import type { Messages } from "./messages/messages.ts";
import { replaceTags, type Tag } from "./replace-tags.ts";

type Labels = Pick<Messages, "formula" | "brokenFormula" | "table" | "taskDone" | "taskOpen">;

/** A tag to what stands in its place. */
type Rule = (tag: Tag, labels: Labels) => string;

/** By the name of the tag. */
const RULES: Readonly<Record<string, Rule>> = {
  a: labelFootnote,
  code: titleBrokenFormula,
  div: alignText,
  h1: alignText,
  h2: alignText,
  h3: alignText,
  h4: alignText,
  h5: alignText,
  h6: alignText,
  img: floatImage,
  input: labelTask,
  li: dropRole,
  p: alignText,
  pre: makeFocusable,
  span: labelFormula,
  sup: dropRole,
  td: alignText,
  th: scopeHeader,
};

/** `labels` are in the language of the post. */
export function readableBody(body: SafeHtml, labels: Labels): SafeHtml {
  const areTablesWhole = hasWholeTables(body.markup);
  let depth = 0;
  const markup = replaceTags(unwrapNumberedCode(body.markup), (tag) => {
    if (tag.name === "table") {
      const level = tag.isEnd ? depth-- : ++depth;
      // Only whole tables, and of nested ones the outermost.
      return areTablesWhole && level === 1 ? wrapTable(tag, labels) : tag.text;
    }
    const rule = tag.isEnd || !Object.hasOwn(RULES, tag.name) ? undefined : RULES[tag.name];
    return rule === undefined ? tag.text : rule(tag, labels);
  });
  return unescapedHtml(markup);
}

/** Whether every table is closed: else a box around one would take in the rest of the page. */
function hasWholeTables(markup: string): boolean {
  if (!/<table/i.test(markup)) return true;
  let depth = 0;
  let lowest = 0;
  replaceTags(markup, ({ name, isEnd }) => {
    if (name === "table") depth += isEnd ? -1 : 1;
    lowest = Math.min(lowest, depth);
    return "";
  });
  return depth === 0 && lowest === 0;
}

/** A box that scrolls is reached by keyboard and has a name (WCAG 2.2, 2.1.1 and 4.1.2). */
function wrapTable({ text, isEnd }: Tag, { table }: Labels): string {
  return isEnd ? `${text}</div>` : `<div class="table"${focusable(table)}>${text}`;
}

function labelFormula({ text }: Tag, { formula }: Labels): string {
  if (text !== '<span class="katex-display">') return text;
  return `<span class="katex-display"${focusable(formula)}>`;
}

/** What is wrong with it, its author is told by a note. */
function titleBrokenFormula({ text }: Tag, { brokenFormula }: Labels): string {
  if (!text.startsWith('<code class="math-error"')) return text;
  return withAttribute(text, `title="${escapeText(brokenFormula)}"`);
}

function focusable(name: string): string {
  return ` tabindex="0" role="group" aria-label="${escapeText(name)}"`;
}

function makeFocusable({ text }: Tag): string {
  return /\stabindex\s*=|class="lineno"/i.test(text) ? text : withAttribute(text, 'tabindex="0"');
}

/** kramdown's heads of tables are heads of columns. */
function scopeHeader(tag: Tag): string {
  const text = alignText(tag);
  return /\sscope\s*=/i.test(text) ? text : withAttribute(text, 'scope="col"');
}

/** `align` is obsolete (HTML Living Standard §16.2), and real posts have `<p align="justify">` everywhere. */
function alignText({ text }: Tag): string {
  return styleFor(text, "text-align");
}

function floatImage({ text }: Tag): string {
  return styleFor(text, "float");
}

function styleFor(tag: string, property: "text-align" | "float"): string {
  if (/\sstyle\s*=/i.test(tag)) return tag;
  return tag.replace(
    /\salign\s*=\s*(["']?)(left|right|center|justify)\1(?=[\s/>])/i,
    (_, _quote: string, side: string) => ` style="${property}:${side.toLowerCase()}"`,
  );
}

/** DPUB-ARIA 1.1: `doc-endnote` is deprecated, and `doc-noteref` is for the link, not for the `<sup>` around it. */
function dropRole({ text }: Tag): string {
  return text.replace(/ role="doc-(?:endnote|noteref)"/, "");
}

function labelFootnote({ text }: Tag): string {
  return text.includes(' class="footnote"') ? withAttribute(text, 'role="doc-noteref"') : text;
}

function labelTask({ text }: Tag, { taskDone, taskOpen }: Labels): string {
  if (!text.includes('class="task-list-item-checkbox"')) return text;
  const name = /\schecked\b/i.test(text) ? taskDone : taskOpen;
  return withAttribute(text, `aria-label="${escapeText(name)}"`);
}

const NUMBERED_HEAD = /<pre><code[^<>]*>(?=<table class="rouge-table">)/g;
const NUMBERED_END = /(?<=<\/pre><\/td><\/tr><\/tbody><\/table>)<\/code><\/pre>/g;

/** `{% highlight ruby linenos %}`: Rouge puts a table into a `<code>`, where HTML allows none. */
function unwrapNumberedCode(markup: string): string {
  if (count(markup, NUMBERED_HEAD) !== count(markup, NUMBERED_END)) return markup;
  return markup.replace(NUMBERED_HEAD, '<div class="numbered">').replace(NUMBERED_END, "</div>");
}

/** Before the other attributes. */
function withAttribute(tag: string, attribute: string): string {
  return tag.replace(/^<[a-zA-Z0-9-]+/, (start) => `${start} ${attribute}`);
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
