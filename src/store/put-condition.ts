// Compare before swap, for backends that do not compare themselves.

import type { PutCondition } from "./content-store.ts";

/** Whether a put may happen on what is there now; null: nothing is. */
export function conditionHolds(
  condition: PutCondition | undefined,
  current: { readonly version: string } | null,
): boolean {
  if (condition === undefined) return true;
  if (condition.kind === "absent") return current === null;
  return current !== null && current.version === condition.version;
}
