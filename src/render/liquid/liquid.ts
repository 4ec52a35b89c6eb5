// Liquid as Jekyll 4.3 has it, over the body of a post, before Markdown. A fault empties its own place; the post stands.

import { Context } from "liquidjs";
import type { Note } from "../../post/note.ts";
import { createEngine } from "./engine.ts";
import type { LiquidContext } from "./liquid-context.ts";
import { LiquidRun, setRun } from "./liquid-run.ts";
import { TolerantParser } from "./tolerant-parser.ts";

export interface RenderedLiquid {
  readonly source: string;
  /** Lines and columns count from the start of the source that was given. */
  readonly notes: readonly Note[];
}

const ENGINE = createEngine();

/** Whether a source has anything for {@link renderLiquid} to do. */
function hasLiquid(source: string): boolean {
  return source.includes("{{") || source.includes("{%");
}

/**
 * A body → the same body with its Liquid done. Never throws: what Jekyll would stop the site for is a note.
 *
 * @example renderLiquid("{{ site.url }}/a", context).source // → https://example.org/a
 */
export function renderLiquid(source: string, context: LiquidContext): RenderedLiquid {
  if (!hasLiquid(source)) return { source, notes: [] };
  const run = new LiquidRun(source, context);
  const scope = new Context({ site: context.site, page: context.page }, ENGINE.options, {
    sync: true,
  });
  setRun(scope, run);
  const templates = new TolerantParser(ENGINE, run).parseSource(source);
  const rendered: unknown = ENGINE.renderSync(templates, scope);
  return { source: String(rendered), notes: run.notes.toSorted(comparePlaces) };
}

function comparePlaces(a: Note, b: Note): number {
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
