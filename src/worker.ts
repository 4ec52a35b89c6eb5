// The Worker: what Cloudflare calls. Bindings become rooms once per isolate, here only.

import { env } from "cloudflare:workers";
import { createApp } from "./app.ts";
import { backendsOf } from "./backends.ts";
import type { Env } from "./env.ts";
import { createRooms } from "./rooms.ts";
import warmUpSource from "./warm-up.md";
import { warmUp } from "./warm-up.ts";

warmUp(warmUpSource);
const app = createApp(createRooms(backendsOf(env)));

const worker: ExportedHandler<Env> = {
  fetch: (request, bindings, context) => app.fetch(request, bindings, context),
};

export default worker;
