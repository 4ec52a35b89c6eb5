// Files of the store, as they lie there: by key and version, so that a changed file is another entry.

import type { CachedContent, ContentCache, Made } from "../cache/content-cache.ts";
import type { Defer, PointerSource } from "../cache/pointers.ts";
import type { InputVersion } from "../cache/revision.ts";
import { fileType } from "../post/file-type.ts";
import type { ContentStore } from "../store/content-store.ts";
import { objectPointer, readVersion } from "./object-pointer.ts";
import { readInTime } from "../cache/read-in-time.ts";
import { unlessVanished, VanishedError } from "./vanished-error.ts";

export interface FileReader {
  /** Null for a missing file. */
  source(key: string): PointerSource<InputVersion | null>;
  /** The version that was asked for, or a newer one; null if it vanished. @throws StoreError, DeadlineError */
  read(key: string, version: string, defer: Defer): Promise<ReadFile | null>;
}

export interface ReadFile extends CachedContent {
  /** Of the bytes that were really read. */
  readonly version: string;
}

/** A script in an SVG that is opened by itself would run with the site's rights. */
const SVG_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'";

export function createFileReader(store: ContentStore, contents: ContentCache): FileReader {
  async function make(key: string): Promise<Made> {
    const object = await readInTime(`read "${key}"`, () => store.get(key));
    if (object === null) throw new VanishedError(key);
    return {
      key: fileKey(key, object.version),
      entry: { body: object.body, headers: fileHeaders(object.body) },
    };
  }

  return {
    source: (key) => ({ name: objectPointer(key), read: () => readVersion(store, key) }),
    async read(key, version, defer) {
      const found = await unlessVanished(
        contents.findOrMake(fileKey(key, version), () => make(key), defer),
      );
      return found === null
        ? null
        : { ...found, version: found.key.slice(fileKey(key, "").length) };
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
