// Code → highlighted HTML with highlight.js: the language that the author named, never a guess, and plain text beyond the limits.

import core from "highlight.js/lib/core";
import { escapeText } from "../../post/safe-html.ts";
import { isWithinHighlightLimits, MAX_POST_CHARACTERS } from "./highlight-limits.ts";
import { findGrammar, findLanguage } from "./languages.ts";
import type { Language } from "./languages.ts";

/** What one post may still spend on highlighting. */
export interface HighlightBudget {
  /** Takes so many characters and answers true, or takes nothing and answers false. */
  take(characters: number): boolean;
}

/** Explicit directional embeddings, overrides and isolates (UAX #9 §2.1–2.4): they make code read differently from what runs (CVE-2021-42574). */
const BIDI_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;

// Grammars are registered in it at their first use: registering all 54 at start-up was measured at 21 ms.
const highlighter = core.newInstance();

/** A fresh budget, for one post. */
export function createHighlightBudget(characters: number = MAX_POST_CHARACTERS): HighlightBudget {
  let left = characters;
  return {
    take(wanted) {
      if (wanted > left) return false;
      left -= wanted;
      return true;
    },
  };
}

/**
 * Code → the markup inside its `<code>`: spans with highlight.js's classes, or escaped text where the
 * language is null or unknown, the code is over a limit, or the budget is spent. Never throws.
 *
 * @example highlightCode("x = 1", "py", budget) // → x = <span class="hljs-number">1</span>
 */
export function highlightCode(
  code: string,
  languageName: string | null,
  budget: HighlightBudget,
): string {
  return showBidiControls(highlight(code, languageName, budget));
}

function highlight(code: string, languageName: string | null, budget: HighlightBudget): string {
  const language = languageName === null ? null : findLanguage(languageName);
  if (language === null) return escapeText(code);
  if (!isWithinHighlightLimits(code, language.grammar)) return escapeText(code);
  if (!budget.take(code.length)) return escapeText(code);
  register(language);
  try {
    return highlighter.highlight(code, { language: language.grammar, ignoreIllegals: true }).value;
  } catch {
    // A grammar that overflows the stack on hostile code must not take the post down.
    return escapeText(code);
  }
}

function register(language: Language): void {
  if (highlighter.getLanguage(language.grammar) !== undefined) return;
  highlighter.registerLanguage(language.grammar, language.define);
  for (const grammar of language.embeds) {
    const embedded = findGrammar(grammar);
    if (embedded !== null) register(embedded);
  }
}

/**
 * An element isolates its content (`bdi`), so the control stays in what is copied but reorders nothing;
 * the style sheet prints the title before it.
 */
function showBidiControls(markup: string): string {
  return markup.replace(BIDI_CONTROLS, (control) => {
    const code = control.charCodeAt(0).toString(16).toUpperCase();
    return `<bdi class="bidi" title="U+${code}">${control}</bdi>`;
  });
}
