// `/`, `/page/:n`, and the same in a locale that the URL says.

import type { Context, Handler } from "hono";
import type { CatalogState } from "../catalog/catalog.ts";
import { listPath } from "../page/addresses.ts";
import { type ListPage, listPage } from "../page/list-page.ts";
import { markdownList } from "../page/markdown-list.ts";
import { readInTime } from "../cache/read-in-time.ts";
import { NotFoundError } from "./http-errors.ts";
import { parsePageNumber } from "./page-number.ts";
import { readerOf } from "./reader.ts";
import type { Rooms } from "./rooms.ts";
import { type ListDocument, serveList } from "./serve-list.ts";
import type { TextDocument } from "./serve-text.ts";

export function listRoute(rooms: Rooms): Handler {
  return async function list(c: Context): Promise<Response> {
    const reader = await readerOf(c, rooms);
    const page = parsePageNumber(c.req.param("page"));
    const { page: context } = reader;

    async function read(): Promise<ListPage & { readonly state: CatalogState }> {
      const limit = context.site.postsPerPage;
      // One more than are shown tells whether there are older ones.
      const query = { now: rooms.clock.now(), offset: (page - 1) * limit, limit: limit + 1 };
      const found = await readInTime("list posts", () => rooms.catalog.list(query));
      if (found.entries.length === 0 && page > 1)
        throw new NotFoundError("Cannot find this page of the list: it has fewer");
      const entries = found.entries.slice(0, limit);
      return { entries, page, hasOlder: found.entries.length > limit, state: found.state };
    }

    const served = {
      path: listPath(page, null),
      async make(): Promise<ListDocument> {
        const list = await read();
        return { document: listPage(list, context), state: list.state };
      },
      async makeMarkdown(): Promise<TextDocument> {
        const list = await read();
        return { text: markdownList(list, context), state: list.state };
      },
    };
    return serveList(c, served, { reader, rooms });
  };
}
