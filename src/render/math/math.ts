// TeX → what a browser shows, with KaTeX, without a script in the page. A formula that cannot be shown shows itself, marked.

import type { Note } from "../../post/note.ts";
import { createEquations } from "./equations.ts";
import { createMacros } from "./macros.ts";
import {
  findBrokenLimit,
  MAX_POST_FORMULAS,
  MAX_POST_MARKUP_CHARACTERS,
  MAX_POST_TEX_CHARACTERS,
} from "./math-limits.ts";
import type { MathOptions, RenderedMath } from "./math-options.ts";
import { printFault, printFormula, warn } from "./print-formula.ts";
import type { Formula } from "./print-formula.ts";
import { referenceMark } from "./rewrite-frame.ts";
import { rewriteTex } from "./rewrite-tex.ts";
import type { RewrittenTex } from "./rewrite-tex.ts";

/** The formulas of one post, in their order: they share numbers, macros and limits. */
export interface MathRenderer {
  /** Never throws. A formula that refers to an equation further down is a mark until {@link MathRenderer.finish}. */
  render(tex: string, display: boolean): RenderedMath;
  /** Markup of the post with every mark replaced. */
  finish(markup: string): RenderedMath;
}

interface Ledger {
  formulas: number;
  texCharacters: number;
  markupCharacters: number;
}

/** Where a formula waits for its numbers. U+FDD0 is a noncharacter: no text means it, and a mark of an author's own is only text. */
const MARK = /\uFDD0(\d{1,6})\uFDD0/g;

/** For one post. */
export function createMathRenderer(options: MathOptions): MathRenderer {
  const equations = createEquations(options.numbersAll ?? false);
  const ledger: Ledger = { formulas: 0, texCharacters: 0, markupCharacters: 0 };
  const macros = createMacros();
  const waiting = new Map<number, Formula>();

  function printBroken(tex: string, display: boolean, broken: string): RenderedMath {
    const note = warn("math/limit", `Cannot show formula: ${broken}`);
    return printFault(tex, display, note);
  }

  function print(formula: Formula): RenderedMath {
    const { source, display } = formula;
    if (ledger.markupCharacters > MAX_POST_MARKUP_CHARACTERS) {
      return printBroken(
        source,
        display,
        "the formulas of the post make too much HTML; split the post",
      );
    }
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
      if (broken !== null) return printBroken(tex, display, broken);
      ledger.formulas += 1;
      ledger.texCharacters += tex.length;
      const rewritten = rewriteTex(cleanTex(tex), { display, equations });
      const formula = { source: tex, display, rewritten };
      const isWaiting = rewritten.references.some(({ label }) => equations.find(label) === null);
      if (!isWaiting) return print(formula);
      waiting.set(waiting.size, formula);
      return { html: `\uFDD0${waiting.size - 1}\uFDD0`, notes: [] };
    },
    finish(markup) {
      const notes: Note[] = [];
      const formulas = new Map(waiting);
      const html = markup.replace(MARK, (mark, index: string) => {
        const formula = formulas.get(Number(index));
        if (formula === undefined) return mark;
        // Once each: a mark that an author wrote a thousand times must not be set a thousand times.
        formulas.delete(Number(index));
        const printed = print(formula);
        notes.push(...printed.notes);
        return printed.html;
      });
      return { html, notes };
    },
  };
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
  return null;
}

/** Without the characters that marks are made of. */
function cleanTex(tex: string): string {
  return tex.replace(/[\uE000\uE001\uFDD0]/g, "");
}
