// The one table from error to answer: pages for readers, problem details (RFC 9457) for programs.

import type { Context } from "hono";
import { DeadlineError } from "../cache/deadline.ts";
import { CatalogError } from "../catalog/catalog.ts";
import { chooseLocale } from "../negotiate/choose-locale.ts";
import { errorPage } from "../page/error-page.ts";
import type { ErrorStatus } from "../page/messages/messages.ts";
import { InvalidSourceError, type Note } from "../post/note.ts";
import { DEFAULT_SITE, type Site } from "../post/site.ts";
import { ConflictError, IncompleteError } from "../publish/publisher.ts";
import { StoreError } from "../store/content-store.ts";
import {
  BadRequestError,
  GoneError,
  MethodNotAllowedError,
  NotFoundError,
  TooLargeError,
  UnauthorizedError,
} from "./http-errors.ts";
import { pathSegments } from "./path-segment.ts";
import { respond } from "./respond.ts";
import type { Rooms } from "./rooms.ts";

/** In seconds: outages of stores last minutes, deadlines are 1.5 s. */
const RETRY_AFTER = "30";

interface Verdict {
  readonly status: number;
  /** What a reader's page says of it. */
  readonly page: ErrorStatus;
  readonly title: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** For the publisher of a source, or for a reader who asks while it is broken and no good version is known. */
const INVALID: Verdict = { status: 422, page: 503, title: "The source cannot be published" };
const UNAVAILABLE: Verdict = {
  status: 503,
  page: 503,
  title: "The store does not answer",
  headers: { "Retry-After": RETRY_AFTER },
};

function verdictOf(error: unknown): Verdict {
  if (error instanceof NotFoundError) return { status: 404, page: 404, title: "Not found" };
  if (error instanceof GoneError) return { status: 410, page: 410, title: "Unpublished" };
  if (error instanceof MethodNotAllowedError)
    return {
      status: 405,
      page: 405,
      title: "Method not allowed",
      headers: { Allow: error.allowed.join(", ") },
    };
  if (error instanceof BadRequestError) return { status: 400, page: 400, title: "Bad request" };
  if (error instanceof TooLargeError) return { status: 413, page: 400, title: "Too large" };
  if (error instanceof UnauthorizedError)
    return {
      status: 401,
      page: 400,
      title: "Not authorized",
      headers: { "WWW-Authenticate": "Bearer" },
    };
  if (error instanceof InvalidSourceError) return INVALID;
  if (error instanceof ConflictError)
    return {
      status: 412,
      page: 400,
      title: "Changed by somebody else",
      ...(error.current !== null && { headers: { ETag: `"${error.current}"` } }),
    };
  if (
    error instanceof IncompleteError ||
    error instanceof StoreError ||
    error instanceof CatalogError ||
    error instanceof DeadlineError
  )
    return UNAVAILABLE;
  return { status: 500, page: 500, title: "Internal error" };
}

/** For programs. The text of an unknown error stays in the log. */
export function problem(error: unknown): Response {
  const { status, title, headers } = verdictOf(error);
  const detail = status === 500 || !(error instanceof Error) ? title : error.message;
  const notes: readonly Note[] = error instanceof InvalidSourceError ? error.notes : [];
  const body = { type: "about:blank", title, status, detail, ...(notes.length > 0 && { notes }) };
  return respond({
    status,
    body: JSON.stringify(body),
    headers: {
      ...headers,
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
    },
  });
}

/** For readers, in their language. */
export async function errorResponse(
  c: Context,
  error: unknown,
  { sites }: Rooms,
): Promise<Response> {
  const { page, headers } = verdictOf(error);
  const site = await sites
    .current((work) => c.executionCtx.waitUntil(work))
    .then(
      (current) => current.site,
      () => DEFAULT_SITE,
    );
  const explicitLocale = localeOfPath(c, site);
  const locale =
    explicitLocale ??
    chooseLocale(c.req.header("Accept-Language") ?? null, [site.locale, ...site.locales]);
  return respond({
    status: page,
    body: errorPage(page, { site, locale, explicitLocale }).markup,
    headers: {
      ...headers,
      ...(page === 503 && { "Retry-After": RETRY_AFTER }),
      "Content-Type": "text/html; charset=utf-8",
      "Content-Language": locale,
      "Cache-Control": "no-store",
      Vary: "Accept-Language",
    },
  });
}

function localeOfPath(c: Context, site: Site): Site["locale"] | null {
  const [first] = pathSegments(new URL(c.req.url).pathname) ?? [];
  return site.locales.find((locale) => locale === first) ?? null;
}
