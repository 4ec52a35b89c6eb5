// What may be given to KaTeX. It multiplies its input (`x+` by 160 in HTML) and overflows the stack, so counts come before it.

/** Characters of one formula; the longest of 11,000 real ones has about 2,000. */
const MAX_FORMULA_CHARACTERS = 4096;

/** Formulas of one post; each costs 0.05 ms at least. The longest real post has 200. */
export const MAX_POST_FORMULAS = 2000;

/** TeX characters of one post: 280 ms of CPU as MathML, about a second as HTML. */
export const MAX_POST_TEX_CHARACTERS = 65_536;

/** Markup of all formulas of a post, in characters; after it formulas stay TeX. */
export const MAX_POST_MARKUP_CHARACTERS = 2_000_000;

/** Open braces, environments and `\left`s inside each other: KaTeX overflows the stack at about 1,500, MathML in browsers far above. */
const MAX_NESTING = 40;

/** The largest size a formula may ask for (`\rule{500em}{500em}`), in em. */
export const MAX_SIZE_EM = 20;

/** Which limit a formula breaks, in words for its author, or null. */
export function findBrokenLimit(tex: string): string | null {
  if (tex.length > MAX_FORMULA_CHARACTERS) {
    return `it is longer than ${MAX_FORMULA_CHARACTERS} characters; split it`;
  }
  if (nestingOf(tex) > MAX_NESTING) {
    return `it nests more than ${MAX_NESTING} braces or environments; simplify it`;
  }
  return null;
}

function nestingOf(tex: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < tex.length; at += 1) {
    const character = tex[at];
    if (character === "{" || tex.startsWith("\\left", at)) depth += 1;
    if (character === "}" || tex.startsWith("\\right", at)) depth -= 1;
    if (character === "\\" && !/[a-z]/i.test(tex[at + 1] ?? "")) at += 1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
