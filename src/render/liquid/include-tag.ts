// `{% include figure.html src="a.png" %}` (jekyll/tags/include.rb): a file of `_includes` with its parameters in `include`.

import { Tag, Value } from "liquidjs";
import type { Context, Emitter, Liquid, Parser, TagToken, TopLevelToken } from "liquidjs";
import { runOf } from "./liquid-run.ts";
import { PlacedTagToken } from "./liquid-tokens.ts";
import { TolerantParser } from "./tolerant-parser.ts";

const PARAMETER =
  /([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))(?=\s|$)\s*/gsy;
const VARIABLE_FILE = /^([^\s{]*\{\{[^{}]*\}\}[^\s{}]*)/;
const FILE_NAME = /^[\w/.\-()+~#@]+$/;

export class IncludeTag extends Tag {
  readonly #file: string;
  readonly #parameters: readonly Parameter[];
  readonly #parser: TolerantParser;
  readonly #offset: number;

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, rest, liquid);
    if (!(parser instanceof TolerantParser) || !(token instanceof PlacedTagToken)) {
      throw new TypeError("Cannot parse include: the parser is not ours");
    }
    const markup = token.args.trim();
    this.#file = (VARIABLE_FILE.exec(markup) ?? /^\S+/.exec(markup))?.[0] ?? "";
    this.#parameters = readParameters(markup.slice(this.#file.length).trim());
    this.#parser = parser;
    this.#offset = token.offset;
  }

  *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const run = runOf(context);
    const file = this.#file.includes("{{")
      ? this.#parser.renderInline(this.#file, context)
      : this.#file;
    if (!FILE_NAME.test(file) || /[./]{2,}/.test(file))
      throw new Error(`"${file}" is no file name`);
    const source = run.context.includes[file];
    if (source === undefined || !Object.hasOwn(run.context.includes, file)) {
      throw new Error(`_includes has no file "${file}"; add it`);
    }
    const include: Record<string, unknown> = {};
    for (const { name, text, variable } of this.#parameters) {
      include[name] =
        variable === null ? text : yield new Value(variable, this.liquid).value(context, true);
    }
    const leave = run.enterInclude(this.#offset);
    context.push({ include });
    try {
      const templates = run.parseOnce(file, () => this.#parser.parseSource(source));
      yield this.liquid.renderer.renderTemplates([...templates], context, emitter);
    } finally {
      context.pop();
      leave();
    }
  }
}

interface Parameter {
  readonly name: string;
  readonly text: string;
  /** A name to look up instead of a text in quotes. */
  readonly variable: string | null;
}

/** @throws Error where Jekyll refuses the parameters */
function readParameters(markup: string): readonly Parameter[] {
  const parameters: Parameter[] = [];
  let end = 0;
  for (const match of markup.matchAll(PARAMETER)) {
    const [whole, name = "", double, single, variable = null] = match;
    const text = double?.replaceAll('\\"', '"') ?? single?.replaceAll("\\'", "'") ?? "";
    parameters.push({ name, text, variable });
    end = match.index + whole.length;
  }
  if (end < markup.length)
    throw new Error(`its parameters end at "${markup.slice(end, end + 40)}"`);
  return parameters;
}
