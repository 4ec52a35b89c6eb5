// The body of a purge: `{"keys": ["posts/hello.md"]}`.

import { objectKind } from "../post/object-kind.ts";
import { isRecord } from "../post/record.ts";
import { BadRequestError } from "./http-errors.ts";

/** As many pointers as one purge drops. */
const MAX_KEYS = 100;
/** {@link MAX_KEYS} of the longest keys, escaped. */
export const MAX_PURGE_BYTES: number = 64 * 1024;

/** @throws BadRequestError */
export function parsePurgedKeys(body: Uint8Array): readonly string[] {
  const value = parseJson(new TextDecoder().decode(body));
  const keys: unknown = isRecord(value) ? value["keys"] : null;
  const isList = Array.isArray(keys) && keys.length > 0 && keys.length <= MAX_KEYS;
  if (isList && keys.every(isObjectKey)) return keys;
  throw new BadRequestError(
    `Cannot purge: send {"keys": ["posts/hello.md", …]} with 1 to ${MAX_KEYS} keys of objects`,
  );
}

function isObjectKey(key: unknown): key is string {
  return typeof key === "string" && objectKind(key).kind !== "unknown";
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
