// Macros that the formulas of a post define, and how often they may be used: their bodies multiply what KaTeX has to set.

import { readTexTokens } from "./tex.ts";

/** Expansions in a formula where nothing was defined: KaTeX's own macros are short, real formulas use fewer than 100. */
const MAX_EXPANSIONS = 1000;

/**
 * Tokens that a formula may grow to by macros of its post. `\def\a{x…}` of 3,800 characters, used a hundred times,
 * took 127 s as HTML; 8,192 tokens take 0.2 s.
 */
const MAX_EXPANDED_TOKENS = 8192;

const DEFINITION =
  /\\(?:[gex]?def|let|futurelet|(?:re|provide)?(?:new)?command|DeclareMathOperator)(?![a-zA-Z])/;

/** Commands of MathJax that KaTeX has under another name, or can be made of what it has. */
const RENAMED: Readonly<Record<string, string>> = {
  "\\mbox": "\\text",
  "\\mathbbm": "\\mathbb",
  "\\mathds": "\\mathbb",
  "\\textsc": "\\textrm",
  "\\textsl": "\\textit",
  "\\mit": "\\mathit",
  "\\scr": "\\mathscr",
  "\\mspace": "\\mkern",
  "\\hfil": "\\qquad",
  "\\hfill": "\\qquad",
  "\\strut": "\\vphantom{(}",
  "\\iiiint": "\\int\\!\\!\\!\\int\\!\\!\\!\\int\\!\\!\\!\\int",
  "\\idotsint": "\\int\\!\\cdots\\!\\int",
  "\\bigtimes": "\\mathop{\\Large\\times}",
  "\\underparen": "\\undergroup",
  "\\overparen": "\\overgroup",
  "\\accentset": "\\overset{#1}{#2}",
  "\\prescript": "{\\vphantom{#3}}^{#1}_{#2}{#3}",
  "\\nicefrac": "{^{#1}\\!/_{#2}}",
  "\\ensuremath": "#1",
  "\\shoveleft": "#1",
  "\\shoveright": "#1",
  "\\mathtip": "\\@firstoftwo{#1}{#2}",
  "\\texttip": "\\@firstoftwo{#1}{#2}",
  "\\textdegree": "\\degree",
  "\\textasciitilde": "{\\sim}",
  "\\euro": "\\text{€}",
};

export interface Macros {
  /** For KaTeX, which adds what a formula defines: as in MathJax it holds for the rest of the page. */
  readonly table: Record<string, string | object>;
  /** Expansions that this formula may make. */
  limitFor(tex: string): number;
}

/** For one post. */
export function createMacros(): Macros {
  const table: Record<string, string | object> = { ...RENAMED };
  const weighed = new WeakSet<object>();
  let isDefining = false;
  let longest = 0;
  let repeats = 0;

  function weighDefinitions(): void {
    for (const definition of Object.values(table)) {
      if (typeof definition === "string" || weighed.has(definition)) continue;
      weighed.add(definition);
      const texts = tokenTexts(definition);
      longest = Math.max(longest, texts.length);
      repeats = Math.max(repeats, countRepeats(texts));
    }
  }

  return {
    table,
    limitFor(tex) {
      isDefining ||= DEFINITION.test(tex);
      if (!isDefining) return MAX_EXPANSIONS;
      weighDefinitions();
      const groups = outermostGroups(tex);
      const length = Math.max(longest, ...groups.map((group) => group.length), 1);
      const copies = Math.max(repeats, ...groups.map((group) => countRepeats([...group])));
      const weight = length + copies * tex.length;
      return Math.min(MAX_EXPANSIONS, Math.max(1, Math.floor(MAX_EXPANDED_TOKENS / weight)));
    },
  };
}

/** The texts of a definition as KaTeX keeps it. */
function tokenTexts(definition: object): readonly string[] {
  const tokens: unknown = "tokens" in definition ? definition.tokens : [];
  if (!Array.isArray(tokens)) return [];
  return tokens.map((token: { readonly text?: unknown }) => String(token.text));
}

/** How often a parameter is used again: each copy carries its whole argument. */
function countRepeats(texts: readonly string[]): number {
  const parameters = texts.filter((text) => text === "#").length;
  return Math.max(0, parameters - 1);
}

/** A definition's body is always in a group, and never longer than the outermost one around it. */
function outermostGroups(tex: string): readonly string[] {
  const groups: string[] = [];
  let depth = 0;
  let start = 0;
  for (const token of readTexTokens(tex)) {
    if (token.kind === "open" && depth === 0) start = token.end;
    if (token.kind === "open") depth += 1;
    if (token.kind !== "close" || depth === 0) continue;
    depth -= 1;
    if (depth === 0) groups.push(tex.slice(start, token.start));
  }
  // An unclosed group may still be closed by what a macro brings.
  if (depth > 0) groups.push(tex.slice(start));
  return groups;
}
