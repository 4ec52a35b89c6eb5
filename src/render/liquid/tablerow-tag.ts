// `tablerow` with the line ends of Ruby's Liquid, which Markdown around it depends on.

import { TablerowTag } from "liquidjs";
import type { Context, Emitter } from "liquidjs";

export class RubyTablerowTag extends TablerowTag {
  override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    yield* super.render(context, {
      buffer: "",
      write(markup: unknown): void {
        const isFirstRow = markup === '<tr class="row1">';
        emitter.write(isFirstRow || markup === "</tr>" ? `${markup}\n` : markup);
      },
    });
  }
}
