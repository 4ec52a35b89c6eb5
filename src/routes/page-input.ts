// A pointer that a page was made by: how fresh it was, and that a page could be served from it.

import type { Defer, Pointers, PointerSource, ResolvedPointer } from "../cache/pointers.ts";

export interface PageInput {
  /** `stale`: the store failed. */
  readonly origin: ResolvedPointer<unknown>["origin"];
  /** Remembers it for times when the store fails. */
  readonly keep: () => Promise<void>;
}

export function pageInput<T>(
  pointers: Pointers,
  source: PointerSource<T>,
  pointer: ResolvedPointer<T>,
): PageInput {
  return { origin: pointer.origin, keep: () => pointers.keepGood(source, pointer) };
}

/** What came from the store or from the data centre, where another request may have read it: on a hit nothing is written. */
export function keepInputs(inputs: readonly PageInput[], defer: Defer): void {
  for (const { origin, keep } of inputs) {
    if (origin === "read" || origin === "edge") defer(keep());
  }
}
