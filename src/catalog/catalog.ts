// The port of the index of published posts. It is derived from the store and can be rebuilt from it.

import type { SearchTerm } from "../post/search-words.ts";
import type { Locale } from "../post/locale.ts";
import type { Post } from "../post/post.ts";
import type { PostAddress, Slug } from "../post/slug.ts";

/** `public` is listed from its date on; `draft` never; `gone` was public once and is unpublished now. */
export type Visibility = "public" | "draft" | "gone";

/** One file of a post as the catalog knows it; a post whose date lies ahead is scheduled: nobody sees it until then. */
export interface CatalogPost extends Omit<Post, "isHidden" | "isIndexed" | "author"> {
  readonly visibility: Visibility;
  /** The store's version of the source that this row was made of. */
  readonly sourceVersion: string;
}

/** An original with all that a card or a page needs to choose an excerpt. */
export interface CatalogEntry {
  readonly post: CatalogPost;
  /** Public translations whose date has come. */
  readonly translations: readonly CatalogPost[];
  /** From `_data/excerpts/<locale>.yml`, by locale. */
  readonly dataExcerpts: Readonly<Record<string, string>>;
}

/** Names the state of every list: two equal states show equal lists. */
export interface CatalogState {
  /** Raised by each change of posts and excerpts, in the transaction of that change; not always by one, and no number names two states. */
  readonly generation: number;
  /** Newest date among public posts and translations that has come, milliseconds since 1970; null if none has. A scheduled one moves it. */
  readonly visibleSince: number | null;
  /** When the next scheduled post or translation appears, milliseconds since 1970; null if none is scheduled. */
  readonly changesAt: number | null;
  /** As {@link generation}, but raised by each change of an include, and by nothing else; 0 if there never was one. */
  readonly includesGeneration: number;
}

/** One file of `_includes/`. */
export interface CatalogInclude {
  /** Below `_includes/`: `figure.html`, `media/video.html`. */
  readonly path: string;
  readonly text: string;
  /** The store's version of the file that this was made of. */
  readonly sourceVersion: string;
}

export interface CatalogIncludes {
  /** Names the texts: the same number, the same texts. */
  readonly generation: number;
  /** All there are, by path in the order of its bytes. */
  readonly includes: readonly CatalogInclude[];
}

export interface CatalogList {
  /** Read together with the entries: what names them in a cache key, whatever an earlier {@link Catalog.state} said. */
  readonly state: CatalogState;
  readonly entries: readonly CatalogEntry[];
}

export type LabelKind = "tag" | "category";

/** A tag or a category that visible originals have. */
export interface CatalogLabel {
  /** The last part of its address (`post/label-address.ts`). */
  readonly label: string;
  /** As the newest visible post has it. */
  readonly name: string;
  /** Visible originals. */
  readonly count: number;
}

export interface CatalogLabels {
  readonly state: CatalogState;
  /** By address, in the order of its bytes. */
  readonly labels: readonly CatalogLabel[];
}

export interface LabelledList extends CatalogList {
  /** The label's name, as the newest visible post has it; null if none has it. */
  readonly name: string | null;
}

export interface ListQuery {
  readonly now: number;
  readonly offset: number;
  readonly limit: number;
}

export interface LabelQuery extends ListQuery {
  readonly kind: LabelKind;
  readonly label: string;
}

/** A language that a post can be read in. */
export interface SitemapVersion {
  readonly locale: Locale;
  readonly isOriginal: boolean;
}

/** One visible file of a post that search engines are told of. */
export interface SitemapPost extends SitemapVersion {
  readonly slug: Slug;
  /** Milliseconds since 1970: its date, or its last change if that is later. */
  readonly changedAt: number;
  /** Every such file of its slug, itself among them, the original first. */
  readonly versions: readonly SitemapVersion[];
}

export interface SitemapPart {
  /** Read together with the posts. */
  readonly state: CatalogState;
  /** How many parts there are; 0 for an empty catalog. */
  readonly parts: number;
  readonly posts: readonly SitemapPost[];
}

/** Milliseconds since 1970: `from` lies within, `to` does not. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface ArchiveQuery extends ListQuery {
  /** Which of these have posts is told. */
  readonly stretches: readonly Stretch[];
  /** The posts of this one are listed. */
  readonly shown: Stretch;
}

export interface CatalogArchive {
  readonly state: CatalogState;
  /** The `from` of each stretch with visible originals, in the order of the query. */
  readonly filled: readonly number[];
  /** Visible originals, in the order of {@link Catalog.list}. */
  readonly posts: readonly CatalogPost[];
}

export interface SearchQuery {
  readonly now: number;
  /** At least one (`post/search-words.ts`). */
  readonly terms: readonly SearchTerm[];
  readonly limit: number;
}

/** A visible file of a post, original or translation, in which every term was found. */
export interface SearchHit {
  readonly post: CatalogPost;
  /** The beginning of its body as plain text. */
  readonly text: string;
}

export interface Neighbours {
  readonly newer: CatalogPost | null;
  readonly older: CatalogPost | null;
}

export interface CatalogPage {
  readonly posts: readonly CatalogPost[];
  /** Hand it to the next call; null after the last page. */
  readonly cursor: string | null;
}

/** A row that cannot be read (edited by hand, say) is left out; the next {@link Catalog.put} of its post repairs it. */
export interface Catalog {
  /** @throws CatalogError */
  state(now: number): Promise<CatalogState>;
  /** Visible originals, newest first (of one date, the last slug first), `offset` of them skipped, at most `limit` (1 to 1,000). @throws CatalogError */
  list(query: ListQuery): Promise<CatalogList>;
  /** What {@link list} returns, of originals with a label. @throws CatalogError */
  listByLabel(query: LabelQuery): Promise<LabelledList>;
  /** One index step for each stretch, whatever the size of the site. @throws CatalogError */
  archive(query: ArchiveQuery): Promise<CatalogArchive>;
  /** Labels that visible originals have; of more than `limit` (1 to 1,000) the first by address. @throws CatalogError */
  labels(query: {
    readonly kind: LabelKind;
    readonly now: number;
    readonly limit: number;
  }): Promise<CatalogLabels>;
  /** Every row of a slug, whatever its visibility, original first; [] if there is none. @throws CatalogError */
  rows(slug: Slug): Promise<readonly CatalogPost[]>;
  /** What stands in `_data/excerpts` for a slug. @throws CatalogError */
  dataExcerpts(slug: Slug): Promise<Readonly<Record<string, string>>>;
  /** Visible originals next to this date in the order of {@link list}. @throws CatalogError */
  neighbours(
    post: { readonly slug: Slug; readonly date: number },
    now: number,
  ): Promise<Neighbours>;
  /** Best first; not more than `limit` (1 to 1,000). @throws CatalogError */
  search(query: SearchQuery): Promise<readonly SearchHit[]>;
  /** Inserts or replaces one row; `text` is the body as plain text, for search. Raises the generation unless the row was already so. Returns the generation. @throws CatalogError */
  put(post: CatalogPost, text?: string): Promise<number>;
  /** Marks a public row `gone` and deletes that of a draft, which nobody ever saw (a missing one stays missing). Returns the generation. @throws CatalogError */
  remove(address: PostAddress): Promise<number>;
  /** Replaces what one `_data/excerpts/<locale>.yml` says. Returns the generation. @throws CatalogError */
  putDataExcerpts(locale: Locale, excerpts: Readonly<Record<string, string>>): Promise<number>;
  /** Read together: what posts are rendered with, whatever an earlier {@link Catalog.state} said. @throws CatalogError */
  includes(): Promise<CatalogIncludes>;
  /**
   * Inserts or replaces one include; raises the includes' generation unless its text was already so. Returns that generation.
   * @throws CatalogError also for what breaks a limit of `post/includes.ts`; nothing is changed then
   */
  putInclude(include: CatalogInclude): Promise<number>;
  /** Removes one include (a missing one stays missing). Returns the includes' generation. @throws CatalogError */
  removeInclude(path: string): Promise<number>;
  /**
   * Of the files in the order in which the catalog got to know them, part `part` (from 1) of {@link SITEMAP_PART_SIZE},
   * whatever their visibility: a file stays in its part. Only the visible ones are given. @throws CatalogError
   */
  sitemap(query: { readonly now: number; readonly part: number }): Promise<SitemapPart>;
  /** Rows of every visibility in the order of their source keys' bytes, as the store lists them; at most `limit` (1 to 1,000). @throws CatalogError */
  page(page: { readonly limit: number; readonly cursor?: string }): Promise<CatalogPage>;
}

/** Files: a part takes some milliseconds to read and to print, and has at most 1.5 MB with many languages. */
export const SITEMAP_PART_SIZE = 2_000;

/** The catalog failed or did not answer; the backend's own error is the `cause`. */
export class CatalogError extends Error {
  override readonly name = "CatalogError";

  constructor(action: string, cause: unknown) {
    super(`Cannot ${action}: the catalog failed`, { cause });
  }
}
