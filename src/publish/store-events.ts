// The queue's consumer: whatever tool wrote into the bucket, its objects are synced; reconciles go on step by step.

import type { Defer } from "../cache/pointers.ts";
import { objectKind } from "../post/object-kind.ts";
import { SITE_KEY } from "../post/site.ts";
import type { Publisher } from "./publisher.ts";
import type { Reconcile, ReconcileStep } from "./reconcile.ts";
import { type ReconcileCursor, reconcileStart } from "./reconcile-cursor.ts";
import { parseStoreMessage, type ReconcileMessage } from "./store-message.ts";

/** The first delay after a failure; each further one is twice as long. */
const MIN_DELAY_SECONDS = 5;
/** By then no data centre believes the settings of before (twice the bound of staleness). */
const SETTINGS_DELAY_SECONDS = 60;
/** The cron of the reconcile comes about then anyway. */
const MAX_DELAY_SECONDS = 600;

/** What of Cloudflare's queue messages is used. */
export type QueueMessage = Pick<Message, "body" | "attempts" | "ack" | "retry">;

export interface StoreEventRooms {
  readonly publisher: Publisher;
  readonly reconcile: Reconcile;
  /** Puts a message into the same queue, to be delivered after a delay. */
  readonly send: (message: ReconcileMessage, delaySeconds: number) => Promise<void>;
  /** One line of JSON for the operator. */
  readonly log: (event: Readonly<Record<string, unknown>>) => void;
}

/**
 * Every message is acknowledged or retried by itself; nothing is thrown. Keys are read once a batch, and there is one
 * purge. What cannot be published is acknowledged with a log line: reading it again would change nothing.
 */
export async function consumeStoreEvents(
  messages: readonly QueueMessage[],
  rooms: StoreEventRooms,
  defer: Defer,
): Promise<void> {
  const events = new Map<string, QueueMessage[]>();
  const reconciles = new Map<string, { cursor: ReconcileCursor | null; from: QueueMessage[] }>();
  for (const message of messages) {
    const parsed = parseStoreMessage(message.body);
    if (parsed?.kind === "object" && objectKind(parsed.key).kind !== "unknown") {
      events.set(parsed.key, [...(events.get(parsed.key) ?? []), message]);
    } else if (parsed?.kind === "reconcile") {
      const name = JSON.stringify(parsed);
      const from = [...(reconciles.get(name)?.from ?? []), message];
      reconciles.set(name, { cursor: parsed.cursor, from });
    } else {
      rooms.log({
        event: "store-event/ignored",
        key: parsed?.kind === "object" ? parsed.key : null,
      });
      message.ack();
    }
  }
  if (events.size > 0) await syncObjects(events, rooms, defer);
  for (const { cursor, from } of reconciles.values()) {
    const isDone = await reconcileStep(cursor, rooms, defer);
    for (const message of from) settle(message, isDone);
  }
}

async function syncObjects(
  events: ReadonlyMap<string, readonly QueueMessage[]>,
  { publisher, send, log }: StoreEventRooms,
  defer: Defer,
): Promise<void> {
  const { synced, refused, failed, purge } = await publisher.sync([...events.keys()], defer);
  for (const { key, error } of refused)
    log({ event: "store-event/refused", key, notes: error.notes });
  for (const { key, error } of failed)
    log({ event: "store-event/failed", key, error: String(error) });
  if (purge.state !== "done") log({ event: "store-event/purge", purge });
  const retried = new Set(failed.map(({ key }) => key));
  if (synced.includes(SITE_KEY) && !(await isRoundSent(send))) retried.add(SITE_KEY);
  for (const [key, messages] of events) {
    for (const message of messages) settle(message, !retried.has(key));
  }
}

/** The next step is in the queue before this one is acknowledged: a step may be done twice, but none is lost. */
async function reconcileStep(
  cursor: ReconcileCursor | null,
  { reconcile, send, log }: StoreEventRooms,
  defer: Defer,
): Promise<boolean> {
  try {
    const step = await reconcile.step(cursor, defer);
    log({ event: "reconcile", ...describe(step) });
    if (step.cursor !== null) await send({ kind: "reconcile", cursor: step.cursor }, 0);
    return true;
  } catch (error) {
    log({ event: "reconcile/failed", error: String(error) });
    return false;
  }
}

function describe({ compared, synced, refused, failed, cursor }: ReconcileStep) {
  return {
    compared,
    repaired: synced,
    refused: refused.map(({ key, error }) => ({ key, notes: error.notes })),
    failed: failed.map(({ key, error }) => ({ key, error: String(error) })),
    isLast: cursor === null,
  };
}

/** Rows are made with the site's settings, so all of them are made again. */
async function isRoundSent(send: StoreEventRooms["send"]): Promise<boolean> {
  try {
    await send({ kind: "reconcile", cursor: reconcileStart("all") }, SETTINGS_DELAY_SECONDS);
    return true;
  } catch {
    return false;
  }
}

function settle(message: QueueMessage, isDone: boolean): void {
  if (isDone) {
    message.ack();
    return;
  }
  const delaySeconds = Math.min(MIN_DELAY_SECONDS * 2 ** (message.attempts - 1), MAX_DELAY_SECONDS);
  message.retry({ delaySeconds });
}
