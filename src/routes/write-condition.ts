// When a write may happen: If-Match and If-None-Match (RFC 9110 §13.1) against lost updates.

import type { PutCondition } from "../store/content-store.ts";
import { BadRequestError } from "./http-errors.ts";

/**
 * `If-None-Match: *` creates only, `If-Match: "version"` overwrites that version only; null where neither is sent.
 *
 * @throws BadRequestError for what would be taken for no condition, or for another one
 */
export function writeCondition(headers: Headers): PutCondition | null {
  const absent = headers.get("If-None-Match");
  const match = headers.get("If-Match");
  if (absent !== null && match !== null)
    throw new BadRequestError("Cannot use If-Match and If-None-Match at once: send one of them");
  if (absent !== null && absent.trim() !== "*")
    throw new BadRequestError('Cannot use this If-None-Match: only "*" is known here');
  if (absent !== null) return { kind: "absent" };
  if (match === null) return null;
  const version = /^(?:W\/)?"([^"]+)"$/.exec(match.trim())?.[1];
  if (version === undefined)
    throw new BadRequestError("Cannot use this If-Match: send one quoted version, as ETag gave it");
  return { kind: "version", version };
}
