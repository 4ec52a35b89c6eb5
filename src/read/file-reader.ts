// Files of the store, as they lie there: by key and version, so that a changed file is another entry.

import type { CachedContent, ContentCache } from "../cache/content-cache.ts";
import type { Defer, PointerSource } from "../cache/pointers.ts";
import type { InputVersion } from "../cache/revision.ts";
import { fileType } from "../post/file-type.ts";
import type { ContentStore } from "../store/content-store.ts";
import { objectPointer } from "./object-pointer.ts";

export interface FileReader {
  /** Null for a missing file. */
  source(key: string): PointerSource<InputVersion | null>;
  /** Null if it vanished. @throws StoreError */
  read(key: string, version: string, defer: Defer): Promise<CachedContent | null>;
}

/** A script in an SVG that is opened by itself would run with the site's rights. */
const SVG_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

class VanishedError extends Error {
  override readonly name = "VanishedError";
}

export function createFileReader(store: ContentStore, contents: ContentCache): FileReader {
  return {
    source: (key) => ({
      name: objectPointer(key),
      async read() {
        const head = await store.head(key);
        return head === null ? null : { version: head.version, changedAt: head.uploadedAt };
      },
    }),
    async read(key, version, defer) {
      const make = async (): Promise<{ key: string; entry: CachedContent["entry"] }> => {
        const object = await store.get(key);
        if (object === null) throw new VanishedError(key);
        return {
          key: fileKey(key, object.version),
          entry: { body: object.body, headers: fileHeaders(object.body) },
        };
      };
      try {
        return await contents.findOrMake(fileKey(key, version), make, defer);
      } catch (error) {
        if (error instanceof VanishedError) return null;
        throw error;
      }
    },
  };
}

function fileKey(key: string, version: string): string {
  return `file/${key}|${version}`;
}

function fileHeaders(body: Uint8Array): Readonly<Record<string, string>> {
  const { mediaType, isInline } = fileType(body);
  return {
    "Content-Type": mediaType,
    ...(mediaType === "image/svg+xml" && { "Content-Security-Policy": SVG_POLICY }),
    ...(!isInline && { "Content-Disposition": "attachment" }),
  };
}
