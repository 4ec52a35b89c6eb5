// `/api`: publish, read back, unpublish, purge. Answers are JSON; faults are problem details with line and field.

import { type Context, Hono } from "hono";
import type { Defer } from "../cache/pointers.ts";
import { postPath } from "../page/addresses.ts";
import { parseLocale } from "../post/locale.ts";
import { objectKind } from "../post/object-kind.ts";
import { parseSlug, postKey } from "../post/slug.ts";
import { MAX_SOURCE_BYTES } from "../publish/decode-source.ts";
import type { Published, PublishRequest } from "../publish/publisher.ts";
import type { PutCondition } from "../store/content-store.ts";
import { authorize } from "./authorize.ts";
import { problem } from "./errors.ts";
import { BadRequestError, MethodNotAllowedError, NotFoundError } from "./http-errors.ts";
import { pathSegments } from "./path-segment.ts";
import { readBody } from "./read-body.ts";
import { respond } from "./respond.ts";
import type { Rooms } from "./rooms.ts";

/** An isolate has 128 MB, and a file is held whole while it is checked. */
const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** As many pointers as one purge drops. */
const MAX_PURGED_KEYS = 100;

const NO_STORE = { "Cache-Control": "no-store" };

export function createPublishApi(rooms: Rooms): Hono {
  const api = new Hono();
  const { publisher, store } = rooms;

  async function publish(
    c: Context,
    key: string,
    body: Pick<PublishRequest, "body" | "contentType">,
  ): Promise<Response> {
    const condition = conditionOf(c);
    const published = await publisher.publish(
      { key, ...body, ...(condition !== null && { condition }) },
      deferOf(c),
    );
    return publishedResponse(published);
  }

  async function unpublish(c: Context, key: string): Promise<Response> {
    const condition = conditionOf(c);
    const published = await publisher.unpublish({ key, ...(condition !== null && { condition }) });
    if (published === null)
      throw new NotFoundError(`Cannot unpublish "${key}": there is no such object`);
    return publishedResponse(published);
  }

  async function read(key: string): Promise<Response> {
    const object = await store.get(key);
    if (object === null) throw new NotFoundError(`Cannot find "${key}"`);
    const headers = {
      "Content-Type": object.contentType ?? "application/octet-stream",
      ETag: `"${object.version}"`,
      ...NO_STORE,
    };
    return respond({
      status: 200,
      body: object.body,
      headers: { ...headers, "Content-Disposition": "attachment" },
    });
  }

  api.onError((error) => {
    const answer = problem(error);
    if (answer.status >= 500) console.error(error);
    return answer;
  });
  api.notFound(() => problem(new NotFoundError("Cannot find this part of the API")));
  api.use(authorize(rooms.publishTokenHashes));
  api.put("/posts/:slug", async (c) => {
    // One byte more, so that the source's own limit names the file.
    const body = await readBody(c.req.raw, MAX_SOURCE_BYTES + 1);
    return publish(c, postKeyOf(c), { body, contentType: "text/markdown; charset=utf-8" });
  });
  api.get("/posts/:slug", (c) => read(postKeyOf(c)));
  api.delete("/posts/:slug", (c) => unpublish(c, postKeyOf(c)));
  api.put("/files/*", async (c) => {
    const body = await readBody(c.req.raw, MAX_FILE_BYTES);
    return publish(c, fileKeyOf(c), {
      body,
      contentType: c.req.header("Content-Type") ?? "application/octet-stream",
    });
  });
  api.get("/files/*", (c) => read(fileKeyOf(c)));
  api.delete("/files/*", (c) => unpublish(c, fileKeyOf(c)));
  api.post("/purge", async (c) => {
    const outcome = await rooms.publisher.purge(await purgedKeys(c.req.raw));
    return json(outcome.state === "done" ? 200 : 202, { purge: outcome });
  });
  api.all("/posts/:slug", () => problem(new MethodNotAllowedError(["GET", "PUT", "DELETE"])));
  api.all("/files/*", () => problem(new MethodNotAllowedError(["GET", "PUT", "DELETE"])));
  api.all("/purge", () => problem(new MethodNotAllowedError(["POST"])));
  return api;
}

function deferOf(c: Context): Defer {
  return (work) => c.executionCtx.waitUntil(work);
}

/** @throws BadRequestError */
function postKeyOf(c: Context): string {
  const slug = parseSlug(pathSegments(new URL(c.req.url).pathname)?.[2] ?? "");
  const tag = c.req.query("locale");
  const locale = tag === undefined ? null : parseLocale(tag);
  if (slug === null) {
    throw new BadRequestError(
      "Cannot use this slug: write lower-case letters, digits and single hyphens, 120 at most",
    );
  }
  if (tag !== undefined && locale === null) {
    throw new BadRequestError(
      `Cannot use locale ${JSON.stringify(tag.slice(0, 40))}: it is no language tag (BCP 47)`,
    );
  }
  return postKey({ slug, locale });
}

/** Posts have their own addresses. @throws BadRequestError */
function fileKeyOf(c: Context): string {
  const key = pathSegments(new URL(c.req.url).pathname)?.slice(2).join("/") ?? "";
  const { kind } = objectKind(key);
  if (kind === "unknown" || kind === "post") {
    throw new BadRequestError(
      "Cannot use this path: files lie below images/ or assets/, settings in _config.yml, excerpts in _data/excerpts/<locale>.yml",
    );
  }
  return key;
}

/** `If-None-Match: *` creates only, `If-Match: "version"` overwrites that version only (RFC 9110 §13.1). @throws BadRequestError */
function conditionOf(c: Context): PutCondition | null {
  const absent = c.req.header("If-None-Match");
  const match = c.req.header("If-Match");
  if (absent !== undefined && absent.trim() !== "*")
    throw new BadRequestError('Cannot use this If-None-Match: only "*" is known here');
  if (absent !== undefined) return { kind: "absent" };
  if (match === undefined) return null;
  const version = /^\s*(?:W\/)?"([^"]*)"\s*$/.exec(match)?.[1];
  if (version === undefined)
    throw new BadRequestError("Cannot use this If-Match: send one quoted version, as ETag gave it");
  return { kind: "version", version };
}

/** `{"keys": ["posts/hello.md"]}`. @throws BadRequestError */
async function purgedKeys(request: Request): Promise<readonly string[]> {
  const text = new TextDecoder().decode(await readBody(request, 64 * 1024));
  const keys: unknown = parseJson(text)?.["keys"];
  const isList =
    Array.isArray(keys) &&
    keys.length > 0 &&
    keys.length <= MAX_PURGED_KEYS &&
    keys.every((key) => typeof key === "string");
  if (!isList)
    throw new BadRequestError(
      `Cannot purge: send {"keys": ["posts/hello.md", …]} with 1 to ${MAX_PURGED_KEYS} keys`,
    );
  return keys;
}

function parseJson(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null
      ? Object.fromEntries(Object.entries(value))
      : null;
  } catch {
    return null;
  }
}

function publishedResponse({ key, version, post, notes, purge }: Published): Response {
  const url = post === null ? null : postPath(post.slug, post.isOriginal ? null : post.locale);
  const headers = version === null ? {} : { ETag: `"${version}"` };
  return json(200, { key, version, url, post, notes, purge }, headers);
}

function json(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return respond({
    status,
    body: JSON.stringify(value),
    headers: { ...headers, ...NO_STORE, "Content-Type": "application/json" },
  });
}
