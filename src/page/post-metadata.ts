// What machines read of a post: schema.org's BlogPosting as JSON-LD, Open Graph and Twitter's names. No relative URLs.

import type { Post } from "../post/post.ts";
import { html, type SafeHtml, unescapedHtml } from "../post/safe-html.ts";
import { absoluteAssetUrl, absoluteUrl, ownPath, postPath } from "./addresses.ts";
import { isoTime } from "./formats.ts";
import type { PageContext } from "./page-context.ts";
import type { PublishedPost } from "./published-post.ts";

export interface MetadataOptions {
  readonly context: PageContext;
  readonly description: string | null;
}

export function postMetadata({ post }: PublishedPost, options: MetadataOptions): SafeHtml {
  const json = jsonForScript(blogPosting(post, options));
  return html`${openGraph(post, options)}<script type="application/ld+json">${json}</script>`;
}

function openGraph(post: Post, { context: { site }, description }: MetadataOptions): SafeHtml {
  const image = imageOf(post, site.url);
  const properties: readonly (readonly [string, string | null])[] = [
    ["og:type", "article"],
    ["og:title", post.title],
    ["og:description", description],
    ["og:url", absoluteUrl(site, ownPath(post))],
    ["og:image", image],
    ["og:site_name", site.title],
    ["og:locale", openGraphLocale(post.locale)],
  ];
  const meta = properties.map(
    ([property, content]) =>
      content !== null && html`<meta property="${property}" content="${content}">\n`,
  );
  const card = image === null ? "summary" : "summary_large_image";
  return html`${meta}<meta name="twitter:card" content="${card}">\n`;
}

function blogPosting(post: Post, { context: { site }, description }: MetadataOptions): object {
  const url = absoluteUrl(site, ownPath(post));
  const author = post.author ?? site.author;
  return {
    "@context": "https://schema.org",
    "@type": "BlogPosting",
    headline: post.title,
    description: description ?? undefined,
    inLanguage: post.locale,
    datePublished: isoTime(post.date),
    dateModified: isoTime(post.lastModifiedAt ?? post.date),
    author:
      author === null ? undefined : { "@type": "Person", name: author, url: site.url ?? undefined },
    keywords: post.tags.length === 0 ? undefined : post.tags,
    image: imageOf(post, site.url) ?? undefined,
    url: url ?? undefined,
    translationOfWork:
      post.isOriginal || site.url === null
        ? undefined
        : { "@type": "BlogPosting", url: absoluteUrl(site, postPath(post.slug, null)) },
  };
}

function imageOf({ image }: Post, siteUrl: string | null): string | null {
  return image === null ? null : absoluteAssetUrl({ url: siteUrl }, image);
}

/** Open Graph wants a territory: `tr` → `tr_TR`, by CLDR's likely subtags. */
function openGraphLocale(locale: string): string {
  const { language, region } = new Intl.Locale(locale).maximize();
  return region === undefined ? language : `${language}_${region}`;
}

/** JSON inside `<script>`: `<` could end the element or open a comment, U+2028 and U+2029 end lines in old parsers. */
function jsonForScript(value: object): SafeHtml {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return unescapedHtml(json);
}
