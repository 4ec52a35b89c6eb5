// `/tags/:tag` and `/categories/:category` with their pages; other spellings of a label lead to its address.

import type { Context, Handler } from "hono";
import type { LabelKind } from "../catalog/catalog.ts";
import { labelPath } from "../page/addresses.ts";
import { labelPage } from "../page/label-page.ts";
import { labelAddress } from "../post/label-address.ts";
import { readInTime } from "../cache/read-in-time.ts";
import { NotFoundError } from "./http-errors.ts";
import { PAGE_CACHING } from "./page-headers.ts";
import { parsePageNumber } from "./page-number.ts";
import { readerOf } from "./reader.ts";
import { respond } from "./respond.ts";
import type { Rooms } from "./rooms.ts";
import { type ListDocument, serveList } from "./serve-list.ts";

export function labelRoute(kind: LabelKind, rooms: Rooms): Handler {
  return async function label(c: Context): Promise<Response> {
    const reader = await readerOf(c, rooms);
    const page = parsePageNumber(c.req.param("page"));
    const { page: context } = reader;
    const written = reader.path[1] ?? "";
    const address = labelAddress(written);
    if (address === null) throw new NotFoundError(`Cannot find this ${kind}: it has no letters`);
    const place = { kind, label: address };
    if (address !== written) {
      const Location = labelPath(place, page, context.explicitLocale);
      const headers = { ...PAGE_CACHING, Location };
      return respond(c.req.raw, { status: 301, body: null, headers });
    }

    async function make(): Promise<ListDocument> {
      const limit = context.site.postsPerPage;
      // One more than are shown tells whether there are older ones.
      const shown = { now: rooms.clock.now(), offset: (page - 1) * limit, limit: limit + 1 };
      const read = await readInTime(`list ${kind} "${address}"`, () =>
        rooms.catalog.listByLabel({ ...place, ...shown }),
      );
      const { name, state } = read;
      if (name === null || read.entries.length === 0)
        throw new NotFoundError(`Cannot find this page of the ${kind}: no post is on it`);
      const entries = read.entries.slice(0, limit);
      const hasOlder = read.entries.length > limit;
      return { document: labelPage({ ...place, name, entries, page, hasOlder }, context), state };
    }

    return serveList(c, { path: labelPath(place, page, null), make }, { reader, rooms });
  };
}
