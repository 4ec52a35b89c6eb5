// `/llms.txt`: the newest posts, with links to their Markdown.

import type { Context, Handler } from "hono";
import { readInTime } from "../cache/read-in-time.ts";
import { llmsText } from "../page/markdown-list.ts";
import { readerOf } from "./reader.ts";
import type { Rooms } from "./rooms.ts";
import { serveText, type TextDocument } from "./serve-text.ts";

/** About 16 KB: what a program reads before it knows what it looks for. */
const MAX_ENTRIES = 50;

export function llmsRoute(rooms: Rooms): Handler {
  return async function llms(c: Context): Promise<Response> {
    const reader = await readerOf(c, rooms);
    const { site } = reader.page;

    async function make(): Promise<TextDocument> {
      const query = { now: rooms.clock.now(), offset: 0, limit: MAX_ENTRIES };
      const { entries, state } = await readInTime("list posts", () => rooms.catalog.list(query));
      // What search engines are not told of, these programs are not told of either.
      const told = entries.filter(({ post }) => post.isInSitemap);
      return { text: llmsText(told, site), state };
    }

    return serveText(c, { path: "/llms.txt", type: "text/plain", make }, { reader, rooms });
  };
}
