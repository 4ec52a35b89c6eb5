// What the routes work with: made once per isolate, in worker.ts.

import type { ContentCache } from "../cache/content-cache.ts";
import type { Pointers, PointerSource } from "../cache/pointers.ts";
import type { InputVersion } from "../cache/revision.ts";
import type { Catalog, CatalogState } from "../catalog/catalog.ts";
import type { Publisher } from "../publish/publisher.ts";
import type { SendMessage } from "../publish/store-message.ts";
import type { SiteReader } from "../read/current-site.ts";
import type { FileReader } from "../read/file-reader.ts";
import type { PostReader } from "../read/post-reader.ts";
import type { ContentStore } from "../store/content-store.ts";

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds since an arbitrary moment, with fractions. In production it stands still between I/O. */
  elapsed(): number;
}

export interface Rooms {
  readonly build: InputVersion;
  readonly clock: Clock;
  readonly store: ContentStore;
  readonly catalog: Catalog;
  readonly pointers: Pointers;
  readonly catalogState: PointerSource<CatalogState>;
  readonly contents: ContentCache;
  readonly sites: SiteReader;
  readonly posts: PostReader;
  readonly files: FileReader;
  readonly publisher: Publisher;
  readonly send: SendMessage;
  /** SHA-256 in hex of the tokens that may publish; none closes the API. */
  readonly publishTokenHashes: readonly string[];
}
