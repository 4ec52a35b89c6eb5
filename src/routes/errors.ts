// The one table from error to answer: pages for readers, problem details (RFC 9457) for programs.

import type { Context } from "hono";
import { DeadlineError } from "../cache/deadline.ts";
import { CatalogError } from "../catalog/catalog.ts";
import { createChrome } from "../page/chrome.ts";
import { errorPage } from "../page/error-page.ts";
import type { ErrorStatus } from "../page/messages/messages.ts";
import { InvalidSourceError } from "../post/note.ts";
import { DEFAULT_SITE } from "../post/site.ts";
import { ConflictError, IncompleteError } from "../publish/publisher.ts";
import { StoreError } from "../store/content-store.ts";
import { currentSite } from "./current-site.ts";
import {
  BadRequestError,
  GoneError,
  MethodNotAllowedError,
  NotFoundError,
  TooLargeError,
  UnauthorizedError,
  UnavailableError,
} from "./http-errors.ts";
import { pathSegments } from "./path-segments.ts";
import { pageContext } from "./reader.ts";
import { respond } from "./respond.ts";
import type { Rooms } from "./rooms.ts";
import { wantsJson } from "./wants-json.ts";

/** In seconds: outages of stores last minutes, deadlines are 1.5 s. */
const RETRY_AFTER = "30";

interface Verdict {
  /** For programs that publish. */
  readonly status: number;
  /** For readers, who have a page for it. */
  readonly page: ErrorStatus;
  readonly title: string;
}

type ErrorClass = abstract new (...args: never[]) => Error;

const VERDICTS: readonly (readonly [ErrorClass, Verdict])[] = [
  [NotFoundError, { status: 404, page: 404, title: "Not found" }],
  [GoneError, { status: 410, page: 410, title: "Unpublished" }],
  [MethodNotAllowedError, { status: 405, page: 405, title: "Method not allowed" }],
  [BadRequestError, { status: 400, page: 400, title: "Bad request" }],
  [UnauthorizedError, { status: 401, page: 400, title: "Not authorized" }],
  [TooLargeError, { status: 413, page: 400, title: "Too large" }],
  [ConflictError, { status: 412, page: 400, title: "Changed by somebody else" }],
  // A reader meets a broken source only where no good version is known: it will be mended.
  [InvalidSourceError, { status: 422, page: 503, title: "The source cannot be published" }],
  ...[UnavailableError, IncompleteError, StoreError, CatalogError, DeadlineError].map(
    (unavailable) =>
      [unavailable, { status: 503, page: 503, title: "The store does not answer" }] as const,
  ),
];

const UNKNOWN: Verdict = { status: 500, page: 500, title: "Internal error" };

function verdictOf(error: unknown): Verdict {
  return VERDICTS.find(([type]) => error instanceof type)?.[1] ?? UNKNOWN;
}

function headersOf(error: unknown, status: number): Readonly<Record<string, string>> {
  return {
    "Cache-Control": "no-store",
    ...(status === 503 && { "Retry-After": RETRY_AFTER }),
    ...(status === 401 && { "WWW-Authenticate": "Bearer" }),
    ...(error instanceof MethodNotAllowedError && { Allow: error.allowed.join(", ") }),
    ...(error instanceof ConflictError && error.current !== null && { ETag: `"${error.current}"` }),
  };
}

/** For who publishes: with the notes on a source. The text of an unknown error stays in the log. */
export function problem(request: Request, error: unknown): Response {
  const { status, title } = verdictOf(error);
  const detail = status === 500 || !(error instanceof Error) ? title : error.message;
  const notes = error instanceof InvalidSourceError ? error.notes : [];
  return problemResponse(request, {
    status,
    headers: headersOf(error, status),
    members: { title, detail, ...(notes.length > 0 && { notes }) },
  });
}

/** For readers, in their language and format. It says of the error no more than its status does. */
export async function errorResponse(c: Context, error: unknown, rooms: Rooms): Promise<Response> {
  const { page: status, title } = verdictOf(error);
  if (status >= 500) console.error(error);
  const headers = { ...headersOf(error, status), Vary: "Accept-Language, Accept" };
  const request = c.req.raw;
  if (wantsJson(request)) return problemResponse(request, { status, headers, members: { title } });
  const site = await currentSite(c, rooms).then(
    (current) => current.site,
    () => DEFAULT_SITE,
  );
  const context = pageContext(request.headers, pathSegments(request.url) ?? [], site);
  return respond(request, {
    status,
    body: errorPage(status, context).markup,
    headers: {
      ...headers,
      "Content-Type": "text/html; charset=utf-8",
      "Content-Language": createChrome(context).locale,
    },
  });
}

interface Problem {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly members: Readonly<Record<string, unknown>>;
}

function problemResponse(request: Request, { status, headers, members }: Problem): Response {
  const body = JSON.stringify({ type: "about:blank", status, ...members });
  const contentType = { "Content-Type": "application/problem+json" };
  return respond(request, { status, body, headers: { ...headers, ...contentType } });
}
