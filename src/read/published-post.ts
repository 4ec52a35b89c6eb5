// A post with what its page shows around it: translations, excerpts of translators, neighbours.

import type { Catalog } from "../catalog/catalog.ts";
import type { PublishedPost } from "../page/published-post.ts";
import { readInTime } from "../cache/read-in-time.ts";
import type { ReadPost } from "./stored-post.ts";

/** @throws CatalogError, DeadlineError */
export async function readPublishedPost(
  { post, rendered }: ReadPost,
  catalog: Catalog,
  now: number,
): Promise<PublishedPost> {
  const [rows, dataExcerpts, neighbours] = await readInTime(`read around "${post.slug}"`, () =>
    Promise.all([
      catalog.rows(post.slug),
      catalog.dataExcerpts(post.slug),
      catalog.neighbours(post, now),
    ]),
  );
  const isThis = (row: (typeof rows)[number]): boolean =>
    row.isOriginal === post.isOriginal && (post.isOriginal || row.locale === post.locale);
  const translations = rows.filter(
    (row) => row.visibility === "public" && row.date <= now && !isThis(row),
  );
  return { post, rendered, translations, dataExcerpts, neighbours };
}
