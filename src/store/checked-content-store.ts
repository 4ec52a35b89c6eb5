// What all backends have in common: impossible keys are missing, limits hold, every failure is a StoreError.

import { type ContentStore, type PutOptions, StoreError } from "./content-store.ts";
import {
  isObjectKey,
  MAX_CONTENT_TYPE_LENGTH,
  MAX_LIST_LIMIT,
  MAX_OBJECT_BYTES,
} from "./object-limits.ts";

/** Wraps a backend, which then may throw what it likes and sees only keys of at most `maxKeyBytes`. */
export function checkedContentStore(backend: ContentStore, maxKeyBytes: number): ContentStore {
  const isKey = (key: string): boolean => isObjectKey(key, maxKeyBytes);
  return {
    swapsAtomically: backend.swapsAtomically,
    async get(key) {
      return isKey(key) ? attempt("get", key, () => backend.get(key)) : null;
    },
    async getUnless(key, version) {
      return isKey(key) ? attempt("get", key, () => backend.getUnless(key, version)) : null;
    },
    async head(key) {
      return isKey(key) ? attempt("look up", key, () => backend.head(key)) : null;
    },
    async put(key, body, options) {
      if (!isKey(key)) throw new RangeError(`Cannot put "${key}": no object can have this key`);
      assertStorable(key, body, options);
      return attempt("put", key, () => backend.put(key, body, options));
    },
    async delete(key) {
      if (isKey(key)) await attempt("delete", key, () => backend.delete(key));
    },
    async list(prefix, page) {
      assertLimit(page.limit);
      if (prefix !== "" && !isKey(prefix)) return { objects: [], cursor: null };
      return attempt("list", prefix, () => backend.list(prefix, page));
    },
  };
}

async function attempt<T>(action: string, key: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    throw new StoreError(action, key, error);
  }
}

function assertStorable(key: string, body: Uint8Array, { contentType }: PutOptions): void {
  if (body.byteLength > MAX_OBJECT_BYTES) {
    const sizes = `${body.byteLength} bytes are more than ${MAX_OBJECT_BYTES}`;
    throw new RangeError(`Cannot put "${key}": ${sizes}`);
  }
  if (contentType.length > MAX_CONTENT_TYPE_LENGTH) {
    throw new RangeError(
      `Cannot put "${key}": the content type has more than ${MAX_CONTENT_TYPE_LENGTH} characters`,
    );
  }
}

function assertLimit(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_LIST_LIMIT) return;
  throw new RangeError(`Cannot list ${limit} objects: the limit is 1 to ${MAX_LIST_LIMIT}`);
}
