// The corridor: the rooms in the order in which a request walks through them.

import { Hono } from "hono";
import { feedPath } from "./page/addresses.ts";
import { FEED_FORMATS } from "./page/feed-formats.ts";
import { archiveRoute } from "./routes/archive-route.ts";
import { errorResponse } from "./routes/errors.ts";
import { feedRoute } from "./routes/feed-route.ts";
import { fileRoute } from "./routes/file-route.ts";
import { MethodNotAllowedError, NotFoundError } from "./routes/http-errors.ts";
import { labelRoute } from "./routes/label-route.ts";
import { listRoute } from "./routes/list-route.ts";
import { llmsRoute } from "./routes/llms-route.ts";
import { localeRoute } from "./routes/locale-route.ts";
import { postRoute } from "./routes/post-route.ts";
import { createPublishApi } from "./routes/publish-api.ts";
import { robotsRoute } from "./routes/robots-route.ts";
import { SITEMAP_FILE, sitemapRoute } from "./routes/sitemap-route.ts";
import { searchRoute } from "./routes/search-route.ts";
import { tagsRoute } from "./routes/tags-route.ts";
import type { Rooms } from "./routes/rooms.ts";

export function createApp(rooms: Rooms): Hono {
  const app = new Hono();
  app.route("/api", createPublishApi(rooms));

  app.get("/images/*", fileRoute(rooms));
  app.get("/assets/*", fileRoute(rooms));
  app.get("/sitemap.xml", sitemapRoute(rooms));
  app.get(`/:file{${SITEMAP_FILE}}`, sitemapRoute(rooms));
  app.get("/robots.txt", robotsRoute(rooms));
  app.get("/llms.txt", llmsRoute(rooms));

  for (const prefix of ["", "/:locale"]) {
    app.get(`${prefix}/posts/:file`, postRoute(rooms));
    app.get(`${prefix}/`, listRoute(rooms));
    app.get(`${prefix}/page/:page`, listRoute(rooms));
    app.get(`${prefix}/tags`, tagsRoute(rooms));
    app.get(`${prefix}/tags/:label`, labelRoute("tag", rooms));
    app.get(`${prefix}/tags/:label/page/:page`, labelRoute("tag", rooms));
    app.get(`${prefix}/categories/:label`, labelRoute("category", rooms));
    app.get(`${prefix}/categories/:label/page/:page`, labelRoute("category", rooms));
    app.get(`${prefix}/archive`, archiveRoute(rooms));
    app.get(`${prefix}/archive/:year`, archiveRoute(rooms));
    app.get(`${prefix}/archive/:year/page/:page`, archiveRoute(rooms));
    app.get(`${prefix}/search`, searchRoute(rooms));
    for (const format of FEED_FORMATS)
      app.get(prefix + feedPath(format, null), feedRoute(format, rooms));
  }
  app.get("/:locale", localeRoute(rooms));

  app.all("*", (c) => {
    if (c.req.method === "GET" || c.req.method === "HEAD")
      throw new NotFoundError("Cannot find this page");
    throw new MethodNotAllowedError(["GET", "HEAD"]);
  });
  app.onError((error, c) => errorResponse(c, error, rooms));
  return app;
}
