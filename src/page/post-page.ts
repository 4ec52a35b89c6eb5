// A post's page: the post in its own language, with chrome in the reader's.

import { chooseExcerpt, truncateExcerpt } from "../post/excerpt.ts";
import type { Locale } from "../post/locale.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import { KATEX_CSS_PATH, ownPath, postPath } from "./addresses.ts";
import { type Chrome, createChrome } from "./chrome.ts";
import { languageNote } from "./language-note.ts";
import { type Alternate, layout } from "./layout.ts";
import { lazyImages } from "./lazy-images.ts";
import { messagesFor } from "./messages/messages-for.ts";
import type { PageContext } from "./page-context.ts";
import { tagList } from "./post-details.ts";
import { headerImage, postHeader } from "./post-header.ts";
import { postMetadata } from "./post-metadata.ts";
import { neighbourLinks, translationList } from "./post-links.ts";
import { excerptSources, type PublishedPost } from "./published-post.ts";
import { readableBody } from "./readable-body.ts";
import { postStyles } from "./styles.ts";
import { tableOfContents } from "./table-of-contents.ts";

const KATEX_STYLES: SafeHtml = html`<link rel="stylesheet" href="${KATEX_CSS_PATH}">\n`;

export function postPage(page: PublishedPost, context: PageContext): SafeHtml {
  const chrome = createChrome(context);
  const { post, rendered } = page;
  const description = descriptionOf(page, context);
  return layout(
    {
      title: `${post.title} · ${context.site.title}`,
      locale: post.locale,
      description,
      canonicalPath: post.isIndexed ? ownPath(post) : null,
      alternates: post.isIndexed ? alternatesOf(page) : [],
      styles: postStyles(post.locale, rendered.html),
      head: html`${rendered.hasMath && KATEX_STYLES}${postMetadata(page, { context, description })}`,
      pathIn: (locale) => postPath(post.slug, locale),
      isHome: false,
      content: contentOf(page, chrome),
    },
    chrome,
  );
}

function contentOf(page: PublishedPost, chrome: Chrome): SafeHtml {
  const { post, rendered } = page;
  const labels = messagesFor(post.locale) ?? chrome.messages;
  // Without a header image the body's own first picture may be in the first window.
  const body = readableBody(lazyImages(rendered.html, post.image === null ? 1 : 0), labels);
  return html`<article>
${postHeader(post, chrome)}${headerImage(post)}${languageNote(page, chrome)}${tableOfContents(page, chrome)}<div class="body">
${body}
</div>
<footer>
${tagList({ ...post, listed: listedTags(page) }, post.locale, chrome)}${translationList(page, chrome)}</footer>
</article>
${neighbourLinks(page, chrome)}`;
}

function listedTags({ post, translations }: PublishedPost): readonly string[] {
  return [post, ...translations].find(({ isOriginal }) => isOriginal)?.tags ?? [];
}

/** In the post's language unless the URL itself asks for another: search engines and link previews see one URL, one text. */
function descriptionOf(page: PublishedPost, { site, explicitLocale }: PageContext): string | null {
  const text =
    explicitLocale === null
      ? truncateExcerpt(page.post.excerpt, page.post.locale)
      : chooseExcerpt(excerptSources(page), explicitLocale, site.fallback).text;
  return text === "" ? null : text;
}

/** The post, its real translations, and the original for everybody else; nothing for a post without translations. */
function alternatesOf({ post, translations }: PublishedPost): readonly Alternate[] {
  const versions = new Map<Locale, string>([[post.locale, ownPath(post)]]);
  for (const other of translations) {
    if (!versions.has(other.locale)) versions.set(other.locale, ownPath(other));
  }
  if (versions.size < 2) return [];
  return [
    ...[...versions].map(([hreflang, path]) => ({ hreflang, path })),
    { hreflang: "x-default", path: postPath(post.slug, null) },
  ];
}
