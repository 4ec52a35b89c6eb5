// What a store can hold: the limits that the backends share, checked before a backend is asked.

/** Largest object, in bytes: KV's limit, and what fits beside its copies into an isolate's 128 MB. */
export const MAX_OBJECT_BYTES: number = 25 * 1024 * 1024;

/** Longest content type, in characters: KV's metadata holds 1,024 bytes, some 150 of them are taken. */
export const MAX_CONTENT_TYPE_LENGTH = 255;

/** Most objects in one page of a list, in R2 as in KV. */
export const MAX_LIST_LIMIT = 1000;

/**
 * Whether an object can have this key. Beyond the length the rules are the same for every backend, so that
 * a site can move: KV refuses `.` and `..`, R2 alters lone surrogates, lists lose keys with control characters.
 */
export function isObjectKey(key: string, maxBytes: number): boolean {
  if (key === "" || key === "." || key === ".." || key.length > maxBytes) return false;
  if (!key.isWellFormed() || /\p{Cc}/u.test(key)) return false;
  return new TextEncoder().encode(key).byteLength <= maxBytes;
}
