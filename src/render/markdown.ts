// Markdown → HTML and what else is read from its tree.

import { marked } from "marked";
import type { FrontMatter } from "../post/front-matter.ts";
import type { Note } from "../post/note.ts";
import type { Site } from "../post/site.ts";
import { createHighlightBudget, highlightCode } from "./highlight/highlight.ts";
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
export function createMarkdownRenderer({ measure }: MarkdownContext): MarkdownRenderer {
  const budget = createHighlightBudget();
  return {
    render(source) {
      const html = measure("markdown", () => marked.parse(source, { async: false }));
      const text = html.replace(/<[^>]*>/g, "");
      return {
        html,
        outline: [],
        excerpt: text.trim().split("\n")[0] ?? "",
        text,
        hasMath: false,
        links: [],
        images: [],
        notes: [],
      };
    },
    markdownify: (text) => marked.parse(text, { async: false }),
    smartify: (text) => text,
    highlight: (code, language) => highlightCode(code, language, budget),
  };
}
