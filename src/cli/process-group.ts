// A program that starts programs of its own (wrangler: node, esbuild, workerd), ended as a whole.

import { type ChildProcess, spawn, spawnSync, type SpawnOptions } from "node:child_process";

export interface ProcessGroup {
  readonly leader: ChildProcess;
  /** Its exit code when it ends by itself or is stopped; null if a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Asks all of them to end, and ends them if they don't. */
  stop(): Promise<void>;
}

/** wrangler needs about 0.1 s to close its databases (measured). */
const GRACE_MS = 3_000;
const IS_WINDOWS: boolean = process.platform === "win32";

export function startProcessGroup(
  command: string,
  args: readonly string[],
  options: SpawnOptions,
): ProcessGroup {
  // On Windows `detached` would open a window; there the tree is found by its root's id instead.
  const leader = spawn(command, args, { ...options, detached: !IS_WINDOWS });
  const killAll = (): void => signalAll(leader, "SIGKILL");
  process.once("exit", killAll); // whatever ends us, nothing is left behind
  const ended = new Promise<number | null>((resolve) => {
    leader.once("exit", (code) => {
      killAll(); // a leader may end before the others
      process.off("exit", killAll);
      resolve(code);
    });
    leader.once("error", () => resolve(null));
  });

  return {
    leader,
    ended,
    async stop() {
      signalAll(leader, "SIGTERM");
      const timer = setTimeout(killAll, GRACE_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}

function signalAll({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  if (pid === undefined) return;
  if (IS_WINDOWS) {
    spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"], { stdio: "ignore" });
    return;
  }
  try {
    process.kill(-pid, signal);
  } catch {
    // The group has ended: there is nobody to tell.
  }
}
