// Which object of the store a request to the API means.

import type { Context } from "hono";
import { parseLocale } from "../post/locale.ts";
import { objectKind } from "../post/object-kind.ts";
import { parseSlug, postKey } from "../post/slug.ts";
import { BadRequestError } from "./http-errors.ts";
import { pathSegments } from "./path-segments.ts";

/** `/api/posts/çay?locale=en` → `posts/çay.en.md`. @throws BadRequestError */
export function postKeyOf(c: Context): string {
  const [, , segment = "", ...rest] = pathSegments(c.req.url) ?? [];
  const slug = rest.length === 0 ? parseSlug(segment) : null;
  if (slug === null)
    throw new BadRequestError(
      "Cannot use this slug: write lower-case letters, digits and single hyphens, 120 at most",
    );
  const tag = c.req.query("locale");
  if (tag === undefined) return postKey({ slug, locale: null });
  const locale = parseLocale(tag);
  if (locale === null)
    throw new BadRequestError(
      `Cannot use locale ${JSON.stringify(tag.slice(0, 40))}: it is no language tag (BCP 47)`,
    );
  return postKey({ slug, locale });
}

/** `/api/files/images/a.png` → `images/a.png`. Posts have their own addresses. @throws BadRequestError */
export function fileKeyOf(c: Context): string {
  const key = pathSegments(c.req.url)?.slice(2).join("/") ?? "";
  const { kind } = objectKind(key);
  if (kind === "unknown" || kind === "post")
    throw new BadRequestError(
      "Cannot use this path: files lie below images/ or assets/, settings in _config.yml, excerpts in _data/excerpts/<locale>.yml, includes below _includes/",
    );
  return key;
}
