// Lists of posts as Markdown (CommonMark), for programs that read: `Accept: text/markdown`, and `/llms.txt` (llmstxt.org).

import type { CatalogEntry } from "../catalog/catalog.ts";
import { chooseExcerpt, truncateExcerpt } from "../post/excerpt.ts";
import type { Site } from "../post/site.ts";
import { canonicalUrl, listPath, postSourcePath } from "./addresses.ts";
import { createChrome } from "./chrome.ts";
import type { ListPage } from "./list-page.ts";
import type { PageContext } from "./page-context.ts";
import { excerptSources } from "./published-post.ts";

/** The same list as the HTML page has; excerpts are in the reader's language, links lead to the posts' Markdown. */
export function markdownList(list: ListPage, context: PageContext): string {
  const { messages, formats } = createChrome(context);
  const { site, locale, explicitLocale } = context;
  const heading = list.page === 1 ? site.title : messages.page(formats.number(list.page));
  const items = list.entries.map((entry) =>
    listItem(entry, site, chooseExcerpt(excerptSources(entry), locale, site.fallback).text),
  );
  const link = (text: string, page: number): string =>
    `[${escapeMarkdown(text)}](${canonicalUrl(site, listPath(page, explicitLocale))})`;
  const turns = [
    ...(list.page > 1 ? [link(messages.newerPosts, list.page - 1)] : []),
    ...(list.hasOlder ? [link(messages.olderPosts, list.page + 1)] : []),
  ];
  return blocks([
    `# ${escapeMarkdown(heading)}`,
    list.page === 1 ? escapeMarkdown(site.description ?? "") : "",
    items.length === 0 ? escapeMarkdown(messages.noPosts) : items.join("\n"),
    turns.join(" · "),
  ]);
}

/** What the site is, and its newest posts, each in its own language. */
export function llmsText(entries: readonly CatalogEntry[], site: Site): string {
  const items = entries.map((entry) =>
    listItem(entry, site, truncateExcerpt(entry.post.excerpt, entry.post.locale)),
  );
  return blocks([
    `# ${escapeMarkdown(site.title)}`,
    site.description === null ? "" : `> ${escapeMarkdown(site.description)}`,
    // The format has its links under headings of the second rank.
    items.length === 0 ? "" : `## Posts\n\n${items.join("\n")}`,
  ]);
}

function listItem({ post }: CatalogEntry, site: Site, excerpt: string): string {
  const url = canonicalUrl(site, postSourcePath(post.slug, null));
  const text = excerpt === "" ? "" : `: ${escapeMarkdown(excerpt)}`;
  return `- [${escapeMarkdown(post.title)}](${url})${text}`;
}

function blocks(texts: readonly string[]): string {
  return `${texts.filter((text) => text !== "").join("\n\n")}\n`;
}

/**
 * Text → the same text in a line of Markdown (CommonMark §2.4), whatever stands before it.
 *
 * @example escapeMarkdown("a [b]\n# c") // → a \[b\] \# c
 */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  // Last what begins a list, or underlines a heading.
  return line
    .replace(/[\\`*_[\]<>#|~&]/g, "\\$&")
    .replace(/^[-+=]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}
