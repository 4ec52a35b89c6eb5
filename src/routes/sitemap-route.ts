// `/sitemap.xml`, `/sitemap-<n>.xml`: every address that search engines are to know.

import type { Context, Handler } from "hono";
import { sitemapPath } from "../page/addresses.ts";
import { sitemap, sitemapIndex } from "../page/sitemap.ts";
import { readInTime } from "../cache/read-in-time.ts";
import { NotFoundError } from "./http-errors.ts";
import { readerOf } from "./reader.ts";
import type { Rooms } from "./rooms.ts";
import { serveText, type TextDocument } from "./serve-text.ts";

/** More files than the protocol lets an index name. */
const MAX_PARTS = 50_000;

/** The last segment, `sitemap-<n>.xml`: canonical digits only. */
export const SITEMAP_FILE = "sitemap-[1-9][0-9]{0,4}\\.xml";

export function sitemapRoute(rooms: Rooms): Handler {
  return async function map(c: Context): Promise<Response> {
    const reader = await readerOf(c, rooms);
    const part = parsePart(c.req.param("file"));
    const { url, locales } = reader.page.site;
    if (url === null)
      throw new NotFoundError("Cannot make a sitemap: the site names no url of its own");

    async function make(site: Parameters<typeof sitemapIndex>[1]): Promise<TextDocument> {
      const query = { now: rooms.clock.now(), part: part ?? 1 };
      const read = await readInTime("read the sitemap", () => rooms.catalog.sitemap(query));
      const { state, parts, posts } = read;
      if (part !== null && part > parts)
        throw new NotFoundError("Cannot find this part of the sitemap: it has fewer");
      const isIndex = part === null && parts > 1;
      const text = isIndex ? sitemapIndex(parts, site) : sitemap(posts, query.part, site);
      return { text: text.markup, state };
    }

    const served = {
      path: sitemapPath(part),
      type: "application/xml",
      make: () => make({ url, locales }),
    };
    return serveText(c, served, { reader, rooms });
  };
}

/** Null for the sitemap of the site. @throws NotFoundError */
function parsePart(file: string | undefined): number | null {
  if (file === undefined) return null;
  const part = Number(/\d+/.exec(file)?.[0]);
  if (part <= MAX_PARTS) return part;
  throw new NotFoundError("Cannot find this part of the sitemap");
}
