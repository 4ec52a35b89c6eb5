// Merges two sorted lists by their keys: what stands in both, in one, in the other.

import { compareCodePoints } from "../post/code-point-order.ts";

export interface Keyed<Left, Right> {
  readonly key: string;
  readonly left: Left | null;
  readonly right: Right | null;
}

/** Every key once, in the order of its bytes. */
export function mergeByKey<Left, Right>(
  left: ReadonlyMap<string, Left>,
  right: ReadonlyMap<string, Right>,
): readonly Keyed<Left, Right>[] {
  const keys = [...new Set([...left.keys(), ...right.keys()])].sort(compareCodePoints);
  return keys.map((key) => ({
    key,
    left: left.get(key) ?? null,
    right: right.get(key) ?? null,
  }));
}
