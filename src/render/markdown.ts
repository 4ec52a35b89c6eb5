// Markdown → HTML and what is read from its tree, with formulas by KaTeX and code by highlight.js.

import type { FrontMatter } from "../post/front-matter.ts";
import type { Note } from "../post/note.ts";
import type { Site } from "../post/site.ts";
import { dialectOf, type MarkdownTree } from "./dialect.ts";
import { readExcerpt } from "./excerpt.ts";
import { createHighlightBudget, highlightCode } from "./highlight/highlight.ts";
import { findLanguage } from "./highlight/languages.ts";
import type { Printers } from "./kramdown/printing.ts";
import { createLineFinder, type LineFinder } from "./line-finder.ts";
import { createMathRenderer } from "./math/math.ts";
import type { Measure } from "./measure.ts";
import { readOutline } from "./outline.ts";
import { plainTextOf } from "./plain-text.ts";
import { readReferences } from "./references.ts";
import type { RenderedPost } from "./rendered-post.ts";

export interface RenderedMarkdown extends Omit<RenderedPost, "html"> {
  readonly html: string;
}

export interface MarkdownRenderer {
  /** The body of the post; lines of notes count from its first. */
  render(source: string): RenderedMarkdown;
  /** A piece of Markdown within Liquid. */
  markdownify(text: string): string;
  /** A line of text within Liquid → markup with typographic quotes, dashes and dots; nothing else is Markdown. */
  smartify(text: string): string;
  /** A piece of code within Liquid → the markup inside its `<code>`. */
  highlight(code: string, language: string): string;
}

export interface MarkdownContext {
  readonly site: Site;
  readonly frontMatter: FrontMatter;
  readonly measure: Measure;
}

/** For one post: its parts share the limits and numbers of formulas, and the limits of code. */
export function createMarkdownRenderer(context: MarkdownContext): MarkdownRenderer {
  const { site, frontMatter, measure } = context;
  const dialect = dialectOf(site, frontMatter);
  const formulas = createMathRenderer({
    output: site.math.output === "mathml" ? "mathml" : "htmlAndMathml",
    numbersAll: site.math.numbersAll,
  });
  const budget = createHighlightBudget();
  const notes: Note[] = [];
  let hasFormulas = false;
  let lines: LineFinder = createLineFinder("");

  const printers: Printers = {
    math(tex, isDisplay) {
      hasFormulas = true;
      const made = measure("math", () => formulas.render(tex, isDisplay));
      const line = made.notes.length > 0 ? lines.lineOf(tex) : null;
      notes.push(...made.notes.map((note) => ({ ...note, line })));
      return made.html;
    },
    code(text, language) {
      if (language !== null && findLanguage(language) === null) return null;
      return measure("code", () => highlightCode(text, language, budget));
    },
  };
  const parse = (source: string): MarkdownTree => measure("markdown", () => dialect.parse(source));
  const print = (tree: MarkdownTree): string => measure("print", () => tree.print(printers));

  return {
    render(source) {
      const tree = parse(source);
      lines = createLineFinder(source);
      const { html, notes: found } = formulas.finish(print(tree));
      const { tokens, footnotes } = tree;
      return {
        html,
        outline: readOutline(tokens),
        excerpt: readExcerpt(tokens, frontMatter.excerptSeparator ?? site.excerptSeparator),
        text: plainTextOf([...tokens, ...footnotes]),
        hasMath: hasFormulas && site.math.output !== "mathml",
        ...readReferences(tokens),
        notes: [...tree.notes, ...notes, ...found],
      };
    },
    markdownify: (text) => print(parse(text)),
    smartify: (text) => dialect.smartify(text),
    highlight: (code, language) => highlightCode(code, language, budget),
  };
}
