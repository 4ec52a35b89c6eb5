// `/search?q=`: asked of the catalog each time. Kept results would be one page for each text that a stranger thinks of.

import type { Context, Handler } from "hono";
import { readInTime } from "../cache/read-in-time.ts";
import { createChrome } from "../page/chrome.ts";
import { searchPage } from "../page/search-page.ts";
import { MAX_QUERY_LENGTH, searchTerms } from "../post/search-words.ts";
import { BadRequestError } from "./http-errors.ts";
import { readerOf } from "./reader.ts";
import { respond } from "./respond.ts";
import type { Rooms } from "./rooms.ts";

/** Nobody looks further; other words help more. */
const MAX_HITS = 20;

export function searchRoute(rooms: Rooms): Handler {
  return async function search(c: Context): Promise<Response> {
    const { page: context, timings } = await readerOf(c, rooms);
    const query = parseQuery(c.req.query("q"));
    const terms = searchTerms(query);
    const asked = { now: rooms.clock.now(), terms, limit: MAX_HITS };
    const hits =
      terms.length === 0 ? [] : await readInTime("search", () => rooms.catalog.search(asked));
    timings.mark("search");
    return respond(c.req.raw, {
      status: 200,
      body: searchPage({ query, terms, hits }, context).markup,
      headers: {
        "Cache-Control": "no-store",
        "Content-Type": "text/html; charset=utf-8",
        "Content-Language": createChrome(context).locale,
        "X-Robots-Tag": "noindex",
        ...(context.explicitLocale === null && { Vary: "Accept-Language" }),
        "Server-Timing": timings.header(),
      },
    });
  };
}

/** @throws BadRequestError for a query that is too long */
function parseQuery(text: string | undefined): string {
  const query = (text ?? "").trim();
  if (query.length <= MAX_QUERY_LENGTH) return query;
  throw new BadRequestError(
    `Cannot search for this: a query has at most ${MAX_QUERY_LENGTH} characters`,
  );
}
