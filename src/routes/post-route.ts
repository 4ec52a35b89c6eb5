// `/posts/:slug`, with `.md` and `.json`, and its translation at `/<locale>/posts/:slug`.

import type { Context, Handler } from "hono";
import { chooseFormat } from "../negotiate/choose-format.ts";
import { NotFoundError } from "./http-errors.ts";
import { firstFound } from "./first-found.ts";
import { parsePostFile } from "./post-file.ts";
import { readerOf } from "./reader.ts";
import type { Rooms } from "./rooms.ts";
import { servePost } from "./serve-post.ts";

export function postRoute(rooms: Rooms): Handler {
  return async function post(c: Context): Promise<Response> {
    const reader = await readerOf(c, rooms);
    const file = parsePostFile(reader.path.at(-1) ?? "");
    if (file === null) throw new NotFoundError("Cannot find this post: its address is none");
    const format = file.extension ?? chooseFormat(c.req.header("Accept") ?? null);
    const { explicitLocale } = reader.page;
    // A translation that is not there, or may not be seen yet, leaves the original to its readers.
    const locales = explicitLocale === null ? [null] : [explicitLocale, null];
    const attempts = locales.map((locale) => () => {
      const wanted = { ...file, format, address: { slug: file.slug, locale } };
      return servePost(c.req.raw, wanted, { reader, rooms });
    });
    return firstFound(attempts);
  };
}
