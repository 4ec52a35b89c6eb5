// CPU time of a process, from Linux's scheduler: nanoseconds, all threads.

import { readdirSync, readFileSync } from "node:fs";

/** Milliseconds of CPU that the threads of a process have used. */
export function cpuMilliseconds(pid: number): number {
  const folder = `/proc/${pid}/task`;
  const nanoseconds = readdirSync(folder).map((task) =>
    Number(readFileSync(`${folder}/${task}/schedstat`, "utf8").split(" ")[0]),
  );
  return nanoseconds.reduce((sum, value) => sum + value, 0) / 1e6;
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
