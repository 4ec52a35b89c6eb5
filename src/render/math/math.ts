// TeX → what a browser shows, with KaTeX, without a script in the page. A formula that cannot be shown shows itself, marked.

import { ParseError, renderToString } from "katex";
import type { Note } from "../../post/note.ts";
import { escapeText } from "../../post/safe-html.ts";
import { anchorOf, createEquations } from "./equations.ts";
import { createMacros } from "./macros.ts";
import type { Macros } from "./macros.ts";
import {
  findBrokenLimit,
  MAX_POST_FORMULAS,
  MAX_POST_MARKUP_CHARACTERS,
  MAX_POST_TEX_CHARACTERS,
  MAX_SIZE_EM,
} from "./math-limits.ts";
import { toMathmlCore } from "./mathml.ts";
import { referenceMark, rewriteTex } from "./rewrite-tex.ts";
import type { RewrittenTex } from "./rewrite-tex.ts";

/** `mathml` needs nothing else; the other two need KaTeX's style sheet and fonts. */
export type MathOutput = "html" | "mathml" | "htmlAndMathml";

export interface MathOptions {
  readonly output: MathOutput;
  /** Whether every equation has a number, as with MathJax's `tags: 'ams'`, or only those with a `\label`. */
  readonly numbersAll?: boolean;
  /** What a formula is called in the language of the post, for those who move to a wide one by keyboard. */
  readonly formulaLabel?: string;
}

export interface RenderedMath {
  readonly html: string;
  /** Without line and column: the caller knows where the formula stands. */
  readonly notes: readonly Note[];
}

/** The formulas of one post, in their order: they share numbers, macros and limits. */
export interface MathRenderer {
  /** Never throws. A formula that refers to an equation further down is a mark until {@link MathRenderer.finish}. */
  render(tex: string, display: boolean): RenderedMath;
  /** Markup of the post with every mark replaced. */
  finish(markup: string): RenderedMath;
}

interface Formula {
  /** As the author wrote it. */
  readonly source: string;
  readonly display: boolean;
  readonly rewritten: RewrittenTex;
}

interface Ledger {
  formulas: number;
  texCharacters: number;
  markupCharacters: number;
}

/** A mark cannot be written in a post: U+FDD0 is a noncharacter, and the author's are taken out of TeX. */
const MARK = /\uFDD0(\d{1,6})\uFDD0/g;

/** For one post. */
export function createMathRenderer(options: MathOptions): MathRenderer {
  const equations = createEquations(options.numbersAll ?? false);
  const ledger: Ledger = { formulas: 0, texCharacters: 0, markupCharacters: 0 };
  const macros = createMacros();
  const waiting: Formula[] = [];

  function print(formula: Formula): RenderedMath {
    const texts = formula.rewritten.references.map(({ label }) => equations.find(label));
    const tex = fillReferences(formula.rewritten, texts);
    const printed = printFormula(tex, { formula, options, macros });
    ledger.markupCharacters += printed.html.length;
    const missing = formula.rewritten.references.filter((_, index) => texts[index] === null);
    const notes = missing.map(({ label }) =>
      warn("math/reference", `Cannot find equation "${label}": no formula has \\label{${label}}`),
    );
    return { html: printed.html, notes: [...printed.notes, ...notes] };
  }

  return {
    render(tex, display) {
      const broken = findBrokenLimit(tex) ?? findBrokenPostLimit(tex, ledger);
      if (broken !== null) {
        return printFault(tex, display, warn("math/limit", `Cannot show formula: ${broken}`));
      }
      ledger.formulas += 1;
      ledger.texCharacters += tex.length;
      const rewritten = rewriteTex(cleanTex(tex), { display, equations });
      const formula = { source: tex, display, rewritten };
      const isWaiting = rewritten.references.some(({ label }) => equations.find(label) === null);
      if (!isWaiting) return print(formula);
      waiting.push(formula);
      return { html: `\uFDD0${waiting.length - 1}\uFDD0`, notes: [] };
    },
    finish(markup) {
      const notes: Note[] = [];
      const html = markup.replace(MARK, (mark, index: string) => {
        const formula = waiting[Number(index)];
        if (formula === undefined) return mark;
        const printed = print(formula);
        notes.push(...printed.notes);
        return printed.html;
      });
      return { html, notes };
    },
  };
}

interface Printing {
  readonly formula: Formula;
  readonly options: MathOptions;
  readonly macros: Macros;
}

function printFormula(tex: string, { formula, options, macros }: Printing): RenderedMath {
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
      html: wrap(annotate(drawn, source), rewritten.labels, { display, options }),
      notes: [],
    };
  } catch (error) {
    return printFault(source, display, warn("math/parse", messageOf(error, source)));
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

interface Wrapping {
  readonly display: boolean;
  readonly options: MathOptions;
}

/** Anchors for the labels; around a display formula of MathML the element that KaTeX's HTML has anyway. */
function wrap(markup: string, labels: readonly string[], { display, options }: Wrapping): string {
  const anchors = labels
    .map((label) => `<span id="${escapeText(anchorOf(label))}"></span>`)
    .join("");
  if (!display) return anchors + markup;
  const name = options.formulaLabel ?? "";
  const focus = name === "" ? "" : ` tabindex="0" role="group" aria-label="${escapeText(name)}"`;
  const wrapper = `<span class="katex-display"${focus}>`;
  const inside = markup.startsWith(KATEX_DISPLAY)
    ? markup.slice(KATEX_DISPLAY.length)
    : `${markup}</span>`;
  return wrapper + anchors + inside;
}

const KATEX_DISPLAY = '<span class="katex-display">';

function printFault(tex: string, display: boolean, note: Note): RenderedMath {
  const source = escapeText(tex);
  const kind = display ? ' data-display=""' : "";
  const html = `<code class="math-error" title="${escapeText(note.message)}" data-tex="${source}"${kind}>${source}</code>`;
  return { html, notes: [note] };
}

function fillReferences(rewritten: RewrittenTex, texts: readonly (string | null)[]): string {
  return rewritten.references.reduce((tex, { hasParentheses }, index) => {
    const text = texts[index] ?? "???";
    return tex.replace(referenceMark(index), () => (hasParentheses ? `(${text})` : text));
  }, rewritten.tex);
}

function findBrokenPostLimit(tex: string, ledger: Ledger): string | null {
  if (ledger.formulas >= MAX_POST_FORMULAS) {
    return `the post has more than ${MAX_POST_FORMULAS} formulas; split the post`;
  }
  if (ledger.texCharacters + tex.length > MAX_POST_TEX_CHARACTERS) {
    return `the formulas of the post are longer than ${MAX_POST_TEX_CHARACTERS} characters; split the post`;
  }
  if (ledger.markupCharacters > MAX_POST_MARKUP_CHARACTERS) {
    return `the formulas of the post make more than ${MAX_POST_MARKUP_CHARACTERS} characters of HTML; split the post`;
  }
  return null;
}

/** Without the characters that marks are made of. */
function cleanTex(tex: string): string {
  return tex.replace(/[\uE000\uE001\uFDD0]/g, "");
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

function warn(rule: string, message: string): Note {
  return { severity: "warning", rule, line: null, column: null, field: null, message };
}
