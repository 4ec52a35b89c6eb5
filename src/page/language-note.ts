// For readers of another language than the post's: what it is about, or where it can be read in theirs.

import { chooseExcerpt } from "../post/excerpt.ts";
import { lookup } from "../post/lookup.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import { type Chrome, languageAttributes } from "./chrome.ts";
import { excerptSources, type PublishedPost } from "./published-post.ts";
import { translationFor, translationLink } from "./translation-link.ts";

export function languageNote(page: PublishedPost, chrome: Chrome): SafeHtml | null {
  const { post, translations } = page;
  const { context, formats, locale, messages } = chrome;
  if (lookup(context.locale, [post.locale]) !== null) return null;
  const translation = translationFor(post, translations, chrome);
  const excerpt = chooseExcerpt(excerptSources(page), context.locale, context.site.fallback);
  // The post's own excerpt says nothing to somebody who does not read its language.
  const hasExcerpt = translation === null && excerpt.origin !== "own" && excerpt.text !== "";
  const inExcerpt = languageAttributes(excerpt.locale, locale);
  return html`<aside class="note"${languageAttributes(locale, post.locale)}>
<p>${messages.writtenIn(formats.languageName(post.locale))}${hasExcerpt && html` <b>${messages.excerpt}</b> <span${inExcerpt}>${excerpt.text}</span>`}</p>
${translation !== null && translationLink(translation, chrome)}</aside>
`;
}
