// The picture that stands for a post where others show a link to it.

import type { Post } from "../post/post.ts";
import { isPublicUrl } from "../post/public-url.ts";
import type { Site } from "../post/site.ts";
import { absoluteAssetUrl } from "./addresses.ts";

/** Absolute: the post's own image, else the site's `og_image`; null without either, and for a path without an origin. */
export function shareImage({ image }: Pick<Post, "image">, site: Site): string | null {
  return image === null ? siteAsset(site, "og_image") : absoluteAssetUrl(site, image);
}

/** A picture that `_config.yml` names by URL or path, as an absolute URL; null if it names none. */
export function siteAsset(site: Site, field: "logo" | "og_image"): string | null {
  const address = site.fields[field];
  if (typeof address !== "string" || address === "" || !isPublicUrl(address)) return null;
  return absoluteAssetUrl(site, address);
}
