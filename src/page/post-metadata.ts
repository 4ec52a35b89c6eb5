// What machines read of a post: Open Graph's (ogp.me) and Twitter's names, and structured data. No relative URLs.

import type { Post } from "../post/post.ts";
import { isRecord } from "../post/record.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import type { Site } from "../post/site.ts";
import { absoluteUrl, ownPath } from "./addresses.ts";
import { isoTime } from "./formats.ts";
import type { PageContext } from "./page-context.ts";
import type { PublishedPost } from "./published-post.ts";
import { shareImage } from "./share-image.ts";
import { structuredData } from "./structured-data.ts";

export interface MetadataOptions {
  readonly context: PageContext;
  readonly description: string | null;
}

/** What stands in the page for it, by name. */
type Properties = readonly (readonly [name: string, content: string | null])[];

export function postMetadata({ post }: PublishedPost, options: MetadataOptions): SafeHtml {
  const { context, description } = options;
  const graph = openGraph(post, options).map(
    ([property, content]) =>
      content !== null && html`<meta property="${property}" content="${content}">\n`,
  );
  const card = twitterCard(post, options).map(
    ([name, content]) => content !== null && html`<meta name="${name}" content="${content}">\n`,
  );
  return html`${graph}${card}${structuredData(post, description, context.site)}`;
}

function openGraph(post: Post, { context: { site }, description }: MetadataOptions): Properties {
  const image = shareImage(post, site);
  return [
    ["og:type", "article"],
    ["og:title", post.title],
    ["og:description", description],
    ["og:url", absoluteUrl(site, ownPath(post))],
    ["og:image", image],
    // The front matter has no words for the image: what it is shown with is what it stands for.
    ["og:image:alt", image === null ? null : post.title],
    ["og:site_name", site.title],
    ["og:locale", openGraphLocale(post.locale)],
    ["article:published_time", isoTime(post.date)],
    ["article:modified_time", isoTime(post.lastModifiedAt ?? post.date)],
  ];
}

function twitterCard(post: Post, { context: { site }, description }: MetadataOptions): Properties {
  const image = shareImage(post, site);
  const account = twitterAccount(site);
  return [
    ["twitter:card", image === null ? "summary" : "summary_large_image"],
    ["twitter:site", account],
    // The site's account is its author's, who need not be this post's.
    ["twitter:creator", post.author === null || post.author === site.author ? account : null],
    ["twitter:title", post.title],
    ["twitter:description", description],
    ["twitter:image", image],
    ["twitter:image:alt", image === null ? null : post.title],
  ];
}

/** jekyll-seo-tag's `twitter: {username: …}`, minima's `twitter_username`; null for what cannot be an account. */
function twitterAccount({ fields }: Site): string | null {
  const twitter = fields["twitter"];
  const name = isRecord(twitter) ? twitter["username"] : fields["twitter_username"];
  const account = typeof name === "string" ? /^@?(\w{1,15})$/.exec(name)?.[1] : undefined;
  return account === undefined ? null : `@${account}`;
}

/** Open Graph wants a territory: `tr` → `tr_TR`, by CLDR's likely subtags. */
function openGraphLocale(locale: string): string {
  const { language, region } = new Intl.Locale(locale).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
