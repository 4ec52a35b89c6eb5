// `assign` and `capture`: what they keep counts, because a template can double it with every line.

import { AssignTag, Tag } from "liquidjs";
import type { Context, Liquid, Parser, TagToken, Template, TopLevelToken } from "liquidjs";
import { runOf } from "./liquid-run.ts";
import { TolerantParser } from "./tolerant-parser.ts";

export class WeighedAssignTag extends AssignTag {
  override *render(context: Context): Generator<unknown, void, unknown> {
    yield* super.render(context);
    const name = this.token.args.split("=", 1)[0]?.trim() ?? "";
    runOf(context).weigh(context.getSync([name]));
  }
}

export class WeighedCaptureTag extends Tag {
  readonly #name: string;
  readonly #templates: readonly Template[];

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, rest, liquid);
    const [, name] = /^["']?([\w-]+)["']?$/.exec(token.args.trim()) ?? [];
    if (name === undefined || !(parser instanceof TolerantParser)) {
      throw new Error("it needs a name, as in {% capture box %}");
    }
    this.#name = name;
    this.#templates = parser.parseBlock(rest, "endcapture");
  }

  *render(context: Context): Generator<unknown, void, unknown> {
    const text: unknown = yield this.liquid.renderer.renderTemplates([...this.#templates], context);
    Reflect.set(context.bottom(), this.#name, runOf(context).weigh(String(text)));
  }
}
