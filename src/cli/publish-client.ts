// The publish API over HTTP: objects in, receipts out, faults as errors that name file, line and column.

import { isRecord } from "../post/record.ts";
import { parsePostKey } from "../post/slug.ts";
import { PublishError, readNotes } from "./publish-error.ts";
import type { Note } from "../post/note.ts";

export interface PublishClientOptions {
  /** `http://127.0.0.1:8787`, without a slash at its end. */
  readonly origin: string;
  readonly token: string;
}

export interface PublishedObject {
  readonly key: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
}

export interface Receipt {
  /** Names the bytes in the store; null after an unpublish. */
  readonly version: string | null;
  /** Warnings: the object is published. */
  readonly notes: readonly Note[];
}

export interface PublishClient {
  /** @throws PublishError */
  publish(object: PublishedObject): Promise<Receipt>;
  /** Null if there was no such object. @throws PublishError */
  unpublish(key: string): Promise<Receipt | null>;
}

/** An answer takes as long as the store's deadlines; a fetch without a limit could wait for ever. */
const TIMEOUT_MS = 30_000;

/** What the API is asked with. */
interface ApiRequest {
  readonly method: string;
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly headers?: Readonly<Record<string, string>>;
}

export function createPublishClient({ origin, token }: PublishClientOptions): PublishClient {
  async function send(key: string, init: ApiRequest): Promise<Response> {
    try {
      return await fetch(`${origin}${apiPath(key)}`, {
        ...init,
        headers: { ...init.headers, Authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (cause) {
      throw new PublishError(
        `Cannot reach ${origin}: ${reasonOf(cause)}`,
        { status: null, notes: [] },
        cause,
      );
    }
  }

  return {
    async publish({ key, bytes, contentType }) {
      const init = { method: "PUT", body: bytes, headers: { "Content-Type": contentType } };
      return readReceipt(key, await send(key, init));
    },
    async unpublish(key) {
      const response = await send(key, { method: "DELETE" });
      if (response.status !== 404) return readReceipt(key, response);
      await response.body?.cancel();
      return null;
    },
  };
}

/**
 * Where the API has an object.
 *
 * @example apiPath("posts/çay.en.md") // → /api/posts/%C3%A7ay?locale=en
 * @example apiPath("images/a b.png") // → /api/files/images/a%20b.png
 */
export function apiPath(key: string): string {
  const post = parsePostKey(key);
  if (post === null) return `/api/files/${key.split("/").map(encodeURIComponent).join("/")}`;
  const query = post.locale === null ? "" : `?locale=${encodeURIComponent(post.locale)}`;
  return `/api/posts/${encodeURIComponent(post.slug)}${query}`;
}

async function readReceipt(key: string, response: Response): Promise<Receipt> {
  const body = parseJson(await response.text());
  if (response.ok) return { version: textOf(body["version"]), notes: readNotes(body["notes"]) };
  const message =
    textOf(body["detail"]) ??
    textOf(body["title"]) ??
    `Cannot publish "${key}": the site answered ${response.status}`;
  throw new PublishError(message, { status: response.status, notes: readNotes(body["notes"]) });
}

/** An answer that is no JSON object (a proxy's page of errors) says nothing. */
function parseJson(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** `fetch` says only that it failed; its cause says why. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (!(cause instanceof Error)) return error.message;
  return cause.message === "" && "code" in cause ? String(cause.code) : cause.message;
}
