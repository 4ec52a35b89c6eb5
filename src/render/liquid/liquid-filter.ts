// What a filter is, and how its arguments are read: by Ruby's conversions, within the limits of the run.

import type { LiquidRun } from "./liquid-run.ts";
import { rubyText } from "./ruby-text.ts";

/** A filter of Liquid; `value` stands before the bar. What it throws empties its output and is told to the author. */
export type LiquidFilter = (run: LiquidRun, value: unknown, ...args: readonly unknown[]) => unknown;

/** A value as Ruby's `to_s`. */
export function textOf(run: LiquidRun, value: unknown): string {
  run.weighText(value);
  return rubyText(value, run.context.timeZone);
}

/** A value as Liquid counts with it: text that is no number is 0. */
export function numberOf(value: unknown): number {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return 0;
  const [number] = /^\s*-?\d+(?:\.\d+(?=\s*$))?/.exec(value) ?? [];
  return number === undefined ? 0 : Number(number);
}

/** @throws Error where Ruby's `Integer()` refuses the value */
export function integerOf(value: unknown): number {
  const number = typeof value === "number" ? value : Number(String(value).trim() || "NaN");
  if (!Number.isInteger(number)) throw new Error("a whole number is needed");
  return number;
}

/** What an array filter goes through: an array flattened, a map as one item, nothing as no item. */
export function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flat(8);
  return value === null || value === undefined ? [] : [value];
}

/** An array as it is, the values of a map, or null for what has no items. */
export function listOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  return isMap(value) ? Object.values(value) : null;
}

/** The item's own property; `a.b` goes down. */
export function propertyOf(item: unknown, path: unknown): unknown {
  let value = item;
  for (const key of String(path).split(".")) {
    if (!isMap(value) && !Array.isArray(value)) return null;
    value = Object.hasOwn(value, key) ? Reflect.get(value, key) : null;
  }
  return value ?? null;
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date)
  );
}
