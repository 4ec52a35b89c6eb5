// What a request says about its reader: the locale by the URL, else by Accept-Language, else the site's.

import type { Context } from "hono";
import type { Defer } from "../cache/pointers.ts";
import { chooseLocale } from "../negotiate/choose-locale.ts";
import type { PageContext } from "../page/page-context.ts";
import type { CurrentSite } from "../read/current-site.ts";
import { NotFoundError } from "./http-errors.ts";
import { pathSegments } from "./path-segment.ts";
import type { Rooms } from "./rooms.ts";
import { createTimings, type Timings } from "./timings.ts";

export interface Reader {
  readonly page: PageContext;
  readonly site: CurrentSite;
  /** Decoded, without the locale. */
  readonly path: readonly string[];
  readonly defer: Defer;
  readonly timings: Timings;
}

/** @throws NotFoundError for a path that is none, or whose locale the site doesn't have */
export async function readerOf(c: Context, rooms: Rooms): Promise<Reader> {
  const defer: Defer = (work) => c.executionCtx.waitUntil(work);
  const timings = createTimings(rooms.clock);
  const site = await rooms.sites.current(defer);
  const segments = pathSegments(new URL(c.req.url).pathname);
  if (segments === null)
    throw new NotFoundError("Cannot find this page: its path is not well encoded");
  const { locales, locale: fallback } = site.site;
  const isExplicit = c.req.param("locale") !== undefined;
  const explicitLocale = isExplicit
    ? (locales.find((locale) => locale === segments[0]) ?? null)
    : null;
  if (isExplicit && explicitLocale === null)
    throw new NotFoundError("Cannot find this page: the site has no such locale");
  const locale =
    explicitLocale ?? chooseLocale(c.req.header("Accept-Language") ?? null, [fallback, ...locales]);
  return {
    page: { site: site.site, locale, explicitLocale },
    site,
    path: isExplicit ? segments.slice(1) : segments,
    defer,
    timings,
  };
}
