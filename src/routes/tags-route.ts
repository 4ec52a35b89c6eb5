// `/tags`: all tags of the site.

import type { Context, Handler } from "hono";
import { tagsPath } from "../page/addresses.ts";
import { labelsPage } from "../page/labels-page.ts";
import { readInTime } from "../cache/read-in-time.ts";
import { readerOf } from "./reader.ts";
import type { Rooms } from "./rooms.ts";
import { type ListDocument, serveList } from "./serve-list.ts";

/** A page of them is about 80 KB. */
const MAX_TAGS = 1_000;

export function tagsRoute(rooms: Rooms): Handler {
  return async function tags(c: Context): Promise<Response> {
    const reader = await readerOf(c, rooms);

    async function make(): Promise<ListDocument> {
      const query = { kind: "tag", now: rooms.clock.now(), limit: MAX_TAGS } as const;
      const { labels, state } = await readInTime("list tags", () => rooms.catalog.labels(query));
      return { document: labelsPage(labels, reader.page), state };
    }

    return serveList(c, { path: tagsPath(null), make }, { reader, rooms });
  };
}
