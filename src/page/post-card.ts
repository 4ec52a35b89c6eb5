// A post in a list: its own title, and an excerpt that its reader can read.

import type { CatalogEntry, CatalogPost } from "../catalog/catalog.ts";
import { chooseExcerpt, type LocalizedExcerpt } from "../post/excerpt.ts";
import { lookup } from "../post/lookup.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import { postPath } from "./addresses.ts";
import { type Chrome, languageAttributes } from "./chrome.ts";
import { ownLanguageName } from "./formats.ts";
import { factList, postDate, readingTime, tagList } from "./post-details.ts";
import { excerptSources } from "./published-post.ts";
import { translationFor, translationLink } from "./translation-link.ts";

export function postCard(entry: CatalogEntry, chrome: Chrome): SafeHtml {
  const { context, locale } = chrome;
  const { post, translations } = entry;
  const excerpt = chooseExcerpt(excerptSources(entry), context.locale, context.site.fallback);
  const translation = translationFor(post, translations, chrome);
  // An address that says the reader's locale would open the translation, which is not what this title names.
  const path = postPath(post.slug, translation === null ? context.explicitLocale : null);
  const facts = [postDate(post, chrome), readingTime(post, chrome), languageBadge(post, chrome)];
  return html`<article class="card">
<h2><a href="${path}"${languageAttributes(post.locale, locale)}>${post.title}</a></h2>
<p class="details">${factList(facts)}</p>
${excerptParagraph(excerpt, chrome)}${translation !== null && translationLink(translation, chrome)}${tagList({ ...post, listed: post.tags }, locale, chrome)}</article>
`;
}

function excerptParagraph(excerpt: LocalizedExcerpt, { locale }: Chrome): SafeHtml | null {
  if (excerpt.text === "") return null;
  return html`<p${languageAttributes(excerpt.locale, locale)}>${excerpt.text}</p>\n`;
}

function languageBadge(post: CatalogPost, { context, locale }: Chrome): SafeHtml | null {
  if (lookup(context.locale, [post.locale]) !== null) return null;
  return html`<span class="badge"${languageAttributes(post.locale, locale)}>${ownLanguageName(post.locale)}</span>`;
}
