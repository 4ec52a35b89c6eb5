// `/robots.txt`: everything may be read but the publish API; where the sitemap is.

import type { Context, Handler } from "hono";
import { robotsText } from "../page/sitemap.ts";
import { textEntry } from "./page-entry.ts";
import { readerOf } from "./reader.ts";
import type { Rooms } from "./rooms.ts";
import { servePage } from "./serve-page.ts";

export function robotsRoute(rooms: Rooms): Handler {
  return async function robots(c: Context): Promise<Response> {
    const reader = await readerOf(c, rooms);
    const { site } = reader.page;
    const versions = { source: null, catalog: null };
    return servePage(
      c.req.raw,
      {
        variant: { path: "/robots.txt", locale: null, format: "text", isExplicit: false },
        versions,
        inputs: [],
        headers: {},
        async make() {
          const type = { type: "text/plain", locale: site.locale };
          return { entry: textEntry(robotsText(site), type), versions, isStale: false };
        },
      },
      { reader, rooms },
    );
  };
}
