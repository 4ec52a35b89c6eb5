// Tags that become links: `post_url` and `link` (jekyll/tags), and `gist`, here without its script.

import { Tag } from "liquidjs";
import type { Context, Liquid, Parser, TagToken, TopLevelToken } from "liquidjs";
import { escapeText } from "../../post/safe-html.ts";
import { runOf } from "./liquid-run.ts";
import { TolerantParser } from "./tolerant-parser.ts";

/** A tag whose words are a name, and may be Liquid themselves. */
abstract class NameTag extends Tag {
  readonly #markup: string;
  readonly #parser: Parser;

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, rest, liquid);
    this.#markup = token.args.trim();
    this.#parser = parser;
  }

  /** @throws Error if nothing has that name */
  protected abstract print(name: string, context: Context): string;

  override render(context: Context): string {
    const isPlain = !this.#markup.includes("{{") || !(this.#parser instanceof TolerantParser);
    return this.print(
      isPlain ? this.#markup : this.#parser.renderInline(this.#markup, context),
      context,
    );
  }
}

export class PostUrlTag extends NameTag {
  protected override print(name: string, context: Context): string {
    const url = runOf(context).context.postUrl(name.replace(/^\//, ""));
    if (url === null)
      throw new Error(`there is no post "${name}"; write its file name without ".md"`);
    return url;
  }
}

export class LinkTag extends NameTag {
  protected override print(name: string, context: Context): string {
    const url = runOf(context).context.link(name.replace(/^\//, ""));
    if (url === null)
      throw new Error(`there is no file "${name}"; write its path from the site's folder`);
    return url;
  }
}

const GIST = /^["']?([\w-]+\/)?([0-9a-f]{4,64})["']?(?:\s+["']?([\w. -]{1,100}?)["']?)?$/i;

export class GistTag extends NameTag {
  protected override print(name: string): string {
    const [, user = "", id, file] = GIST.exec(name) ?? [];
    if (id === undefined) throw new Error("it needs a gist, as in {% gist 1a2b3c %}");
    const path = `gist.github.com/${user}${id}`;
    const anchor =
      file === undefined ? "" : `#file-${file.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
    return `<a class="gist" href="https://${path}${anchor}">${escapeText(file ?? path)}</a>`;
  }
}
