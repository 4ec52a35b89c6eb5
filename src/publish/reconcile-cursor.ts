// Where a reconcile goes on. It travels through a queue as JSON, so it is read back like any stranger's text.

import { isRecord } from "../post/record.ts";

/** Of one of two lists: its own cursor, "" at its beginning, null behind its end. */
type Place = string | null;

export interface ReconcileCursor {
  /** `changed`: what differs; `all`: every object, as after a change of the site's settings, which rows are made with. */
  readonly scope: "changed" | "all";
  /** Next page of the store's list of posts. */
  readonly objects: Place;
  /** Next page of the catalog's rows. */
  readonly rows: Place;
  /** Last key that was compared; "" at the beginning. */
  readonly after: string;
}

/** The first cursor of a round. */
export function reconcileStart(scope: ReconcileCursor["scope"]): ReconcileCursor {
  return { scope, objects: "", rows: "", after: "" };
}

/** Null for what is no cursor. */
export function parseReconcileCursor(value: unknown): ReconcileCursor | null {
  if (!isRecord(value)) return null;
  const { scope, objects, rows, after } = value;
  if ((scope !== "changed" && scope !== "all") || typeof after !== "string") return null;
  return isPlace(objects) && isPlace(rows) ? { scope, objects, rows, after } : null;
}

function isPlace(value: unknown): value is Place {
  return value === null || typeof value === "string";
}
