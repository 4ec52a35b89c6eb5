// The store in an R2 bucket: strongly consistent, its etag is the version, its conditions are atomic.

import { checkedContentStore } from "./checked-content-store.ts";
import {
  type ContentStore,
  type ListedObject,
  NOT_MODIFIED,
  type ObjectHead,
  type PutCondition,
  type StoredObject,
} from "./content-store.ts";
import { MAX_OBJECT_BYTES } from "./object-limits.ts";

/** R2's limit on keys. */
const MAX_KEY_BYTES = 1024;

/** An etag of R2: MD5 in hex, of a multipart upload with the number of parts. */
const ETAG = /^[0-9a-f]{32}(?:-\d{1,5})?$/;

export function createR2ContentStore(bucket: R2Bucket): ContentStore {
  const backend: ContentStore = {
    swapsAtomically: true,
    async get(key) {
      const object = await bucket.get(key);
      return object === null ? null : readObject(object);
    },
    async getUnless(key, version) {
      if (!ETAG.test(version)) return backend.get(key);
      const object = await bucket.get(key, { onlyIf: { etagDoesNotMatch: version } });
      if (object === null) return null;
      return "body" in object ? readObject(object) : NOT_MODIFIED;
    },
    async head(key) {
      const object = await bucket.head(key);
      return object === null ? null : objectHead(object);
    },
    async put(key, body, { contentType, condition }) {
      // To R2 the etag `*` is any object: a made-up version must not overwrite one.
      if (condition?.kind === "version" && !ETAG.test(condition.version)) return null;
      const onlyIf = condition === undefined ? {} : conditional(condition);
      const object = await bucket.put(key, body, { httpMetadata: { contentType }, onlyIf });
      return object === null ? null : objectHead(object);
    },
    delete: (key) => bucket.delete(key),
    async list(prefix, page) {
      const list = await bucket.list({ prefix, ...page });
      return {
        objects: list.objects.map(listedObject),
        cursor: list.truncated ? list.cursor : null,
      };
    },
  };
  return checkedContentStore(backend, MAX_KEY_BYTES);
}

function conditional(condition: PutCondition): R2Conditional {
  return condition.kind === "absent"
    ? { etagDoesNotMatch: "*" }
    : { etagMatches: condition.version };
}

async function readObject(object: R2ObjectBody): Promise<StoredObject> {
  if (object.size > MAX_OBJECT_BYTES) {
    await object.body.cancel();
    throw new RangeError(`Its ${object.size} bytes are more than ${MAX_OBJECT_BYTES}`);
  }
  return { ...objectHead(object), body: new Uint8Array(await object.arrayBuffer()) };
}

function objectHead(object: R2Object): ObjectHead {
  return {
    key: object.key,
    version: object.etag,
    sizeBytes: object.size,
    contentType: object.httpMetadata?.contentType ?? null,
    uploadedAt: object.uploaded.getTime(),
  };
}

function listedObject(object: R2Object): ListedObject {
  return {
    key: object.key,
    version: object.etag,
    sizeBytes: object.size,
    uploadedAt: object.uploaded.getTime(),
  };
}
