// The list of all tags: `/tags`.

import type { CatalogLabel } from "../catalog/catalog.ts";
import { html, type SafeHtml } from "../post/safe-html.ts";
import { labelPath, tagsPath } from "./addresses.ts";
import { alternatesIn } from "./alternates.ts";
import { type Chrome, createChrome } from "./chrome.ts";
import { layout } from "./layout.ts";
import type { PageContext } from "./page-context.ts";
import { listStyles } from "./styles.ts";

export function labelsPage(labels: readonly CatalogLabel[], context: PageContext): SafeHtml {
  const chrome = createChrome(context);
  const { messages } = chrome;
  const { site } = context;
  return layout(
    {
      title: `${messages.tags} · ${site.title}`,
      locale: chrome.locale,
      description: null,
      canonicalPath: tagsPath(context.explicitLocale),
      alternates: alternatesIn(site.locales, tagsPath),
      styles: listStyles(chrome.locale),
      head: null,
      pathIn: tagsPath,
      isHome: false,
      content: html`<h1>${messages.tags}</h1>
${labels.length === 0 ? html`<p>${messages.noTags}</p>` : labelList(labels, chrome)}`,
    },
    chrome,
  );
}

/** In the order of the reader's alphabet. */
function labelList(
  labels: readonly CatalogLabel[],
  { context: { explicitLocale }, formats, locale }: Chrome,
): SafeHtml {
  const { compare } = new Intl.Collator(locale);
  const sorted = labels.toSorted((left, right) => compare(left.name, right.name));
  const items = sorted.map(({ label, name, count }) => {
    const path = labelPath({ kind: "tag", label }, 1, explicitLocale);
    return html`<li><a href="${path}"><bdi>${name}</bdi></a> <small>${formats.number(count)}</small></li>\n`;
  });
  return html`<ul class="labels">
${items}</ul>`;
}
