// Liquid's filters for arrays (liquid/standardfilters.rb) and Jekyll's (jekyll/filters.rb), which replace some of them.

import { integerOf, isMap, itemsOf, listOf, propertyOf, textOf } from "./liquid-filter.ts";
import type { LiquidFilter } from "./liquid-filter.ts";
import type { LiquidRun } from "./liquid-run.ts";

export const ARRAY_FILTERS: Readonly<Record<string, LiquidFilter>> = {
  size: (_, value) => sizeOf(value),
  first: (_, value) => (Array.isArray(value) ? (value[0] ?? null) : null),
  last: (_, value) => (Array.isArray(value) ? (value.at(-1) ?? null) : null),
  join: (run, value, glue = " ") => joinItems(run, itemsOf(value), textOf(run, glue)),
  reverse: (_, value) => itemsOf(value).toReversed(),
  map: (_, value, property) => itemsOf(value).map((item) => propertyOf(item, property)),
  compact: (_, value, property) =>
    itemsOf(value).filter((item) => valueOf(item, property) !== null),
  concat: (_, value, other) => {
    if (!Array.isArray(other)) throw new Error("concat needs an array");
    return [...itemsOf(value), ...other];
  },
  uniq: (run, value, property) => uniqueItems(run, itemsOf(value), property),
  slice: (run, value, offset, length = 1) =>
    Array.isArray(value)
      ? sliceOf(value, integerOf(offset), integerOf(length))
      : sliceOf([...textOf(run, value)], integerOf(offset), integerOf(length)).join(""),
  sort: (run, value, property, nils = "first") => sortItems(run, value, [property, nils]),
  sort_natural: (run, value, property) => sortNaturally(run, itemsOf(value), property),
  where: (run, value, property, target) => {
    const list = listOf(value);
    if (list === null || isNothing(property) || Array.isArray(target) || isMap(target))
      return value;
    return list.filter((item) => matches(run, propertyOf(item, property), target));
  },
  find: (run, value, property, target) => {
    const list = listOf(value);
    if (list === null || isNothing(property) || Array.isArray(target) || isMap(target))
      return value;
    return list.find((item) => matches(run, propertyOf(item, property), target)) ?? null;
  },
  group_by: (run, value, property) => {
    const list = listOf(value);
    return list === null
      ? value
      : groupItems(list, (item) => textOf(run, propertyOf(item, property)));
  },
  push: (_, value, item) => (Array.isArray(value) ? [...value, item] : value),
  unshift: (_, value, item) => (Array.isArray(value) ? [item, ...value] : value),
  pop: (_, value, count = 1) =>
    Array.isArray(value) ? value.slice(0, Math.max(0, value.length - integerOf(count))) : value,
  shift: (_, value, count = 1) => (Array.isArray(value) ? value.slice(integerOf(count)) : value),
  // A page must be the same at every rendering: the first items are as good a sample as any.
  sample: (_, value, count = 1) => {
    if (!Array.isArray(value)) return value;
    return integerOf(count) === 1 ? (value[0] ?? null) : value.slice(0, integerOf(count));
  },
  array_to_sentence_string: (run, value, connector = "and") =>
    toSentence(
      itemsOf(value).map((item) => textOf(run, item)),
      textOf(run, connector),
    ),
};

/** Items under the same name, in the order in which the names come, as Jekyll's group_by makes them. */
export function groupItems(
  items: readonly unknown[],
  nameOf: (item: unknown) => unknown,
): readonly unknown[] {
  const groups = Map.groupBy(items, nameOf);
  return Array.from(groups, ([name, members]) => ({ name, items: members, size: members.length }));
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined || value === false;
}

function valueOf(item: unknown, property: unknown): unknown {
  return property === undefined || property === null ? (item ?? null) : propertyOf(item, property);
}

function sizeOf(value: unknown): number {
  if (typeof value === "string") return [...value].length;
  if (typeof value === "number") return 8;
  return isMap(value) ? Object.keys(value).length : itemsOfArray(value).length;
}

function itemsOfArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function joinItems(run: LiquidRun, items: readonly unknown[], glue: string): string {
  const texts = items.map((item) => textOf(run, item));
  run.reserve(texts.reduce((sum, item) => sum + item.length + glue.length, 0));
  return texts.join(glue);
}

function uniqueItems(
  run: LiquidRun,
  items: readonly unknown[],
  property: unknown,
): readonly unknown[] {
  const seen = new Map<unknown, unknown>();
  for (const item of items) {
    const value = valueOf(item, property);
    const key = typeof value === "object" && value !== null ? textOf(run, value) : value;
    if (!seen.has(key)) seen.set(key, item);
  }
  return [...seen.values()];
}

function sliceOf<T>(items: readonly T[], offset: number, length: number): readonly T[] {
  const start = offset < 0 ? items.length + offset : offset;
  return start < 0 ? [] : items.slice(start, start + Math.max(0, length));
}

/** @throws Error for what Jekyll refuses to sort */
function sortItems(
  run: LiquidRun,
  value: unknown,
  [property, nils]: readonly [unknown, unknown],
): unknown {
  if (isNothing(value)) throw new Error("there is nothing to sort");
  if (nils !== "first" && nils !== "last")
    throw new Error('the order of empty values is "first" or "last"');
  return sortByKey(run, itemsOf(value), {
    keyOf: (item) => sortKey(run, valueOf(item, property)),
    nullsOrder: nils === "first" ? -1 : 1,
  });
}

/** Without regard to case, empty values last. */
function sortNaturally(
  run: LiquidRun,
  items: readonly unknown[],
  property: unknown,
): readonly unknown[] {
  return sortByKey(run, items, {
    keyOf: (item) => {
      const value = valueOf(item, property);
      return value === null ? null : textOf(run, value).toLowerCase();
    },
    nullsOrder: 1,
  });
}

type SortKey = string | number | null;

interface SortOrder {
  readonly keyOf: (item: unknown) => SortKey;
  /** Where empty values go: -1 to the front, 1 to the end. */
  readonly nullsOrder: -1 | 1;
}

function sortByKey(
  run: LiquidRun,
  items: readonly unknown[],
  { keyOf, nullsOrder }: SortOrder,
): readonly unknown[] {
  // An item is compared about log₂(n) times.
  run.reserve(items.length * Math.ceil(Math.log2(items.length + 1)));
  const keyed = items.map((item) => ({ item, key: keyOf(item) }));
  return keyed.toSorted((a, b) => compareKeys(a.key, b.key, nullsOrder)).map(({ item }) => item);
}

/** Text that looks like a number sorts as one. */
function sortKey(run: LiquidRun, value: unknown): SortKey {
  if (value === null || typeof value === "number") return value;
  if (value instanceof Date) return value.getTime();
  const text = textOf(run, value);
  return /^\s*-?(?:\d+\.?\d*|\.\d+)\s*$/.test(text) ? Number(text) : text;
}

function compareKeys(a: SortKey, b: SortKey, nullsOrder: -1 | 1): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? nullsOrder : -nullsOrder;
  if (typeof a === "number" && typeof b === "number") return a - b;
  // By code point, as Ruby compares.
  const [first, second] = [String(a), String(b)];
  return first < second ? -1 : Number(first > second);
}

/** Jekyll's rule: text is compared as text, an array by any of its items. */
function matches(run: LiquidRun, property: unknown, target: unknown): boolean {
  if (target === null || target === undefined) return property === null;
  const wanted = textOf(run, target);
  return itemsOf(property).some((item) => textOf(run, item) === wanted);
}

function toSentence(items: readonly string[], connector: string): string {
  if (items.length <= 1) return items[0] ?? "";
  if (items.length === 2) return `${items[0]} ${connector} ${items[1]}`;
  return `${items.slice(0, -1).join(", ")}, ${connector} ${items.at(-1)}`;
}
