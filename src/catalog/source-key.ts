// Which object of the store a catalog row was made of.

import { postKey } from "../post/slug.ts";
import type { CatalogPost } from "./catalog.ts";

/** Identifies a row: a post has one original, in whatever language, and one translation for each locale. */
export function sourceKey({
  slug,
  locale,
  isOriginal,
}: Pick<CatalogPost, "slug" | "locale" | "isOriginal">): string {
  return postKey({ slug, locale: isOriginal ? null : locale });
}
