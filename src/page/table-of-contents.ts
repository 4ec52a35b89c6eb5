// The table of contents of a long post, from its outline.

import { html, type SafeHtml } from "../post/safe-html.ts";
import type { OutlineItem } from "../render/rendered-post.ts";
import { type Chrome, languageAttributes } from "./chrome.ts";
import type { PublishedPost } from "./published-post.ts";

/** A post with fewer is seen at a glance. */
const MIN_HEADINGS = 4;
/** A longer table is no help; also bounds what a hostile post adds to its page. */
const MAX_ITEMS = 100;

interface Entry {
  readonly id: string;
  readonly text: string;
}

interface Section extends Entry {
  readonly children: Entry[];
}

/** Null for a short post, and for one that has kramdown's own `{:toc}`. */
export function tableOfContents(
  { post, rendered }: PublishedPost,
  { locale, messages }: Chrome,
): SafeHtml | null {
  if (rendered.outline.length < MIN_HEADINGS || rendered.html.markup.includes('id="markdown-toc"'))
    return null;
  const sections = sectionsOf(rendered.outline);
  if (sections.length < 2) return null;
  return html`<nav class="toc" aria-labelledby="kiyi-contents">
<p id="kiyi-contents"${languageAttributes(locale, post.locale)}>${messages.contents}</p>
<ol>${sections.map(sectionItem)}</ol>
</nav>
`;
}

/** Two levels: the highest that the post uses, and the one below. */
function sectionsOf(outline: readonly OutlineItem[]): readonly Section[] {
  const top = Math.min(...outline.slice(0, MAX_ITEMS).map((item) => item.level));
  const sections: Section[] = [];
  for (const { level, id, text } of outline.slice(0, MAX_ITEMS)) {
    if (id === null || text === "" || level > top + 1) continue;
    const parent = sections.at(-1);
    if (level === top || parent === undefined) sections.push({ id, text, children: [] });
    else parent.children.push({ id, text });
  }
  return sections;
}

function sectionItem({ id, text, children }: Section): SafeHtml {
  const items = children.map((child) => html`<li>${entryLink(child)}</li>`);
  return html`<li>${entryLink({ id, text })}${items.length > 0 && html`<ol>${items}</ol>`}</li>`;
}

function entryLink({ id, text }: Entry): SafeHtml {
  return html`<a href="#${fragmentOf(id)}">${text}</a>`;
}

/** Letters of any script may stand in a link (HTML's valid URL strings); `%`, spaces and quotes may not. */
function fragmentOf(id: string): string {
  return id.replace(/[\u0000-\u0020%"<>[\\\]^`{|}]/g, encodeURIComponent);
}
