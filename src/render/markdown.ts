// Markdown → HTML and what is read from its tree: kramdown's dialect, formulas by KaTeX, code by highlight.js.

import type { FrontMatter } from "../post/front-matter.ts";
import type { Note } from "../post/note.ts";
import { mathSwitch } from "../post/site-math.ts";
import type { Site } from "../post/site.ts";
import { readExcerpt } from "./excerpt.ts";
import { createHighlightBudget, highlightCode } from "./highlight/highlight.ts";
import { type KramdownDocument, parseKramdown, printKramdown } from "./kramdown/kramdown.ts";
import { parseKramdownOptions } from "./kramdown/kramdown-options.ts";
import type { Printers } from "./kramdown/printing.ts";
import { smartify } from "./kramdown/smartify.ts";
import { createLineFinder, type LineFinder } from "./line-finder.ts";
import { createMathRenderer } from "./math/math.ts";
import type { Measure } from "./measure.ts";
import { readOutline } from "./outline.ts";
import { plainTextOf } from "./plain-text.ts";
import { readReferences } from "./references.ts";
import type { RenderedPost } from "./rendered-post.ts";
import { hasMarkedFormula, markTextFormulas } from "./text-formulas.ts";

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
  const { options } = parseKramdownOptions(site.fields["kramdown"]);
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
    code: (text, language) => measure("code", () => highlightCode(text, language, budget)),
  };
  const parse = (source: string): KramdownDocument =>
    measure("markdown", () => {
      const document = parseKramdown(source, options);
      if (options.mathEngine && hasTextFormulas(source, document, context))
        for (const { tokens } of [document, ...document.footnotes.values()])
          markTextFormulas(tokens, { singleDollar: site.math.hasSingleDollar });
      return document;
    });
  const print = (document: KramdownDocument): string =>
    measure("print", () => printKramdown(document, printers));

  return {
    render(source) {
      const document = parse(source);
      lines = createLineFinder(source);
      const { html, notes: found } = formulas.finish(print(document));
      const { tokens } = document;
      return {
        html,
        outline: readOutline(tokens),
        excerpt: readExcerpt(tokens, frontMatter.excerptSeparator ?? site.excerptSeparator),
        text: plainTextOf(tokens),
        hasMath: hasFormulas && site.math.output !== "mathml",
        ...readReferences(tokens),
        notes: [...document.notes, ...notes, ...found],
      };
    },
    markdownify: (text) => print(parse(text)),
    smartify: (text) => smartify(text, options),
    highlight: (code, language) => highlightCode(code, language, budget),
  };
}

/** Whether texts are searched for formulas: the post says so, else the site, else a formula that is marked as one. */
function hasTextFormulas(
  source: string,
  { tokens }: KramdownDocument,
  { site, frontMatter }: MarkdownContext,
): boolean {
  const said = mathSwitch(frontMatter.fields);
  if (said !== null) return said;
  return site.math.isEverywhere || (source.includes("$$") && hasMarkedFormula(tokens));
}
