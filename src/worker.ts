// The Worker: what Cloudflare calls. Bindings become rooms once per isolate, here only.

import { env } from "cloudflare:workers";
import { createApp } from "./app.ts";
import { backendsOf } from "./backends.ts";
import type { Env } from "./env.ts";
import { createReconcile } from "./publish/reconcile.ts";
import { consumeStoreEvents } from "./publish/store-events.ts";
import { createRooms } from "./rooms.ts";
import warmUpSource from "./warm-up.md";
import { warmUp } from "./warm-up.ts";

warmUp(warmUpSource);
const rooms = createRooms(backendsOf(env));
const app = createApp(rooms);
const consumer = { ...rooms, reconcile: createReconcile(rooms), log };

const worker: ExportedHandler<Env> = {
  fetch: (request, bindings, context) => app.fetch(request, bindings, context),
  /** Events of the bucket, and the steps of a reconcile. */
  queue: (batch, _bindings, context) =>
    consumeStoreEvents(batch.messages, consumer, (work) => context.waitUntil(work)),
  /** The cron only begins a reconcile; its steps go through the queue, each within the limits of a request. */
  scheduled: () => rooms.send({ kind: "reconcile", cursor: null }),
};

/** One line of JSON, as Workers Logs reads it. */
function log(event: Readonly<Record<string, unknown>>): void {
  console.log(JSON.stringify(event));
}

export default worker;
