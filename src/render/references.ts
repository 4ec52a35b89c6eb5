// The links and images that a post uses, read from its tree.

import { type ReadableToken, walkTree } from "./document-tree.ts";
import { readStartTag } from "./kramdown/html-tag.ts";
import { TextSearches } from "./kramdown/text-searches.ts";

export interface References {
  /** Targets of links, as written; each once. */
  readonly links: readonly string[];
  /** Sources of images, as written; each once. */
  readonly images: readonly string[];
}

/** In document order, those in raw HTML too. */
export function readReferences(tokens: readonly ReadableToken[]): References {
  const links = new Set<string>();
  const images = new Set<string>();
  const addElement = (name: string, attributes: ReadonlyMap<string, string>): void => {
    const href = name === "a" ? attributes.get("href") : undefined;
    const source = name === "img" ? attributes.get("src") : undefined;
    if (href !== undefined) links.add(href);
    if (source !== undefined) images.add(source);
  };
  walkTree(tokens, (token) => {
    if (token.type === "link" && token.href !== undefined) links.add(token.href);
    else if (token.type === "image" && token.href !== undefined) images.add(token.href);
    else if (token.type === "html_element")
      addElement(token.name ?? "", token.attributes ?? new Map());
    else if (token.type === "html") readTags(token.text ?? "", addElement);
  });
  return { links: [...links], images: [...images] };
}

function readTags(
  markup: string,
  add: (name: string, attributes: ReadonlyMap<string, string>) => void,
): void {
  const searches = new TextSearches(markup);
  for (let at = markup.indexOf("<"); at !== -1; at = markup.indexOf("<", at + 1)) {
    const tag = readStartTag(markup, at, searches);
    if (tag !== null) add(tag.name, tag.attributes);
  }
}
