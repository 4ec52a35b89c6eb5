// The headings of a post, read from its tree.

import { plainTextOf } from "./plain-text.ts";
import { type ReadableToken, walkTree } from "./document-tree.ts";
import type { OutlineItem } from "./rendered-post.ts";

/** Headings in document order, also those inside quotes and lists. */
export function readOutline(tokens: readonly ReadableToken[]): OutlineItem[] {
  const outline: OutlineItem[] = [];
  walkTree(tokens, (token) => {
    if (token.type !== "heading") return;
    const id = token.attributes?.get("id") ?? "";
    const text = plainTextOf(token.tokens ?? []);
    outline.push({ level: token.depth ?? 1, id: id === "" ? null : id, text });
  });
  return outline;
}
