// `{% highlight ruby linenos %}…{% endhighlight %}` (jekyll/tags/highlight.rb): a figure with the code, which is Liquid too.

import { Tag } from "liquidjs";
import type { Context, Liquid, Parser, TagToken, Template, TopLevelToken } from "liquidjs";
import { escapeText } from "../../post/safe-html.ts";
import { runOf } from "./liquid-run.ts";
import { TolerantParser } from "./tolerant-parser.ts";

const SYNTAX = /^([a-zA-Z0-9.+#_-]+)((?:\s+\w+(?:=(?:\w+|"[0-9 ]*"))?)*)$/;

export class HighlightTag extends Tag {
  readonly #language: string;
  readonly #hasLineNumbers: boolean;
  readonly #templates: readonly Template[];

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, rest, liquid);
    const [, language, options = ""] = SYNTAX.exec(token.args.trim()) ?? [];
    if (language === undefined || !(parser instanceof TolerantParser)) {
      throw new Error("it needs a language, as in {% highlight python %}");
    }
    this.#language = language.toLowerCase();
    this.#hasLineNumbers = /\blinenos\b/.test(options);
    this.#templates = parser.parseBlock(rest, "endhighlight");
  }

  *render(context: Context): Generator<unknown, string, unknown> {
    const body: unknown = yield this.liquid.renderer.renderTemplates([...this.#templates], context);
    const code = trimLineEnds(String(body));
    const markup = runOf(context).context.highlight(code, this.#language);
    const name = escapeText(this.#language);
    const content = this.#hasLineNumbers ? addLineNumbers(markup, code) : markup;
    return `<figure class="highlight"><pre><code class="language-${name.replaceAll("+", "-")}" data-lang="${name}">${content}</code></pre></figure>`;
  }
}

/** Line ends around the code, but not the indentation of its first line. */
function trimLineEnds(code: string): string {
  let start = 0;
  let end = code.length;
  while (start < end && isLineEnd(code[start])) start += 1;
  while (end > start && isLineEnd(code[end - 1])) end -= 1;
  return code.slice(start, end);
}

function isLineEnd(character: string | undefined): boolean {
  return character === "\n" || character === "\r";
}

/** Rouge's table: the numbers in one cell, the code in the other, so that copying the code takes no numbers. */
function addLineNumbers(markup: string, code: string): string {
  const numbers = code.split("\n").map((_, index) => `${index + 1}\n`);
  return `<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">${numbers.join("")}</pre></td><td class="code"><pre>${markup}\n</pre></td></tr></tbody></table>`;
}
