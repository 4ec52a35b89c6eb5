// The Worker: bindings become rooms, once per isolate. The only file that reads them.

import { env } from "cloudflare:workers";
import { createApp } from "./app.ts";
import type { Env } from "./env.ts";
import { createRooms } from "./rooms.ts";

const app = createApp(createRooms(env as unknown as Env));

const worker: ExportedHandler<Env> = {
  fetch: (request, bindings, context) => app.fetch(request, bindings, context),
};

export default worker;
