// `/`, `/page/:n`, and the same in a locale that the URL says.

import type { Context, Handler } from "hono";
import type { Made } from "../cache/content-cache.ts";
import { pageKey, type Revision, type Variant } from "../cache/revision.ts";
import { listPage } from "../page/list-page.ts";
import { catalogVersion } from "../read/catalog-state.ts";
import { NotFoundError } from "./http-errors.ts";
import { htmlEntry } from "./page-entry.ts";
import { readerOf } from "./reader.ts";
import type { Rooms } from "./rooms.ts";
import { pageInput, servePage } from "./serve-page.ts";

/** Reading page n walks over the posts before it; nobody reads that far. */
const MAX_PAGE = 10_000;

export function listRoute(rooms: Rooms): Handler {
  return async function list(c: Context): Promise<Response> {
    const reader = await readerOf(c, rooms);
    const page = parsePage(c.req.param("page"));
    const state = await rooms.pointers.resolve(rooms.catalogState, reader.defer);
    const variant: Variant = {
      path: page === 1 ? "/" : `/page/${page}`,
      locale: reader.page.locale,
      format: "html",
      isExplicit: reader.page.explicitLocale !== null,
    };
    const revision: Revision = {
      build: rooms.build,
      site: reader.site.version,
      source: null,
      catalog: catalogVersion(state.value),
    };
    const make = async (): Promise<Made> => {
      const limit = reader.page.site.postsPerPage;
      const now = rooms.clock.now();
      const read = await rooms.catalog.list({ now, offset: (page - 1) * limit, limit: limit + 1 });
      if (read.entries.length === 0 && page > 1)
        throw new NotFoundError("Cannot find this page of the list: it has fewer");
      const document = listPage(
        { entries: read.entries.slice(0, limit), page, hasOlder: read.entries.length > limit },
        reader.page,
      );
      return {
        key: pageKey({ ...revision, catalog: catalogVersion(read.state) }, variant),
        entry: htmlEntry(document, reader.page.locale),
      };
    };
    const inputs = [pageInput(rooms.pointers, rooms.catalogState, state)];
    const vary = reader.page.explicitLocale === null ? ["Accept-Language"] : [];
    return servePage(c.req.raw, { revision, variant, inputs, vary, make }, { reader, rooms });
  };
}

/** Canonical digits only: `/page/1` and `/page/02` are no pages. */
function parsePage(text: string | undefined): number {
  if (text === undefined) return 1;
  const page = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;
  if (page < 2 || page > MAX_PAGE) throw new NotFoundError("Cannot find this page of the list");
  return page;
}
