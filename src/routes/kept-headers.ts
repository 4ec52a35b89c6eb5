// The headers that a kept entry gives to its answer.

import type { EdgeEntry } from "../cache/edge-cache.ts";

/** Caches add others of their own (Age, CF-Cache-Status, Content-Length), which would tell clients lies. */
const NAMES = [
  "Content-Type",
  "Content-Language",
  "Content-Security-Policy",
  "Content-Disposition",
] as const;

/** Spelled as everywhere else, so that they replace other headers in a record: caches give names in lower case. */
export function keptHeaders({ headers }: EdgeEntry): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const name of NAMES) {
    const value = headers[name] ?? headers[name.toLowerCase()];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}
