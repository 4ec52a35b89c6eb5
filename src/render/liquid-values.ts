// What Liquid in a post can see: Jekyll's `site` and `page`, and the addresses that posts and files have here.

import type { FrontMatter } from "../post/front-matter.ts";
import type { Includes } from "../post/includes.ts";
import type { Site } from "../post/site.ts";
import { parseSlug, type PostAddress } from "../post/slug.ts";
import type { LiquidContext } from "./liquid/liquid-context.ts";

interface LiquidSurroundings {
  readonly address: PostAddress;
  readonly site: Site;
  readonly includes: Includes;
}

/** What turns text into HTML within Liquid. */
interface LiquidRenderers extends Pick<LiquidContext, "markdownify" | "smartify" | "highlight"> {}

/** Jekyll's name of a post's file: folders, date, slug, extension. */
const POST_NAME =
  /^(?:.*\/)?(?:\d{2,4}-\d{1,2}-\d{1,2}-)?([^/]+?)(?:\.(?:markdown|mkdown|mkdn|mkd|md))?$/;

export function postLiquidContext(
  frontMatter: FrontMatter,
  { address, site, includes }: LiquidSurroundings,
  renderers: LiquidRenderers,
): LiquidContext {
  const path = `/posts/${address.slug}`;
  const baseUrl = typeof site.fields["baseurl"] === "string" ? site.fields["baseurl"] : "";
  const date = frontMatter.date === null ? null : new Date(frontMatter.date);
  return {
    site: { ...site.fields, url: site.url ?? "", baseurl: baseUrl },
    page: { ...frontMatter.fields, date, url: path, id: path, slug: address.slug },
    includes,
    postUrl: (name) => postUrl(name, baseUrl),
    link: (file) =>
      /^\/?(?:_posts|_drafts)\//.test(file)
        ? postUrl(file, baseUrl)
        : `${baseUrl}/${file.replace(/^\/+/, "")}`,
    markdownify: renderers.markdownify,
    smartify: renderers.smartify,
    highlight: renderers.highlight,
    timeZone: site.timeZone,
    now: null,
  };
}

/**
 * @example postUrl("2024-05-31-hello", "") // → /posts/hello
 */
function postUrl(name: string, baseUrl: string): string | null {
  const slug = parseSlug((POST_NAME.exec(name)?.[1] ?? "").toLowerCase());
  return slug === null ? null : `${baseUrl}/posts/${encodeURIComponent(slug)}`;
}
