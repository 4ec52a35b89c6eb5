// A post as schema.org describes it, in JSON-LD: BlogPosting, and BreadcrumbList for the way to it. No relative URLs.

import { labelAddress } from "../post/label-address.ts";
import type { Post } from "../post/post.ts";
import { html, type SafeHtml, unescapedHtml } from "../post/safe-html.ts";
import type { Site } from "../post/site.ts";
import {
  absoluteAssetUrl,
  absoluteUrl,
  FAVICON_PATH,
  labelPath,
  listPath,
  ownPath,
  postPath,
} from "./addresses.ts";
import { isoTime } from "./formats.ts";
import { shareImage, siteAsset } from "./share-image.ts";

/** `description` in the language that the page's address asks for; null for none. */
export function structuredData(post: Post, description: string | null, site: Site): SafeHtml {
  const breadcrumbs = breadcrumbList(post, site);
  return html`${script(blogPosting(post, description, site))}${breadcrumbs !== null && script(breadcrumbs)}`;
}

function blogPosting(post: Post, description: string | null, site: Site): object {
  const url = absoluteUrl(site, ownPath(post)) ?? undefined;
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
    publisher: publisher(site),
    keywords: post.tags.length === 0 ? undefined : post.tags,
    image: shareImage(post, site) ?? undefined,
    url,
    mainEntityOfPage: url === undefined ? undefined : { "@type": "WebPage", "@id": url },
    translationOfWork:
      post.isOriginal || site.url === null
        ? undefined
        : { "@type": "BlogPosting", url: absoluteUrl(site, postPath(post.slug, null)) },
  };
}

/** The site, with the `logo` that jekyll-seo-tag knows; else with its icon. */
function publisher(site: Site): object {
  const logo = siteAsset(site, "logo") ?? absoluteAssetUrl(site, FAVICON_PATH);
  return {
    "@type": "Organization",
    name: site.title,
    url: site.url ?? undefined,
    logo: logo === null ? undefined : { "@type": "ImageObject", url: logo },
  };
}

/** Site, first category, post. Null where the site names no origin: each step but the last needs a URL. */
function breadcrumbList(post: Post, site: Site): object | null {
  const home = absoluteUrl(site, listPath(1, null));
  if (home === null) return null;
  const steps = [
    { name: site.title, item: home },
    ...categoryStep(post, site),
    { name: post.title, item: absoluteUrl(site, ownPath(post)) },
  ];
  return {
    "@context": "https://schema.org",
    "@type": "BreadcrumbList",
    itemListElement: steps.map((step, index) => ({
      "@type": "ListItem",
      position: index + 1,
      ...step,
    })),
  };
}

/** Only an original's: lists by category hold originals. */
function categoryStep(
  { isOriginal, categories: [name] }: Post,
  site: Site,
): readonly { readonly name: string; readonly item: string | null }[] {
  const label = name === undefined || !isOriginal ? null : labelAddress(name);
  if (name === undefined || label === null) return [];
  return [{ name, item: absoluteUrl(site, labelPath({ kind: "category", label }, 1, null)) }];
}

/** JSON inside `<script>`: `<` could end the element or open a comment, U+2028 and U+2029 end lines in old parsers. */
function script(value: object): SafeHtml {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return html`<script type="application/ld+json">${unescapedHtml(json)}</script>`;
}
