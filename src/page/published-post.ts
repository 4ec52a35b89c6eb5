// All that a post's page and its JSON show.

import type { CatalogPost, Neighbours } from "../catalog/catalog.ts";
import type { ExcerptSources } from "../post/excerpt.ts";
import type { Post } from "../post/post.ts";
import type { RenderedPost } from "../render/rendered-post.ts";

export interface PublishedPost {
  readonly post: Post;
  readonly rendered: RenderedPost;
  /** The other visible files of the same slug: for a translation the original is among them. */
  readonly translations: readonly CatalogPost[];
  /** From `_data/excerpts/<locale>.yml`, by locale. */
  readonly dataExcerpts: Readonly<Record<string, string>>;
  readonly neighbours: Neighbours;
}

export function excerptSources({
  post,
  translations,
  dataExcerpts,
}: Pick<PublishedPost, "translations" | "dataExcerpts"> & {
  readonly post: Pick<Post, "locale" | "excerpt" | "excerpts">;
}): ExcerptSources {
  const { locale, excerpt, excerpts } = post;
  return { locale, excerpt, excerpts, translations, dataExcerpts };
}
