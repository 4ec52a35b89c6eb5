// `/api`: publish, read back, unpublish, purge. Answers are JSON; faults are problem details with line and field.

import { type Context, Hono } from "hono";
import { postPath } from "../page/addresses.ts";
import { fileType } from "../post/file-type.ts";
import { objectKind } from "../post/object-kind.ts";
import type { Published } from "../publish/publisher.ts";
import { reconcileStart } from "../publish/reconcile-cursor.ts";
import { MAX_SOURCE_BYTES } from "../read/decode-source.ts";
import { readInTime } from "../cache/read-in-time.ts";
import { fileKeyOf, postKeyOf } from "./api-keys.ts";
import { authorize } from "./authorize.ts";
import { deferOf } from "./defer.ts";
import { problem } from "./errors.ts";
import { BadRequestError, MethodNotAllowedError, NotFoundError } from "./http-errors.ts";
import { MAX_PURGE_BYTES, parsePurgedKeys } from "./purged-keys.ts";
import { readBody } from "./read-body.ts";
import { respond } from "./respond.ts";
import type { Rooms } from "./rooms.ts";
import { writeCondition } from "./write-condition.ts";

/** An isolate has 128 MB, and a file is held whole while it is checked. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;

/** Rows of the catalog are made with the settings; by then every isolate knows the new ones. */
const SETTINGS_KNOWN_SECONDS = 60;

const NO_STORE = { "Cache-Control": "no-store" };

export function createPublishApi({ publisher, store, send, publishTokenHashes }: Rooms): Hono {
  const api = new Hono();

  async function publish(c: Context, key: string, maxBytes: number): Promise<Response> {
    const condition = writeCondition(c.req.raw.headers);
    const body = await readBody(c.req.raw, maxBytes);
    const contentType = contentTypeOf(key, body);
    const request = { key, body, contentType, ...(condition !== null && { condition }) };
    const published = await publisher.publish(request, deferOf(c));
    if (objectKind(key).kind === "site") {
      const message = { kind: "reconcile", cursor: reconcileStart("all") } as const;
      deferOf(c)(send(message, SETTINGS_KNOWN_SECONDS));
    }
    return publishedResponse(c, published);
  }

  async function unpublish(c: Context, key: string): Promise<Response> {
    const condition = writeCondition(c.req.raw.headers);
    if (condition?.kind === "absent")
      throw new BadRequestError(
        "Cannot use If-None-Match here: an unpublish needs something to unpublish",
      );
    const published = await publisher.unpublish({ key, ...(condition !== null && { condition }) });
    if (published === null)
      throw new NotFoundError(`Cannot unpublish "${key}": there is no such object`);
    return publishedResponse(c, published);
  }

  async function read(c: Context, key: string): Promise<Response> {
    const object = await readInTime(`read "${key}"`, () => store.get(key));
    if (object === null) throw new NotFoundError(`Cannot find "${key}"`);
    return respond(c.req.raw, {
      status: 200,
      body: object.body,
      headers: {
        ...NO_STORE,
        ETag: `"${object.version}"`,
        "Content-Type": contentTypeOf(key, object.body),
        "Content-Disposition": "attachment",
      },
    });
  }

  async function purge(c: Context): Promise<Response> {
    const keys = parsePurgedKeys(await readBody(c.req.raw, MAX_PURGE_BYTES));
    const outcome = await publisher.purge(keys);
    return json(c, { status: outcome.state === "done" ? 200 : 202, value: { purge: outcome } });
  }

  api.onError((error, c) => {
    const answer = problem(c.req.raw, error);
    if (answer.status >= 500) console.error(error);
    return answer;
  });
  api.use(authorize(publishTokenHashes));
  // One byte more, so that the source's own limit names the file.
  api.put("/posts/:slug", (c) => publish(c, postKeyOf(c), MAX_SOURCE_BYTES + 1));
  api.get("/posts/:slug", (c) => read(c, postKeyOf(c)));
  api.delete("/posts/:slug", (c) => unpublish(c, postKeyOf(c)));
  api.put("/files/*", (c) => publish(c, fileKeyOf(c), MAX_FILE_BYTES));
  api.get("/files/*", (c) => read(c, fileKeyOf(c)));
  api.delete("/files/*", (c) => unpublish(c, fileKeyOf(c)));
  api.post("/purge", (c) => purge(c));
  api.all("/posts/:slug", () => refuseMethod(["GET", "HEAD", "PUT", "DELETE"]));
  api.all("/files/*", () => refuseMethod(["GET", "HEAD", "PUT", "DELETE"]));
  api.all("/purge", () => refuseMethod(["POST"]));
  api.all("*", () => {
    throw new NotFoundError("Cannot find this part of the API");
  });
  return api;
}

/** @throws MethodNotAllowedError */
function refuseMethod(allowed: readonly string[]): never {
  throw new MethodNotAllowedError(allowed);
}

/** By key and bytes: what a client says of them is not kept. */
function contentTypeOf(key: string, body: Uint8Array): string {
  const { kind } = objectKind(key);
  if (kind === "post") return "text/markdown; charset=utf-8";
  return kind === "file" ? fileType(body).mediaType : "application/yaml; charset=utf-8";
}

function publishedResponse(c: Context, { key, version, post, notes, purge }: Published): Response {
  const url = post === null ? null : postPath(post.slug, post.isOriginal ? null : post.locale);
  const value = { key, version, url, post, notes, purge };
  const headers = version === null ? {} : { ETag: `"${version}"` };
  return json(c, { status: 200, value, headers });
}

interface JsonAnswer {
  readonly status: number;
  readonly value: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

function json(c: Context, { status, value, headers }: JsonAnswer): Response {
  return respond(c.req.raw, {
    status,
    body: JSON.stringify(value),
    headers: { ...headers, ...NO_STORE, "Content-Type": "application/json" },
  });
}
