// A post: what its front matter and its address say, without the body.

import type { Locale } from "./locale.ts";
import type { Slug } from "./slug.ts";

export interface Post {
  readonly slug: Slug;
  /** The language it is written in. */
  readonly locale: Locale;
  /** False for a translation (`posts/<slug>.<locale>.md`). */
  readonly isOriginal: boolean;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly date: number;
  /** Milliseconds since 1970; null if it was never marked as changed. */
  readonly lastModifiedAt: number | null;
  /** `draft: true` or `published: false`: no reader sees it. */
  readonly isHidden: boolean;
  /** False for `noindex: true`: readers see it, search engines must not keep it. */
  readonly isIndexed: boolean;
  /** False also for what is not indexed. */
  readonly isInSitemap: boolean;
  readonly tags: readonly string[];
  readonly categories: readonly string[];
  /** Of this post; null where the site's author is meant. */
  readonly author: string | null;
  /** Header image: URL or path; null if there is none. */
  readonly image: string | null;
  /** Plain text in the post's own language: front matter's `excerpt`, `description`, or the body's; "" if there is none. */
  readonly excerpt: string;
  /** Plain text by locale, from the front matter's `excerpts`. */
  readonly excerpts: Readonly<Record<string, string>>;
  readonly readingMinutes: number;
}

/** Whether readers may see a post now; scheduled posts appear at their date. */
export function isVisible(post: Pick<Post, "isHidden" | "date">, now: number): boolean {
  return !post.isHidden && post.date <= now;
}
