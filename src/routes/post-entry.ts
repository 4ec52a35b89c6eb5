// The representations of a post: HTML, its Markdown source, JSON.

import type { EdgeEntry } from "../cache/edge-cache.ts";
import type { Format } from "../negotiate/choose-format.ts";
import type { PageContext } from "../page/page-context.ts";
import { postJson } from "../page/post-json.ts";
import { postPage } from "../page/post-page.ts";
import type { PublishedPost } from "../page/published-post.ts";
import type { PostAddress } from "../post/slug.ts";
import type { PostReader } from "../read/post-reader.ts";
import { htmlEntry, textEntry } from "./page-entry.ts";

export interface PostRepresentation {
  readonly page: PublishedPost;
  readonly context: PageContext;
  readonly address: PostAddress;
  readonly posts: PostReader;
}

/** Null if the source vanished in between. @throws StoreError */
export async function postEntry(
  format: Format,
  { page, context, address, posts }: PostRepresentation,
): Promise<EdgeEntry | null> {
  const { locale } = page.post;
  if (format === "html") return htmlEntry(postPage(page, context), locale);
  const language = { "Content-Language": locale };
  if (format === "json") {
    return textEntry(JSON.stringify(postJson(page, context)), {
      ...language,
      "Content-Type": "application/json; charset=utf-8",
    });
  }
  const source = await posts.readSource(address);
  return source === null
    ? null
    : textEntry(source.text, { ...language, "Content-Type": "text/markdown; charset=utf-8" });
}
