// The store in a KV namespace. KV is eventually consistent: a reader elsewhere may get the old object, or
// none, for "60 seconds or more" (Cloudflare's documents), and so may the comparison before a put.

import { checkedContentStore } from "./checked-content-store.ts";
import {
  type ContentStore,
  type ListedObject,
  NOT_MODIFIED,
  type ObjectHead,
} from "./content-store.ts";
import { conditionHolds } from "./put-condition.ts";
import { sha256 } from "./sha256.ts";

/** KV's limit on keys. */
const MAX_KEY_BYTES = 512;

/** How long a data centre keeps what it read, in seconds: the least that KV accepts. */
const CACHE_TTL_SECONDS = 30;

/** Lies in the key's metadata; an object without it was written by another tool and is hashed when it is read. */
type Metadata = Omit<ObjectHead, "key">;

export function createKvContentStore(namespace: KVNamespace): ContentStore {
  const backend: ContentStore = {
    swapsAtomically: false,
    async get(key) {
      const { value, metadata } = await namespace.getWithMetadata(key, {
        type: "arrayBuffer",
        cacheTtl: CACHE_TTL_SECONDS,
      });
      if (value === null) return null;
      const body = new Uint8Array(value);
      return { key, ...(parseMetadata(metadata) ?? (await describe(body))), body };
    },
    async getUnless(key, version) {
      // KV has no conditional get; a look at the metadata spares the transfer of a body that is known.
      const head = await backend.head(key);
      if (head?.version === version) return NOT_MODIFIED;
      return head === null ? null : backend.get(key);
    },
    async head(key) {
      const { value, metadata } = await namespace.getWithMetadata(key, {
        type: "stream",
        cacheTtl: CACHE_TTL_SECONDS,
      });
      if (value === null) return null;
      const known = parseMetadata(metadata);
      if (known === null) return { key, ...(await describe(await readStream(value))) };
      await value.cancel();
      return { key, ...known };
    },
    async put(key, body, { contentType, condition }) {
      if (condition !== undefined && !conditionHolds(condition, await backend.head(key)))
        return null;
      const metadata = { ...(await describe(body)), contentType, uploadedAt: Date.now() };
      await namespace.put(key, body, { metadata });
      return { key, ...metadata };
    },
    delete: (key) => namespace.delete(key),
    async list(prefix, page) {
      const list = await namespace.list({ prefix, ...page });
      return {
        objects: list.keys.map(listedObject),
        cursor: list.list_complete ? null : list.cursor,
      };
    },
  };
  return checkedContentStore(backend, MAX_KEY_BYTES);
}

async function describe(body: Uint8Array<ArrayBuffer>): Promise<Metadata> {
  const version = await sha256(body);
  return { version, sizeBytes: body.byteLength, contentType: null, uploadedAt: null };
}

async function readStream(stream: ReadableStream): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function listedObject({ name, metadata }: KVNamespaceListKey<unknown>): ListedObject {
  const known = parseMetadata(metadata);
  return {
    key: name,
    version: known?.version ?? null,
    sizeBytes: known?.sizeBytes ?? null,
    uploadedAt: known?.uploadedAt ?? null,
  };
}

/** Null unless the metadata is ours: other tools write metadata of their own. */
function parseMetadata(metadata: unknown): Metadata | null {
  if (typeof metadata !== "object" || metadata === null) return null;
  const { version, sizeBytes, contentType, uploadedAt } = { ...EMPTY, ...metadata };
  if (typeof version !== "string" || !/^[0-9a-f]{64}$/.test(version)) return null;
  if (typeof sizeBytes !== "number" || typeof uploadedAt !== "number") return null;
  if (typeof contentType !== "string") return null;
  return { version, sizeBytes, contentType, uploadedAt };
}

const EMPTY: Readonly<Record<keyof Metadata, unknown>> = {
  version: null,
  sizeBytes: null,
  contentType: null,
  uploadedAt: null,
};
