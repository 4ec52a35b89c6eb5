// The JSON form of a post: its fields, its HTML, and the excerpt that its reader can read.

import type { CatalogPost } from "../catalog/catalog.ts";
import { chooseExcerpt, type LocalizedExcerpt } from "../post/excerpt.ts";
import type { Locale } from "../post/locale.ts";
import { canonicalUrl, ownPath } from "./addresses.ts";
import { isoTime } from "./formats.ts";
import type { PageContext } from "./page-context.ts";
import { excerptSources, type PublishedPost } from "./published-post.ts";

/** Times are RFC 3339, URLs absolute where the site names its own. */
export interface PostJson {
  readonly url: string;
  readonly slug: string;
  readonly locale: Locale;
  readonly title: string;
  readonly date: string;
  readonly lastModifiedAt: string | null;
  readonly author: string | null;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  readonly image: string | null;
  readonly readingMinutes: number;
  /** In the reader's language, if there is one. */
  readonly excerpt: LocalizedExcerpt;
  /** All that exist, by locale. */
  readonly excerpts: Readonly<Record<string, string>>;
  readonly translations: readonly {
    readonly locale: Locale;
    readonly title: string;
    readonly url: string;
  }[];
  readonly html: string;
}

export function postJson(page: PublishedPost, context: PageContext): PostJson {
  const { post, rendered, translations } = page;
  const { site } = context;
  return {
    url: canonicalUrl(site, ownPath(post)),
    slug: post.slug,
    locale: post.locale,
    title: post.title,
    date: isoTime(post.date),
    lastModifiedAt: post.lastModifiedAt === null ? null : isoTime(post.lastModifiedAt),
    author: post.author ?? site.author,
    tags: post.tags,
    categories: post.categories,
    image: post.image === null ? null : imageUrl(post.image, site.url),
    readingMinutes: post.readingMinutes,
    excerpt: chooseExcerpt(excerptSources(page), context.locale, site.fallback),
    excerpts: allExcerpts(page),
    translations: translations.map((other: CatalogPost) => ({
      locale: other.locale,
      title: other.title,
      url: canonicalUrl(site, ownPath(other)),
    })),
    html: rendered.html.markup,
  };
}

/** In each language the one that a reader of it would get. */
function allExcerpts({
  post,
  translations,
  dataExcerpts,
}: PublishedPost): Readonly<Record<string, string>> {
  const own: readonly (readonly [string, string])[] = [[post.locale, post.excerpt]];
  const translated = translations.map((other) => [other.locale, other.excerpt] as const);
  const all = [
    ...Object.entries(dataExcerpts),
    ...translated,
    ...own,
    ...Object.entries(post.excerpts),
  ];
  return Object.fromEntries(all.filter(([, text]) => text !== ""));
}

function imageUrl(image: string, siteUrl: string | null): string {
  return siteUrl === null ? image : new URL(image, `${siteUrl}/`).href;
}
