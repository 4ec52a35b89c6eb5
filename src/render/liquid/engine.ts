// liquidjs with Jekyll's tags and filters, and with nothing that reads files, clocks or prototypes.

import { defaultOperators, Liquid, toValue } from "liquidjs";
import type { Context } from "liquidjs";
import { ARRAY_FILTERS } from "./array-filters.ts";
import { DATE_FILTERS } from "./date-filters.ts";
import { EXPRESSION_FILTERS } from "./expression-filters.ts";
import { HighlightTag } from "./highlight-tag.ts";
import { IncludeTag } from "./include-tag.ts";
import { GistTag, LinkTag, PostUrlTag } from "./link-tags.ts";
import type { LiquidFilter } from "./liquid-filter.ts";
import { runOf } from "./liquid-run.ts";
import { NUMBER_FILTERS } from "./number-filters.ts";
import { WeighedAssignTag, WeighedCaptureTag } from "./store-tags.ts";
import { RubyTablerowTag } from "./tablerow-tag.ts";
import { TEXT_FILTERS } from "./text-filters.ts";
import { URL_FILTERS } from "./url-filters.ts";

/** Items and characters that liquidjs itself may make, ranges above all: `(1..1e9)` would never end. */
const MEMORY_LIMIT = 1_000_000;

/** Tags of liquidjs that Jekyll's Liquid has not, or that are read before parsing. */
const FOREIGN_TAGS: readonly string[] = ["layout", "block", "render", "liquid", "raw", "comment"];

/** A fresh engine; it holds no state of a rendering, so that one serves all. */
export function createEngine(): Liquid {
  const engine = new Liquid({
    templates: {},
    // Else liquidjs asks Intl for the machine's locale: 12 to 37 ms at start-up, and a rendering that depends on the machine.
    locale: "en-US",
    timezoneOffset: 0,
    relativeReference: false,
    ownPropertyOnly: true,
    strictVariables: false,
    lenientIf: true,
    memoryLimit: MEMORY_LIMIT,
    operators: {
      ...defaultOperators,
      "<>": (a, b, context) => defaultOperators["!="]?.(a, b, context) ?? a !== b,
    },
  });
  // liquidjs's own filters print otherwise than Ruby's, and none of them is weighed.
  for (const name of Object.keys(engine.filters)) engine.unregisterFilter(name);
  // Without a prototype, so that "constructor" is no filter and no tag.
  Object.setPrototypeOf(engine.filters, null);
  Object.setPrototypeOf(engine.tags, null);
  for (const filters of [TEXT_FILTERS, URL_FILTERS, DATE_FILTERS, NUMBER_FILTERS, ARRAY_FILTERS]) {
    for (const [name, filter] of Object.entries(filters))
      engine.registerFilter(name, weighed(filter));
  }
  for (const [name, filter] of Object.entries(EXPRESSION_FILTERS))
    engine.registerFilter(name, filter);
  for (const name of FOREIGN_TAGS) Reflect.deleteProperty(engine.tags, name);
  engine.registerTag("assign", WeighedAssignTag);
  engine.registerTag("capture", WeighedCaptureTag);
  engine.registerTag("tablerow", RubyTablerowTag);
  engine.registerTag("highlight", HighlightTag);
  engine.registerTag("include", IncludeTag);
  // The plugin jekyll-include-cache: the same file, rendered once.
  engine.registerTag("include_cached", IncludeTag);
  engine.registerTag("post_url", PostUrlTag);
  engine.registerTag("link", LinkTag);
  engine.registerTag("gist", GistTag);
  return engine;
}

type WeighedFilter = (
  this: { readonly context: Context },
  value: unknown,
  ...args: readonly unknown[]
) => unknown;

function weighed(filter: LiquidFilter): WeighedFilter {
  return function filterWithinLimits(value: unknown, ...args: readonly unknown[]): unknown {
    const run = runOf(this.context);
    return run.weigh(filter(run, run.weigh(toValue(value)), ...args.map(toValue)));
  };
}
