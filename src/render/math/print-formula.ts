// One formula → markup by KaTeX, or the formula itself, marked, with the reason.

import { ParseError, renderToString } from "katex";
import type { Note } from "../../post/note.ts";
import { escapeText } from "../../post/safe-html.ts";
import { anchorOf } from "./equations.ts";
import type { Macros } from "./macros.ts";
import type { MathOptions, RenderedMath } from "./math-options.ts";
import { MAX_SIZE_EM } from "./math-limits.ts";
import { toMathmlCore } from "./mathml.ts";
import type { RewrittenTex } from "./rewrite-tex.ts";

export interface Formula {
  /** As the author wrote it. */
  readonly source: string;
  readonly display: boolean;
  readonly rewritten: RewrittenTex;
}

interface Printing {
  readonly formula: Formula;
  readonly options: MathOptions;
  readonly macros: Macros;
}

/** `tex` is the rewritten formula with its references filled in. Never throws. */
export function printFormula(tex: string, { formula, options, macros }: Printing): RenderedMath {
  const { source, display, rewritten } = formula;
  try {
    const markup = renderToString(tex, {
      displayMode: display,
      output: options.output,
      throwOnError: true,
      strict: false,
      trust: false,
      globalGroup: true,
      macros: macros.table,
      maxSize: MAX_SIZE_EM,
      maxExpand: macros.limitFor(tex),
    });
    const drawn = options.output === "mathml" ? toMathmlCore(markup, rewritten.rowNumbers) : markup;
    return {
      html: wrap(annotate(drawn, source), rewritten.labels, display),
      notes: [],
    };
  } catch (error) {
    const note = warn("math/parse", messageOf(error, source));
    return printFault(source, display, note);
  }
}

/** The source that screen readers and copying take from a formula is what the author wrote, not what KaTeX was given. */
function annotate(markup: string, source: string): string {
  const open = '<annotation encoding="application/x-tex">';
  const start = markup.lastIndexOf(open);
  const end = markup.indexOf("</annotation>", start);
  if (start < 0 || end < 0) return markup;
  return markup.slice(0, start + open.length) + escapeText(source) + markup.slice(end);
}

/** Anchors for the labels; around a display formula of MathML the element that KaTeX's HTML has anyway. */
function wrap(markup: string, labels: readonly string[], display: boolean): string {
  const anchors = labels
    .map((label) => `<span id="${escapeText(anchorOf(label))}"></span>`)
    .join("");
  if (!display) return anchors + markup;
  const inside = markup.startsWith(KATEX_DISPLAY)
    ? markup.slice(KATEX_DISPLAY.length)
    : `${markup}</span>`;
  return KATEX_DISPLAY + anchors + inside;
}

const KATEX_DISPLAY = '<span class="katex-display">';

/** The source in place of the formula; the note is for its author. */
export function printFault(tex: string, display: boolean, note: Note): RenderedMath {
  const source = escapeText(tex);
  const kind = display ? ' data-display=""' : "";
  const html = `<code class="math-error" data-tex="${source}"${kind}>${source}</code>`;
  return { html, notes: [note] };
}

function messageOf(error: unknown, tex: string): string {
  const shown = tex.trim().replace(/\s+/g, " ").slice(0, 60);
  const reason = error instanceof ParseError ? reasonOf(error) : "it is too complex";
  return `Cannot show formula "${shown}": ${reason}`;
}

/** KaTeX's sentence without its prefix and its own excerpt. */
function reasonOf(error: Error): string {
  const message = error.message.replace(/^KaTeX parse error: /, "");
  return message.replace(/ at (?:position \d+|end of input):[^]*$/, "").replace(/\.$/, "");
}

/** A note about a formula; where it stands, the caller knows. */
export function warn(rule: string, message: string): Note {
  return { severity: "warning", rule, line: null, column: null, field: null, message };
}
