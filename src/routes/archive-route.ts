// `/archive`, `/archive/:year` and its pages.

import type { Context, Handler } from "hono";
import { archivePath } from "../page/addresses.ts";
import { archivePage } from "../page/archive-page.ts";
import { yearsUntil } from "../post/years.ts";
import { readInTime } from "../cache/read-in-time.ts";
import { NotFoundError } from "./http-errors.ts";
import { parsePageNumber } from "./page-number.ts";
import { readerOf } from "./reader.ts";
import type { Rooms } from "./rooms.ts";
import { type ListDocument, serveList } from "./serve-list.ts";

/** Titles and dates alone: a page of them is about 20 KB. */
const POSTS_PER_PAGE = 100;

/** What a Date can hold, milliseconds since 1970. */
const ALWAYS = { from: -8.64e15, to: 8.64e15 };

export function archiveRoute(rooms: Rooms): Handler {
  return async function archive(c: Context): Promise<Response> {
    const reader = await readerOf(c, rooms);
    const page = parsePageNumber(c.req.param("page"));
    const { page: context } = reader;
    const year = parseYear(c.req.param("year"));

    async function make(): Promise<ListDocument> {
      const now = rooms.clock.now();
      const stretches = yearsUntil(now, context.site.timeZone);
      const shown = year === null ? ALWAYS : stretches.find((other) => other.year === year);
      if (shown === undefined) throw new NotFoundError("Cannot find this year of the archive");
      const place = { offset: (page - 1) * POSTS_PER_PAGE, limit: POSTS_PER_PAGE + 1 };
      const query = { now, stretches, shown, ...place };
      const read = await readInTime("read the archive", () => rooms.catalog.archive(query));
      if (year !== null && read.posts.length === 0)
        throw new NotFoundError("Cannot find this page of the archive: no post is on it");
      const filled = new Set(read.filled);
      const years = stretches.filter(({ from }) => filled.has(from));
      const posts = read.posts.slice(0, POSTS_PER_PAGE);
      const hasOlder = read.posts.length > POSTS_PER_PAGE;
      const document = archivePage({ years, year, posts, page, hasOlder }, context);
      return { document, state: read.state };
    }

    return serveList(c, { path: archivePath({ year, page }, null), make }, { reader, rooms });
  };
}

/** Null where the address names none. @throws NotFoundError for what is no year */
function parseYear(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^\d{4}$/.test(text)) throw new NotFoundError("Cannot find this year of the archive");
  return Number(text);
}
