// `/`, `/page/:n`, and the same in a locale that the URL says.

import type { Context, Handler } from "hono";
import { listPath } from "../page/addresses.ts";
import { createChrome } from "../page/chrome.ts";
import { listPage } from "../page/list-page.ts";
import { catalogVersion } from "../read/catalog-state.ts";
import { readInTime } from "../read/read-in-time.ts";
import { catalogInput } from "./catalog-input.ts";
import { NotFoundError } from "./http-errors.ts";
import { htmlEntry } from "./page-entry.ts";
import { readerOf } from "./reader.ts";
import type { Rooms } from "./rooms.ts";
import { type MadePage, servePage } from "./serve-page.ts";

/** Reading page n walks over the posts before it; nobody reads that far. */
const MAX_PAGE = 10_000;

export function listRoute(rooms: Rooms): Handler {
  return async function list(c: Context): Promise<Response> {
    const reader = await readerOf(c, rooms);
    const page = parsePage(c.req.param("page"));
    const { page: context } = reader;
    const catalog = await catalogInput(reader, rooms);

    async function make(): Promise<MadePage> {
      const limit = context.site.postsPerPage;
      // One more than are shown tells whether there are older ones.
      const query = { now: rooms.clock.now(), offset: (page - 1) * limit, limit: limit + 1 };
      const read = await readInTime("list posts", () => rooms.catalog.list(query));
      if (read.entries.length === 0 && page > 1)
        throw new NotFoundError("Cannot find this page of the list: it has fewer");
      const entries = read.entries.slice(0, limit);
      const hasOlder = read.entries.length > limit;
      return {
        entry: htmlEntry(
          listPage({ entries, page, hasOlder }, context),
          createChrome(context).locale,
        ),
        versions: { source: null, catalog: catalogVersion(read.state) },
        isStale: false,
      };
    }

    return servePage(
      c.req.raw,
      {
        variant: {
          path: listPath(page, null),
          locale: context.locale,
          format: "html",
          isExplicit: context.explicitLocale !== null,
        },
        versions: { source: null, catalog: catalog.version },
        inputs: [catalog],
        headers: context.explicitLocale === null ? { Vary: "Accept-Language" } : {},
        make,
      },
      { reader, rooms },
    );
  };
}

/** Canonical digits only: `/page/1` and `/page/02` are no pages. */
function parsePage(text: string | undefined): number {
  if (text === undefined) return 1;
  const page = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;
  if (page < 2 || page > MAX_PAGE) throw new NotFoundError("Cannot find this page of the list");
  return page;
}
