// What the queue carries: R2's event notifications, and the next step of a reconcile.

import { isRecord } from "../post/record.ts";
import { parseReconcileCursor, type ReconcileCursor } from "./reconcile-cursor.ts";

/** What a producer of ours sends. */
export interface ReconcileMessage {
  readonly kind: "reconcile";
  readonly cursor: ReconcileCursor | null;
}

/** Puts a message into the queue; it comes after so many seconds, at once by default. */
export type SendMessage = (message: ReconcileMessage, delaySeconds?: number) => Promise<void>;

export type StoreMessage = { readonly kind: "object"; readonly key: string } | ReconcileMessage;

/**
 * The body of a queue message, or null for what is neither. Of an event notification only the key counts
 * (`{account, action, bucket, object: {key, size, eTag}, eventTime}`, Cloudflare's documents): events come late, twice
 * and in any order, so whatever the action was, the object is read again.
 */
export function parseStoreMessage(body: unknown): StoreMessage | null {
  if (!isRecord(body)) return null;
  if (body["kind"] === "reconcile") {
    const cursor = body["cursor"] === null ? null : parseReconcileCursor(body["cursor"]);
    return cursor === null && body["cursor"] !== null ? null : { kind: "reconcile", cursor };
  }
  const { action, object } = body;
  if (typeof action !== "string" || !isRecord(object)) return null;
  const { key } = object;
  return typeof key === "string" ? { kind: "object", key } : null;
}
