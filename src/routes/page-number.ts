// The number of a list's page in an address.

import { NotFoundError } from "./http-errors.ts";

/** Reading page n walks over the posts before it; nobody reads that far. */
const MAX_PAGE = 10_000;

/** 1 where the address names none. Canonical digits only: `/page/1` and `/page/02` are no pages. @throws NotFoundError */
export function parsePageNumber(text: string | undefined): number {
  if (text === undefined) return 1;
  const page = /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 0;
  if (page < 2 || page > MAX_PAGE) throw new NotFoundError("Cannot find this page of the list");
  return page;
}
