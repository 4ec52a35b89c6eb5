// The store in a map, for tests and for the model of several data centres: consistent, atomic, empty at first.

import { checkedContentStore } from "./checked-content-store.ts";
import { compareCodePoints } from "../post/code-point-order.ts";
import {
  type ContentStore,
  type ListedObject,
  NOT_MODIFIED,
  type ObjectHead,
  type StoredObject,
} from "./content-store.ts";
import { conditionHolds } from "./put-condition.ts";
import { sha256 } from "./sha256.ts";

/** The strictest of the backends, KV: what passes a test can be stored anywhere. */
const MAX_KEY_BYTES = 512;

/** `now` gives milliseconds since 1970. */
export function createMemoryContentStore(now: () => number = Date.now): ContentStore {
  const objects = new Map<string, StoredObject>();
  const backend: ContentStore = {
    swapsAtomically: true,
    async get(key) {
      const object = objects.get(key);
      return object === undefined ? null : { ...object, body: object.body.slice() };
    },
    async getUnless(key, version) {
      return objects.get(key)?.version === version ? NOT_MODIFIED : backend.get(key);
    },
    async head(key) {
      const object = objects.get(key);
      return object === undefined ? null : objectHead(object);
    },
    async put(key, body, { contentType, condition }) {
      const copy = body.slice();
      const version = await sha256(copy);
      // From here to the end nothing waits: this is what makes the swap atomic.
      if (!conditionHolds(condition, objects.get(key) ?? null)) return null;
      const sizeBytes = copy.byteLength;
      const object = { key, version, sizeBytes, contentType, uploadedAt: now(), body: copy };
      objects.set(key, object);
      return objectHead(object);
    },
    async delete(key) {
      objects.delete(key);
    },
    async list(prefix, { limit, cursor }) {
      const keys = [...objects.keys()]
        .filter((key) => key.startsWith(prefix))
        .filter((key) => cursor === undefined || compareCodePoints(key, cursor) > 0)
        .sort(compareCodePoints);
      const listed = keys.slice(0, limit).flatMap((key) => objects.get(key) ?? []);
      const last = keys.length > limit ? listed.at(-1) : undefined;
      return { objects: listed.map(listedObject), cursor: last?.key ?? null };
    },
  };
  return checkedContentStore(backend, MAX_KEY_BYTES);
}

function objectHead({
  key,
  version,
  sizeBytes,
  contentType,
  uploadedAt,
}: StoredObject): ObjectHead {
  return { key, version, sizeBytes, contentType, uploadedAt };
}

function listedObject({ key, version, sizeBytes, uploadedAt }: StoredObject): ListedObject {
  return { key, version, sizeBytes, uploadedAt };
}
