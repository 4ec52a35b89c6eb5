// Processes by /proc (proc(5)): on Linux only, elsewhere there seem to be none.

import { readdir, readFile } from "node:fs/promises";

interface ProcessStat {
  readonly parent: number;
  /** It has ended and waits to be counted. */
  readonly isZombie: boolean;
}

/** The processes that this one started, and those that they started. */
export async function descendantsOf(pid: number): Promise<readonly number[]> {
  const pids = (await readdir("/proc").catch(() => [])).map(Number).filter(Number.isInteger);
  const stats = await Promise.all(pids.map(statOf));
  const parents = new Map(pids.map((id, index) => [id, stats[index]?.parent ?? 0]));
  const isBelow = (id: number): boolean => {
    const parent = parents.get(id) ?? 0;
    return parent === pid || (parent > 1 && isBelow(parent));
  };
  return pids.filter(isBelow);
}

export async function aliveOf(pids: readonly number[]): Promise<readonly number[]> {
  const stats = await Promise.all(pids.map(statOf));
  return pids.filter((_pid, index) => stats[index]?.isZombie === false);
}

async function statOf(pid: number): Promise<ProcessStat | null> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => null);
  if (text === null) return null;
  // The name of the program stands in brackets and may hold anything.
  const [state, parent] = text.slice(text.lastIndexOf(")") + 2).split(" ");
  return { parent: Number(parent), isZombie: state === "Z" };
}
