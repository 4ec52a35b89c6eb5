// Jekyll's filters that evaluate an expression for every item (`where_exp` …), and the one that must know how a number was written.

import { Value } from "liquidjs";
import type { Context, Liquid } from "liquidjs";
import { groupItems } from "./array-filters.ts";
import { literalBackslashes } from "./lax-markup.ts";
import { listOf, textOf } from "./liquid-filter.ts";
import { runOf } from "./liquid-run.ts";
import { divide } from "./number-filters.ts";

/** What liquidjs calls a filter on. */
interface FilterCall {
  readonly context: Context;
  readonly liquid: Liquid;
  readonly token: { readonly args: readonly unknown[] };
}

type ExpressionFilter = (this: FilterCall, value: unknown, ...args: readonly unknown[]) => unknown;

export const EXPRESSION_FILTERS: Readonly<Record<string, ExpressionFilter>> = {
  *where_exp(value, name, expression) {
    const list = listOf(value);
    if (list === null) return value;
    const results = yield* evaluateFor(this, list, [name, expression]);
    return list.filter((_, index) => isTrue(results[index]));
  },
  *find_exp(value, name, expression) {
    const list = listOf(value);
    if (list === null) return value;
    const results = yield* evaluateFor(this, list, [name, expression]);
    return list.find((_, index) => isTrue(results[index])) ?? null;
  },
  *group_by_exp(value, name, expression) {
    const list = listOf(value);
    if (list === null) return value;
    const results = yield* evaluateFor(this, list, [name, expression]);
    const names = new Map(list.map((item, index) => [item, results[index]]));
    return groupItems(list, (item) => names.get(item) ?? null);
  },
  divided_by(value, other) {
    // 7 and 7.0 are one number here, and two in Ruby: only the template tells them apart.
    const isWhole =
      Number.isInteger(Number(other)) && !/\d\.\d/.test(writtenText(this.token.args[0]));
    return divide(value, other, isWhole);
  },
};

function* evaluateFor(
  { context, liquid }: FilterCall,
  items: readonly unknown[],
  [name, expression]: readonly [unknown, unknown],
): Generator<unknown, readonly unknown[], unknown> {
  const run = runOf(context);
  const value = new Value(literalBackslashes(textOf(run, expression)), liquid);
  const results: unknown[] = [];
  for (const item of items) {
    run.step();
    context.push({ [textOf(run, name)]: item });
    results.push(yield value.value(context, true));
    context.pop();
  }
  return results;
}

/** Only nil and false are not true. */
function isTrue(result: unknown): boolean {
  return result !== null && result !== undefined && result !== false;
}

function writtenText(argument: unknown): string {
  const hasText = typeof argument === "object" && argument !== null && "getText" in argument;
  return hasText && typeof argument.getText === "function" ? String(argument.getText()) : "";
}
