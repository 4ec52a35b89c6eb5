// How a site wants its formulas: the keys of `_config.yml` about them, all here.

import { FieldFault, type FieldReader, type FieldType } from "./field-reader.ts";
import { truth } from "./field-types.ts";

export interface SiteMath {
  /** `html`: for eyes and for screen readers, with a style sheet and fonts; `mathml`: MathML alone. */
  readonly output: "html" | "mathml";
  /** Whether `\(…\)` and what else MathJax reads in a page is a formula in every post that does not say otherwise. */
  readonly isEverywhere: boolean;
  /** Whether `$…$` in running text is a formula too; most sites leave it text, for prices. */
  readonly hasSingleDollar: boolean;
  /** Whether every displayed equation has a number, as with MathJax's `tags: ams`, or only those with a `\label`. */
  readonly numbersAll: boolean;
}

/** What themes of Jekyll call the switch of formulas, in `_config.yml` and in front matter. */
const SWITCHES = ["math", "mathjax", "katex", "use_math"];

/**
 * - `math: html | mathml`, or `true`, which is `html`; also `mathjax`, `katex`, `use_math`, as themes have it
 * - `math_single_dollar: true`
 * - `math_number_all: true`
 */
export function readSiteMath(
  read: FieldReader["read"],
  fields: Readonly<Record<string, unknown>>,
): SiteMath {
  return {
    output: read("math", output) ?? "html",
    isEverywhere: mathSwitch(fields) ?? false,
    hasSingleDollar: read("math_single_dollar", truth) ?? false,
    numbersAll: read("math_number_all", truth) ?? false,
  };
}

/**
 * Whether fields switch formulas on (`mathjax: true`, `katex: {…}`) or off; null where they say nothing.
 *
 * @example mathSwitch({ mathjax: "true" }) // → true
 */
export function mathSwitch(fields: Readonly<Record<string, unknown>>): boolean | null {
  const said = SWITCHES.map((key) => fields[key]).filter((value) => value !== undefined);
  return said.length === 0 ? null : said.some(isOn);
}

function isOn(value: unknown): boolean {
  if (typeof value === "string") return !/^(?:|false|no|off)$/i.test(value);
  return value !== null && value !== false;
}

/** `mathjax: true` of a theme may be written `math: true`. */
const output: FieldType<SiteMath["output"]> = ({ value }) => {
  if (value === "html" || value === "mathml") return value;
  if (value === true || value === false) return "html";
  throw new FieldFault("it is no kind of formula; write html or mathml");
};
