// `/<locale>` → `/<locale>/`: the list's address has a slash at its end.

import type { Context, Handler } from "hono";
import { listPath } from "../page/addresses.ts";
import { NotFoundError } from "./http-errors.ts";
import { PAGE_CACHING } from "./page-headers.ts";
import { readerOf } from "./reader.ts";
import { respond } from "./respond.ts";
import type { Rooms } from "./rooms.ts";

export function localeRoute(rooms: Rooms): Handler {
  return async function locale(c: Context): Promise<Response> {
    const { explicitLocale } = (await readerOf(c, rooms)).page;
    if (explicitLocale === null) throw new NotFoundError("Cannot find this page");
    // A site may give a locale up: browsers that keep a 301 for ever would not learn of it.
    const headers = { ...PAGE_CACHING, Location: listPath(1, explicitLocale) };
    return respond(c.req.raw, { status: 301, body: null, headers });
  };
}
