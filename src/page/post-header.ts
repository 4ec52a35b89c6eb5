// The head of a post: title, date, reading time, author, image.

import type { Post } from "../post/post.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import { type Chrome, languageAttributes } from "./chrome.ts";
import { factList, postDate, postUpdate, readingTime } from "./post-details.ts";

export function postHeader(post: Post, chrome: Chrome): SafeHtml {
  const author = post.author ?? chrome.context.site.author;
  const line = factList([
    author,
    postDate(post, chrome),
    readingTime(post, chrome),
    postUpdate(post, chrome),
  ]);
  return html`<header class="head">
<h1>${post.title}</h1>
<p class="details"${languageAttributes(chrome.locale, post.locale)}>${line}</p>
</header>
`;
}

/** Decoration above the text: the front matter has no words for it. Its box has a fixed ratio, so nothing moves. */
export function headerImage({ image }: Post): SafeHtml | null {
  if (image === null) return null;
  return html`<img class="hero" src="${image}" alt="" width="1280" height="512" fetchpriority="high">\n`;
}
