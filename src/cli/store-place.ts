// Where a file of a site folder lies in the store: the folder's shape, written once.

import { objectKind } from "../post/object-kind.ts";
import { type DraftOrDate, PLAIN } from "./jekyll-head.ts";

export interface StorePlace {
  readonly key: string;
  /** What its name and folder say about a post, as Jekyll has it. */
  readonly head: DraftOrDate;
}

/** The folders of a site folder that are read; another one is none of the site's. */
export const SITE_FOLDERS: ReadonlySet<string> = new Set([
  "posts",
  "_posts",
  "_drafts",
  "images",
  "assets",
  "_data",
  "_includes",
]);

const MARKDOWN_NAME = /^(.+)\.(?:md|markdown)$/;
/** Jekyll's `DATE_FILENAME_MATCHER`, with whole years: in two digits they are no date to anybody else. */
const DATED_NAME = /^(\d{4})-(\d{1,2})-(\d{1,2})-(.+)$/;

/**
 * A path of the folder, `/` between its names → its place in the store; null if it has none.
 *
 * @example storePlace("_posts/2024-3-15-hello.md") // → key posts/hello.md, date 2024-03-15
 * @example storePlace("Hello World.md") // → null
 */
export function storePlace(path: string): StorePlace | null {
  const normal = path.normalize("NFC");
  const place = postPlace(normal) ?? { key: normal, head: PLAIN };
  return objectKind(place.key).kind === "unknown" ? null : place;
}

function postPlace(path: string): StorePlace | null {
  const names = path.split("/");
  const folder = names.length === 1 ? "posts" : names[0];
  const stem = MARKDOWN_NAME.exec(names.at(-1) ?? "")?.[1];
  if (stem === undefined) return null;
  if (folder === "posts") return { key: `posts/${stem}.md`, head: PLAIN };
  if (folder !== "_posts" && folder !== "_drafts") return null;
  const [, year = "", month = "", day = "", name = stem] = DATED_NAME.exec(stem) ?? [];
  const date = year === "" ? null : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return { key: `posts/${name}.md`, head: { date, isDraft: folder === "_drafts" } };
}
