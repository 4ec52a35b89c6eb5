// `/posts/:slug`, with `.md` and `.json`, and its translation at `/<locale>/posts/:slug`.

import type { Context, Handler } from "hono";
import type { Made } from "../cache/content-cache.ts";
import type { ResolvedPointer } from "../cache/pointers.ts";
import { type InputVersion, pageKey, type Revision, type Variant } from "../cache/revision.ts";
import { chooseFormat, type Format } from "../negotiate/choose-format.ts";
import { InvalidSourceError } from "../post/note.ts";
import { isVisible } from "../post/post.ts";
import { parseSlug, type PostAddress, type Slug } from "../post/slug.ts";
import { catalogVersion } from "../read/catalog-state.ts";
import type { ReadPost, SourceState } from "../read/post-reader.ts";
import { readPublishedPost } from "../read/published-post.ts";
import { GoneError, NotFoundError } from "./http-errors.ts";
import { type Reader, readerOf } from "./reader.ts";
import { postEntry } from "./post-entry.ts";
import type { Rooms } from "./rooms.ts";
import { pageInput, servePage } from "./serve-page.ts";

const EXTENSIONS: Readonly<Record<string, Format>> = { md: "markdown", json: "json" };

/** A source that is in the store, and where. */
interface FoundSource {
  readonly address: PostAddress;
  readonly pointer: ResolvedPointer<SourceState>;
  readonly version: InputVersion;
}

export function postRoute(rooms: Rooms): Handler {
  return async function post(c: Context): Promise<Response> {
    const reader = await readerOf(c, rooms);
    const { slug, extension } = parseFile(reader.path.at(-1) ?? "");
    const format = extension ?? chooseFormat(c.req.header("Accept") ?? null);
    const [source, state] = await Promise.all([
      findSource(slug, reader, rooms),
      rooms.pointers.resolve(rooms.catalogState, reader.defer),
    ]);
    const isExplicit = reader.page.explicitLocale !== null;
    const variant: Variant = {
      path: `/posts/${slug}`,
      locale: reader.page.locale,
      format,
      isExplicit,
    };
    const revision: Revision = {
      build: rooms.build,
      site: reader.site.version,
      source: source.version,
      catalog: catalogVersion(state.value),
    };

    async function make(): Promise<Made> {
      const { read, isStale } = await readOrLastGood(source, reader, rooms);
      if (read === null || !isVisible(read.post, rooms.clock.now()))
        throw new NotFoundError("Cannot find this post");
      const page = await readPublishedPost(read, rooms.catalog, rooms.clock.now());
      const entry = await postEntry(format, {
        page,
        context: reader.page,
        address: source.address,
        posts: rooms.posts,
      });
      if (entry === null) throw new NotFoundError("Cannot find this post");
      const used = { version: read.version, changedAt: source.version.changedAt };
      return { key: pageKey({ ...revision, source: used }, variant), entry, isStale };
    }

    const inputs = [
      pageInput(rooms.pointers, rooms.posts.source(source.address), source.pointer),
      pageInput(rooms.pointers, rooms.catalogState, state),
    ];
    const vary = [
      ...(isExplicit ? [] : ["Accept-Language"]),
      ...(extension === null ? ["Accept"] : []),
    ];
    return servePage(c.req.raw, { revision, variant, inputs, vary, make }, { reader, rooms });
  };
}

/** @throws NotFoundError */
function parseFile(file: string): { readonly slug: Slug; readonly extension: Format | null } {
  const dot = file.lastIndexOf(".");
  const name = dot < 0 ? file : file.slice(0, dot);
  const extension = dot < 0 ? null : EXTENSIONS[file.slice(dot + 1)];
  const slug = parseSlug(name);
  if (slug === null || extension === undefined)
    throw new NotFoundError("Cannot find this post: its address is none");
  return { slug, extension };
}

/** The translation that the URL asks for, else the original. @throws NotFoundError, GoneError */
async function findSource(
  slug: Slug,
  { page, defer }: Reader,
  { posts, pointers }: Rooms,
): Promise<FoundSource> {
  const locales = page.explicitLocale === null ? [null] : [page.explicitLocale, null];
  let isGone = false;
  for (const locale of locales) {
    const address = { slug, locale };
    const pointer = await pointers.resolve(posts.source(address), defer);
    if (pointer.value.kind === "present")
      return { address, pointer, version: pointer.value.version };
    isGone ||= pointer.value.isGone;
    if (pointer.origin === "read") defer(pointers.keepGood(posts.source(address), pointer));
  }
  if (isGone) throw new GoneError("Cannot show this post: it is unpublished");
  throw new NotFoundError("Cannot find this post");
}

/** The last version that could be read stands in for one that can't. @throws InvalidSourceError, StoreError */
async function readOrLastGood(
  { address, version }: FoundSource,
  { site, timings, defer }: Reader,
  { posts, pointers }: Rooms,
): Promise<{ readonly read: ReadPost | null; readonly isStale: boolean }> {
  try {
    const read = await posts.read({ address, version, site, measure: timings.measure }, defer);
    return { read, isStale: false };
  } catch (error) {
    const good =
      error instanceof InvalidSourceError ? await pointers.lastGood(posts.source(address)) : null;
    const read =
      good?.value.kind === "present"
        ? await posts.find({ address, version: good.value.version, site })
        : null;
    if (read === null) throw error;
    return { read, isStale: true };
  }
}
