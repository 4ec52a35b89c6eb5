// The labels under which lists find a post: tags and categories by their addresses.

import { labelAddress } from "../post/label-address.ts";
import type { CatalogPost, LabelKind } from "./catalog.ts";

export interface PostLabel {
  readonly kind: LabelKind;
  readonly label: string;
  /** As the post has it. */
  readonly name: string;
}

/** Of two names with one address the first is the label's. [] for what is in no list. */
export function postLabels(post: CatalogPost): readonly PostLabel[] {
  if (!post.isOriginal || post.visibility !== "public") return [];
  return [...labelsOf("tag", post.tags), ...labelsOf("category", post.categories)];
}

function labelsOf(kind: LabelKind, names: readonly string[]): readonly PostLabel[] {
  const byLabel = new Map<string, PostLabel>();
  for (const name of names) {
    const label = labelAddress(name);
    if (label !== null && !byLabel.has(label)) byLabel.set(label, { kind, label, name });
  }
  return [...byLabel.values()];
}
