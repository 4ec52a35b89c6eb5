// A post, rendered: from the cache under the key of its inputs, else from the store.

import type { ContentCache, Made } from "../cache/content-cache.ts";
import type { Defer, PointerSource } from "../cache/pointers.ts";
import { type InputVersion, renderedKey } from "../cache/revision.ts";
import type { Catalog } from "../catalog/catalog.ts";
import { InvalidSourceError } from "../post/note.ts";
import { type PostAddress, postKey } from "../post/slug.ts";
import type { Measure } from "../render/measure.ts";
import { renderPost } from "../render/render-post.ts";
import type { ContentStore, StoredObject } from "../store/content-store.ts";
import type { CurrentSite } from "./current-site.ts";
import { decodeSource } from "./decode-source.ts";
import { objectPointer, readVersion, versionOf } from "./object-pointer.ts";
import { readInTime } from "../cache/read-in-time.ts";
import { decodePost, encodeInvalid, encodePost, type ReadPost } from "./stored-post.ts";
import { unlessVanished, VanishedError } from "./vanished-error.ts";

/** What the store knows of an address. */
export type SourceState =
  | { readonly kind: "present"; readonly version: InputVersion }
  /** `publicSince`: the date of a post that was here and is unpublished; null if there was none. */
  | { readonly kind: "absent"; readonly publicSince: number | null };

export interface PostRequest {
  readonly address: PostAddress;
  readonly version: InputVersion;
  readonly site: CurrentSite;
  readonly measure: Measure;
}

export interface PostReader {
  /** What {@link read} needs to be asked for. */
  source(address: PostAddress): PointerSource<SourceState>;
  /** Null if the source vanished in between. @throws InvalidSourceError, StoreError, DeadlineError */
  read(request: PostRequest, defer: Defer): Promise<ReadPost | null>;
  /** Only from memory or data centre: null if it is not there. @throws InvalidSourceError */
  find(request: Omit<PostRequest, "measure">): Promise<ReadPost | null>;
}

interface PostReaderRooms {
  readonly build: InputVersion;
  readonly store: ContentStore;
  readonly catalog: Catalog;
  readonly contents: ContentCache;
}

export function createPostReader({ build, store, catalog, contents }: PostReaderRooms): PostReader {
  const keyOf = ({ address, site, version }: Omit<PostRequest, "measure">): string =>
    renderedKey(postKey(address), { build, site: site.version, source: version });

  async function make(request: PostRequest): Promise<Made> {
    const file = postKey(request.address);
    const object = await readInTime(`read "${file}"`, () => store.get(file));
    if (object === null) throw new VanishedError(file);
    const used = { ...request, version: versionOf(object) };
    return { key: keyOf(used), entry: render(object, used) };
  }

  return {
    source: (address) => ({
      name: objectPointer(postKey(address)),
      async read() {
        const version = await readVersion(store, postKey(address));
        if (version !== null) return { kind: "present", version };
        return { kind: "absent", publicSince: await publicSince(address, catalog) };
      },
    }),
    async read(request, defer) {
      const found = await unlessVanished(
        contents.findOrMake(keyOf(request), () => make(request), defer),
      );
      return found === null ? null : decodePost(found.entry, postKey(request.address));
    },
    async find(request) {
      const found = await contents.find(keyOf(request));
      return found === null ? null : decodePost(found.entry, postKey(request.address));
    },
  };
}

function render(object: StoredObject, { address, site, measure }: PostRequest): Made["entry"] {
  const file = postKey(address);
  try {
    const source = decodeSource(object.body, file);
    const made = renderPost(source, {
      file,
      address,
      site: site.site,
      includes: site.includes,
      uploadedAt: object.uploadedAt,
      measure,
    });
    return encodePost({ ...made, source, version: object.version });
  } catch (error) {
    if (error instanceof InvalidSourceError) return encodeInvalid(error.notes);
    throw error;
  }
}

async function publicSince(
  { slug, locale }: PostAddress,
  catalog: Catalog,
): Promise<number | null> {
  const rows = await catalog.rows(slug);
  const row = rows.find((candidate) =>
    locale === null ? candidate.isOriginal : !candidate.isOriginal && candidate.locale === locale,
  );
  return row?.visibility === "gone" ? row.date : null;
}
