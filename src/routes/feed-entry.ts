// A post of a feed, read in the version that the catalog names, or in a newer one.

import type { CatalogEntry, CatalogPost } from "../catalog/catalog.ts";
import type { FeedPost } from "../page/feed.ts";
import { excerptSources } from "../page/published-post.ts";
import type { Locale } from "../post/locale.ts";
import { lookup } from "../post/lookup.ts";
import { InvalidSourceError } from "../post/note.ts";
import { isVisible } from "../post/post.ts";
import type { ReadPost } from "../read/stored-post.ts";
import type { Serving } from "./serve-page.ts";

interface ReadFeedPost {
  /** Null for a post that vanished, may not be seen any more, or cannot be read: the feed stands without it. */
  readonly post: FeedPost | null;
  /** What was read instead of the versions that the catalog names; "" where it was these. */
  readonly drift: string;
}

/** In a feed whose address says a locale, the translation into it stands for the original. @throws StoreError, DeadlineError */
export async function readFeedPost(
  entry: CatalogEntry,
  locale: Locale | null,
  serving: Serving,
): Promise<ReadFeedPost> {
  const drifts: string[] = [];
  for (const wanted of [translationInto(locale, entry, serving), entry.post]) {
    if (wanted === null) continue;
    const { read, drift } = await readVersion(wanted, serving);
    drifts.push(...(drift === null ? [] : [drift]));
    if (read === null) continue;
    const { post, rendered } = read;
    // Excerpts are chosen among those of all files; of the one that was read it is the newer.
    const original = post.isOriginal ? post : entry.post;
    const excerpts = excerptSources({ ...entry, post: original });
    return { post: { post, html: rendered.html, excerpts }, drift: drifts.join("+") };
  }
  return { post: null, drift: drifts.join("+") };
}

function translationInto(
  locale: Locale | null,
  { post, translations }: CatalogEntry,
  { reader }: Serving,
): CatalogPost | null {
  if (locale === null || lookup(locale, [post.locale]) !== null) return null;
  // Those in languages that the site does not have are at no address.
  const found = lookup(
    locale,
    translations
      .map((other) => other.locale)
      .filter((tag) => reader.page.site.locales.includes(tag)),
  );
  return translations.find((other) => other.locale === found) ?? null;
}

interface ReadVersion {
  readonly read: ReadPost | null;
  readonly drift: string | null;
}

async function readVersion(
  { slug, locale, isOriginal, sourceVersion }: CatalogPost,
  { reader, rooms }: Serving,
): Promise<ReadVersion> {
  const { site, timings, defer } = reader;
  const version = { version: sourceVersion, changedAt: null };
  const address = { slug, locale: isOriginal ? null : locale };
  const name = isOriginal ? slug : `${slug}-${locale}`;
  try {
    const read = await rooms.posts.read(
      { address, version, site, measure: timings.measure },
      defer,
    );
    if (read === null) return { read, drift: `${name}-vanished` };
    const drift = read.version === sourceVersion ? null : read.version;
    return isVisible(read.post, rooms.clock.now()) ? { read, drift } : { read: null, drift };
  } catch (error) {
    if (!(error instanceof InvalidSourceError)) throw error;
    return { read: null, drift: `${name}-invalid` };
  }
}
