// Markdown → HTML and what else is read from its tree: kramdown's dialect, formulas by KaTeX, code by highlight.js.

import type { FrontMatter } from "../post/front-matter.ts";
import type { Note } from "../post/note.ts";
import type { Site } from "../post/site.ts";
import { createHighlightBudget, highlightCode } from "./highlight/highlight.ts";
import { parseKramdown, printKramdown } from "./kramdown/kramdown.ts";
import { parseKramdownOptions } from "./kramdown/kramdown-options.ts";
import { createMathRenderer } from "./math/math.ts";
import type { Measure } from "./measure.ts";
import type { RenderedPost } from "./rendered-post.ts";

export interface RenderedMarkdown extends Omit<RenderedPost, "html"> {
  readonly html: string;
  readonly notes: readonly Note[];
}

export interface MarkdownRenderer {
  render(source: string): RenderedMarkdown;
  markdownify(text: string): string;
  smartify(text: string): string;
  highlight(code: string, language: string): string;
}

export interface MarkdownContext {
  readonly site: Site;
  readonly frontMatter: FrontMatter;
  readonly measure: Measure;
}

/** For one post: its parts share the limits of formulas and code. */
export function createMarkdownRenderer({ site, measure }: MarkdownContext): MarkdownRenderer {
  const { options } = parseKramdownOptions(site.fields["kramdown"]);
  const budget = createHighlightBudget();
  const formulas = createMathRenderer({ output: "mathml" });
  const notes: Note[] = [];

  function print(source: string): { html: string; document: ReturnType<typeof parseKramdown> } {
    const document = measure("markdown", () => parseKramdown(source, options));
    const html = measure("print", () =>
      printKramdown(document, {
        math(tex, isDisplay) {
          const { html: markup, notes: found } = measure("math", () =>
            formulas.render(tex, isDisplay),
          );
          notes.push(...found);
          return markup;
        },
        code: (text, language) => measure("code", () => highlightCode(text, language, budget)),
      }),
    );
    return { html, document };
  }

  return {
    render(source) {
      const { html: unfinished, document } = print(source);
      const { html, notes: found } = formulas.finish(unfinished);
      const text = html.replace(/<[^>]*>/g, "");
      return {
        html,
        outline: [],
        excerpt: text.trim().split("\n")[0] ?? "",
        text,
        hasMath: false,
        links: [],
        images: [],
        notes: [...document.notes, ...notes, ...found],
      };
    },
    markdownify: (text) => print(text).html,
    smartify: (text) => text,
    highlight: (code, language) => highlightCode(code, language, budget),
  };
}
