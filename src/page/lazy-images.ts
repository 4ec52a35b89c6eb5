// Pictures far down a post load when a reader comes near (HTML Living Standard §2.5.7): most readers never see them all.

import { type SafeHtml, unescapedHtml } from "../post/safe-html.ts";
import { replaceTags } from "./replace-tags.ts";

/**
 * All pictures but the first `eager` ones, which may be in the first window. Only those that state their size: another
 * one would move the text under a reader's eyes.
 *
 * @example lazyImages(html`<img src="a" width="2" height="1">`, 0).markup // → <img loading="lazy" src="a" width="2" height="1">
 */
export function lazyImages(body: SafeHtml, eager: number): SafeHtml {
  if (!/<img/i.test(body.markup)) return body;
  let seen = 0;
  const markup = replaceTags(body.markup, ({ text, name }) => {
    if (name !== "img") return text;
    seen += 1;
    return seen > eager && isLazyable(text) ? `<img loading="lazy"${text.slice(4)}` : text;
  });
  return unescapedHtml(markup);
}

function isLazyable(tag: string): boolean {
  return /\swidth\s*=/i.test(tag) && /\sheight\s*=/i.test(tag) && !/\sloading\s*=/i.test(tag);
}
