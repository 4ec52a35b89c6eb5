// The headers that a kept entry gives to its answer.

import type { EdgeEntry } from "../cache/edge-cache.ts";

/** Caches add headers of their own (Age, CF-Cache-Status, Content-Length), which would tell clients lies. */
const NAMES: readonly string[] = [
  "content-type",
  "content-language",
  "content-security-policy",
  "content-disposition",
];

export function keptHeaders({ headers }: EdgeEntry): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => NAMES.includes(name.toLowerCase())),
  );
}
