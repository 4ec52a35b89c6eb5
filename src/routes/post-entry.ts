// The representations of a post: HTML, its Markdown source, JSON.

import type { EdgeEntry } from "../cache/edge-cache.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { type Format, MEDIA_TYPES } from "../negotiate/choose-format.ts";
import type { PageContext } from "../page/page-context.ts";
import { postJson } from "../page/post-json.ts";
import { postPage } from "../page/post-page.ts";
import { readPublishedPost } from "../read/published-post.ts";
import type { ReadPost } from "../read/stored-post.ts";
import { htmlEntry, textEntry } from "./page-entry.ts";

export interface PostSurroundings {
  readonly context: PageContext;
  readonly catalog: Catalog;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** The source stands for itself; the others show what the catalog has around it. @throws CatalogError, DeadlineError */
export async function postEntry(
  format: Format,
  read: ReadPost,
  { context, catalog, now }: PostSurroundings,
): Promise<EdgeEntry> {
  const type = { type: MEDIA_TYPES[format], locale: read.post.locale };
  if (format === "markdown") return textEntry(read.source, type);
  const page = await readPublishedPost(read, catalog, now);
  if (format === "json") return textEntry(JSON.stringify(postJson(page, context)), type);
  return htmlEntry(postPage(page, context), read.post.locale);
}
