// CPU time of workerd, from Linux's scheduler in nanoseconds.

import { readFileSync } from "node:fs";

/**
 * Milliseconds of CPU that the thread which runs JavaScript has used. V8's helpers (optimizing compiler, garbage
 * collector) run beside it; Cloudflare counts what a request runs.
 */
export function cpuMilliseconds(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/task/${pid}/schedstat`, "utf8").split(" ")[0]) / 1e6;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
