// The port behind which posts and files lie: R2, KV or memory. The store is the truth; all else is derived from it.

/** What a store knows of an object without its body. */
export interface ObjectHead {
  readonly key: string;
  /** Names these bytes: R2's etag, elsewhere the SHA-256 in hex. Two objects with one version are equal. */
  readonly version: string;
  readonly sizeBytes: number;
  /** Media type as given to {@link ContentStore.put}; null where the writer gave none. */
  readonly contentType: string | null;
  /** When it was written, in milliseconds since 1970; null where another tool wrote it and the backend does not say (KV). */
  readonly uploadedAt: number | null;
}

export interface StoredObject extends ObjectHead {
  readonly body: Uint8Array<ArrayBuffer>;
}

/** The answer to a conditional get whose version still holds. */
export const NOT_MODIFIED: unique symbol = Symbol("not modified");

/** When a put may happen: `absent` creates only, `version` overwrites only that version (compare-and-swap). */
export type PutCondition =
  | { readonly kind: "absent" }
  | { readonly kind: "version"; readonly version: string };

export interface PutOptions {
  readonly contentType: string;
  readonly condition?: PutCondition;
}

/** What a list tells of an object. All but the key is null where another tool wrote it into KV: ask {@link ContentStore.head}. */
export interface ListedObject {
  readonly key: string;
  readonly version: string | null;
  readonly sizeBytes: number | null;
  readonly uploadedAt: number | null;
}

export interface ObjectList {
  /** May be shorter than the limit, even empty, while a cursor follows. */
  readonly objects: readonly ListedObject[];
  /** Hand it to the next call with the same prefix; null after the last page. */
  readonly cursor: string | null;
}

/** A key that no object can have (empty, overlong, no well-formed Unicode) is a missing key to every method but {@link ContentStore.put}. */
export interface ContentStore {
  /** Whether {@link put} compares and swaps atomically; otherwise the comparison is only as good as the last read. */
  readonly swapsAtomically: boolean;
  /** Null for a missing key. @throws StoreError also for an object too large to be held in memory (25 MiB) */
  get(key: string): Promise<StoredObject | null>;
  /** {@link NOT_MODIFIED} if the object still has this version. @throws StoreError */
  getUnless(key: string, version: string): Promise<StoredObject | null | typeof NOT_MODIFIED>;
  /** Null for a missing key. @throws StoreError */
  head(key: string): Promise<ObjectHead | null>;
  /** Null if the condition does not hold; nothing is written then. @throws StoreError, RangeError for what no store could hold */
  put(key: string, body: Uint8Array<ArrayBuffer>, options: PutOptions): Promise<ObjectHead | null>;
  /** Deleting a missing key is no error. @throws StoreError */
  delete(key: string): Promise<void>;
  /** Keys with this prefix in the order of their bytes, at most `limit` (1 to 1,000). @throws StoreError, RangeError for another limit */
  list(
    prefix: string,
    page: { readonly limit: number; readonly cursor?: string },
  ): Promise<ObjectList>;
}

/** A store that failed or did not answer; the backend's own error is the `cause`. */
export class StoreError extends Error {
  override readonly name = "StoreError";

  constructor(action: string, key: string, cause: unknown) {
    super(`Cannot ${action} "${key}": the store failed`, { cause });
  }
}
