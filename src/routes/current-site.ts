// The site of a request: asked for once, so that an error page does not wait again for what just failed.

import type { Context } from "hono";
import type { CurrentSite } from "../read/current-site.ts";
import { deferOf } from "./defer.ts";
import type { Rooms } from "./rooms.ts";

declare module "hono" {
  interface ContextVariableMap {
    site?: Promise<CurrentSite>;
  }
}

/** @throws StoreError, DeadlineError when neither store nor cache has the settings */
export function currentSite(c: Context, { sites }: Rooms): Promise<CurrentSite> {
  const asked = c.get("site") ?? sites.current(deferOf(c));
  c.set("site", asked);
  return asked;
}
