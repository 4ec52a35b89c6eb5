// `/`, `/page/:n`, and the same in a locale that the URL says.

import type { Context, Handler } from "hono";
import { listPath } from "../page/addresses.ts";
import { listPage } from "../page/list-page.ts";
import { readInTime } from "../cache/read-in-time.ts";
import { NotFoundError } from "./http-errors.ts";
import { parsePageNumber } from "./page-number.ts";
import { readerOf } from "./reader.ts";
import type { Rooms } from "./rooms.ts";
import { type ListDocument, serveList } from "./serve-list.ts";

export function listRoute(rooms: Rooms): Handler {
  return async function list(c: Context): Promise<Response> {
    const reader = await readerOf(c, rooms);
    const page = parsePageNumber(c.req.param("page"));
    const { page: context } = reader;

    async function make(): Promise<ListDocument> {
      const limit = context.site.postsPerPage;
      // One more than are shown tells whether there are older ones.
      const query = { now: rooms.clock.now(), offset: (page - 1) * limit, limit: limit + 1 };
      const read = await readInTime("list posts", () => rooms.catalog.list(query));
      if (read.entries.length === 0 && page > 1)
        throw new NotFoundError("Cannot find this page of the list: it has fewer");
      const entries = read.entries.slice(0, limit);
      const hasOlder = read.entries.length > limit;
      return { document: listPage({ entries, page, hasOlder }, context), state: read.state };
    }

    return serveList(c, { path: listPath(page, null), make }, { reader, rooms });
  };
}
