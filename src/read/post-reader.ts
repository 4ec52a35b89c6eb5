// A post, rendered: from the cache under the key of its inputs, else from the store.

import type { ContentCache, Made } from "../cache/content-cache.ts";
import type { Defer, PointerSource } from "../cache/pointers.ts";
import { type InputVersion, renderedKey } from "../cache/revision.ts";
import type { Catalog } from "../catalog/catalog.ts";
import type { Post } from "../post/post.ts";
import { SafeHtml, unescapedHtml } from "../post/safe-html.ts";
import { type PostAddress, postKey } from "../post/slug.ts";
import type { Measure } from "../render/measure.ts";
import { renderPost } from "../render/render-post.ts";
import type { RenderedPost } from "../render/rendered-post.ts";
import type { ContentStore } from "../store/content-store.ts";
import type { CurrentSite } from "./current-site.ts";
import { objectPointer } from "./object-pointer.ts";

/** What the store knows of an address; `isGone`: a post was public there and is unpublished now. */
export type SourceState =
  | { readonly kind: "present"; readonly version: InputVersion }
  | { readonly kind: "absent"; readonly isGone: boolean };

export interface ReadPost {
  readonly post: Post;
  readonly rendered: RenderedPost;
  /** Of the source that was really read: perhaps newer than the one that was asked for. */
  readonly version: string;
}

export interface PostRequest {
  readonly address: PostAddress;
  readonly version: InputVersion;
  readonly site: CurrentSite;
  readonly measure: Measure;
}

export interface PostReader {
  /** What {@link read} needs to be asked for. */
  source(address: PostAddress): PointerSource<SourceState>;
  /** Null if the source vanished in between. @throws InvalidSourceError, StoreError */
  read(request: PostRequest, defer: Defer): Promise<ReadPost | null>;
  /** Only from memory or data centre: null if it is not there. */
  find(request: Omit<PostRequest, "measure">): Promise<ReadPost | null>;
  /** The Markdown source as it was uploaded; null if it vanished. @throws StoreError */
  readSource(
    address: PostAddress,
  ): Promise<{ readonly text: string; readonly version: string } | null>;
}

interface PostReaderRooms {
  readonly build: InputVersion;
  readonly store: ContentStore;
  readonly catalog: Catalog;
  readonly contents: ContentCache;
}

export function createPostReader({ build, store, catalog, contents }: PostReaderRooms): PostReader {
  async function make({ address, site, measure }: PostRequest): Promise<Made> {
    const key = postKey(address);
    const object = await store.get(key);
    if (object === null) throw new VanishedError(key);
    const source = new TextDecoder("utf-8", { fatal: false }).decode(object.body);
    const made = renderPost(source, {
      file: key,
      address,
      site: site.site,
      uploadedAt: object.uploadedAt,
      measure,
    });
    const version = { version: object.version, changedAt: object.uploadedAt };
    return {
      key: renderedKey(key, { build, site: site.version, source: version }),
      entry: encode({ ...made, version: object.version }),
    };
  }

  return {
    source: (address) => ({
      name: objectPointer(postKey(address)),
      async read() {
        const head = await store.head(postKey(address));
        if (head !== null)
          return {
            kind: "present",
            version: { version: head.version, changedAt: head.uploadedAt },
          };
        const rows = await catalog.rows(address.slug);
        const isOriginal = address.locale === null;
        const row = rows.find(
          (candidate) =>
            candidate.isOriginal === isOriginal &&
            (isOriginal || candidate.locale === address.locale),
        );
        return { kind: "absent", isGone: row?.visibility === "gone" };
      },
    }),
    async read(request, defer) {
      const { address, site, version } = request;
      const key = renderedKey(postKey(address), { build, site: site.version, source: version });
      try {
        const { entry } = await contents.findOrMake(key, () => make(request), defer);
        return decode(entry);
      } catch (error) {
        if (error instanceof VanishedError) return null;
        throw error;
      }
    },
    async find({ address, site, version }) {
      const found = await contents.find(
        renderedKey(postKey(address), { build, site: site.version, source: version }),
      );
      return found === null ? null : decode(found.entry);
    },
    async readSource(address) {
      const object = await store.get(postKey(address));
      return object === null
        ? null
        : { text: new TextDecoder().decode(object.body), version: object.version };
    },
  };
}

/** The object was deleted between the pointer's read and this one. */
class VanishedError extends Error {
  override readonly name = "VanishedError";

  constructor(key: string) {
    super(`Cannot read "${key}": it was deleted a moment ago`);
  }
}

/** Stored as JSON; markup is the only value that JSON can't carry. */
function encode(read: ReadPost): Made["entry"] {
  const json = JSON.stringify(read, (_key, value: unknown) =>
    value instanceof SafeHtml ? value.markup : value,
  );
  return { body: new TextEncoder().encode(json), headers: { "Content-Type": "application/json" } };
}

function decode(entry: Made["entry"]): ReadPost {
  const stored = JSON.parse(new TextDecoder().decode(entry.body)) as Omit<ReadPost, "rendered"> & {
    rendered: Omit<RenderedPost, "html"> & { html: string };
  };
  return { ...stored, rendered: { ...stored.rendered, html: unescapedHtml(stored.rendered.html) } };
}
