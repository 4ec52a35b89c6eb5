// What a request says about its reader: the locale by the URL, else by Accept-Language, else the site's.

import type { Context } from "hono";
import type { Defer } from "../cache/pointers.ts";
import { chooseLocale } from "../negotiate/choose-locale.ts";
import type { PageContext } from "../page/page-context.ts";
import type { Site } from "../post/site.ts";
import type { CurrentSite } from "../read/current-site.ts";
import { currentSite } from "./current-site.ts";
import { deferOf } from "./defer.ts";
import { NotFoundError } from "./http-errors.ts";
import { pathSegments } from "./path-segments.ts";
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
  const timings = createTimings(rooms.clock);
  const site = await currentSite(c, rooms);
  const path = pathSegments(c.req.url);
  if (path === null) throw new NotFoundError("Cannot find this page: its path is none");
  const page = pageContext(c.req.raw.headers, path, site.site);
  const needsLocale = c.req.param("locale") !== undefined;
  if (needsLocale && page.explicitLocale === null)
    throw new NotFoundError("Cannot find this page: the site has no such locale");
  return {
    page,
    site,
    path: page.explicitLocale === null ? path : path.slice(1),
    defer: deferOf(c),
    timings,
  };
}

/** Whom a page is made for. Any path may begin with a locale, that of a page that doesn't exist as well. */
export function pageContext(headers: Headers, [first]: readonly string[], site: Site): PageContext {
  const explicitLocale = site.locales.find((locale) => locale === first) ?? null;
  const locale =
    explicitLocale ?? chooseLocale(headers.get("Accept-Language"), [site.locale, ...site.locales]);
  return { site, locale, explicitLocale };
}
