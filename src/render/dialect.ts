// Which Markdown a post is written in: kramdown, as in Jekyll, or CommonMark with GitHub's additions.

import type { FrontMatter } from "../post/front-matter.ts";
import type { Note } from "../post/note.ts";
import { isRecord } from "../post/record.ts";
import { mathSwitch } from "../post/site-math.ts";
import type { Site } from "../post/site.ts";
import type { ReadableToken } from "./document-tree.ts";
import { parseGfm, printGfm } from "./gfm.ts";
import { type KramdownDocument, parseKramdown, printKramdown } from "./kramdown/kramdown.ts";
import { parseKramdownOptions, type ParsedKramdownOptions } from "./kramdown/kramdown-options.ts";
import type { Printers } from "./kramdown/printing.ts";
import { smartify } from "./kramdown/smartify.ts";
import { hasMarkedFormula, markTextFormulas } from "./text-formulas.ts";

export interface MarkdownTree {
  readonly tokens: readonly ReadableToken[];
  /** Of the footnotes, which the page shows at its end. */
  readonly footnotes: readonly ReadableToken[];
  readonly notes: readonly Note[];
  print(printers: Printers): string;
}

export interface Dialect {
  /** Markdown, after Liquid and without front matter → its tree. */
  parse(source: string): MarkdownTree;
  /** A line of text → markup with typographic quotes, dashes and dots. */
  smartify(text: string): string;
}

/** Jekyll's names of converters that read CommonMark. */
const COMMONMARK = /^(?:gfm|commonmark|commonmarkghpages)$/i;

/** The front matter's `markdown:` counts, else the site's. */
export function dialectOf(site: Site, frontMatter: FrontMatter): Dialect {
  const named = frontMatter.fields["markdown"] ?? site.fields["markdown"];
  const { options } = kramdownOptionsOf(site);
  return {
    parse:
      typeof named === "string" && COMMONMARK.test(named)
        ? parseAsGfm
        : (source) => parseAsKramdown(source, { site, frontMatter }),
    smartify: (text) => smartify(text, options),
  };
}

/** The map under `kramdown:`, and our own key beside it; notes are for the author of `_config.yml`. */
export function kramdownOptionsOf({ fields }: Pick<Site, "fields">): ParsedKramdownOptions {
  const own = fields["markdown_in_html"];
  const map = fields["kramdown"];
  if (own === undefined || (map !== undefined && !isRecord(map))) return parseKramdownOptions(map);
  return parseKramdownOptions({ markdown_in_html: own, ...map });
}

interface KramdownContext {
  readonly site: Site;
  readonly frontMatter: FrontMatter;
}

function parseAsKramdown(source: string, context: KramdownContext): MarkdownTree {
  const { options } = kramdownOptionsOf(context.site);
  const document = parseKramdown(source, options);
  const footnotes = [...document.footnotes.values()];
  if (options.mathEngine && hasTextFormulas(source, document, context)) {
    for (const { tokens } of [document, ...footnotes])
      markTextFormulas(tokens, { singleDollar: context.site.math.hasSingleDollar });
  }
  return {
    tokens: document.tokens,
    footnotes: footnotes.flatMap(({ tokens }) => tokens),
    notes: document.notes,
    print: (printers) => printKramdown(document, printers),
  };
}

function parseAsGfm(source: string): MarkdownTree {
  const document = parseGfm(source);
  return {
    tokens: document.tokens,
    footnotes: [],
    notes: document.notes,
    print: (printers) => printGfm(document, printers),
  };
}

/** Whether texts are searched for formulas: the post says so, else the site, else a formula that is marked as one. */
function hasTextFormulas(
  source: string,
  { tokens }: KramdownDocument,
  { site, frontMatter }: KramdownContext,
): boolean {
  const said = mathSwitch(frontMatter.fields);
  if (said !== null) return said;
  return site.math.isEverywhere || (source.includes("$$") && hasMarkedFormula(tokens));
}
