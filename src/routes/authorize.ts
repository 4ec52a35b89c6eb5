// Who may publish: the bearer of a token whose SHA-256 the site's secret holds (RFC 6750 §2.1).

import type { Context, MiddlewareHandler } from "hono";
import { UnauthorizedError } from "./http-errors.ts";

/** A hash in hex. Two are enough to change a token without a gap. */
const HASH = /^[0-9a-f]{64}$/;
const MAX_HASHES = 2;
/** Longer than any token of ours; bounds the work of hashing. */
const MAX_TOKEN_LENGTH = 512;
/** In characters: 256 bits take 43 in base64url. */
const MIN_TOKEN_LENGTH = 32;

/** The secret's text → hashes; anything that is none closes the API. */
export function parseTokenHashes(secret: string | undefined): readonly string[] {
  const hashes = (secret ?? "").trim().toLowerCase().split(/\s+/);
  return hashes.length <= MAX_HASHES && hashes.every((hash) => HASH.test(hash)) ? hashes : [];
}

/** @throws UnauthorizedError, the same for every failure */
export function authorize(hashes: readonly string[]): MiddlewareHandler {
  return async function authorized(c: Context, next): Promise<void> {
    const token = /^Bearer ([\w.~+/=-]+)$/i.exec(c.req.header("Authorization") ?? "")?.[1] ?? "";
    if (token.length > MAX_TOKEN_LENGTH || token.length < MIN_TOKEN_LENGTH)
      throw new UnauthorizedError();
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(token));
    const matches = hashes.map((hash) => isEqual(new Uint8Array(digest), fromHex(hash)));
    if (!matches.includes(true)) throw new UnauthorizedError();
    await next();
  };
}

/** In constant time: no early exit tells how much of a hash is equal. */
function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length;
  a.forEach((byte, index) => {
    difference |= byte ^ (b[index] ?? 0);
  });
  return difference === 0;
}

function fromHex(hex: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(hex.match(/../g)?.map((byte) => Number.parseInt(byte, 16)) ?? []);
}
