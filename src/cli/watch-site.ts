// Keeps the store like a site folder: publishes what is there, then whatever changes.

import { createFolderWatcher } from "./folder-watcher.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import type { SiteSync, SyncOutcome } from "./site-sync.ts";

export interface SiteListener {
  /** After the time that it took, in milliseconds. */
  synced(outcome: SyncOutcome, milliseconds: number): void;
  /** The folder as a whole could not be published; it is looked at again. */
  failed(error: unknown): void;
}

/** What failed for a reason that may pass (wrangler loads new code, a twin is renamed) is tried again. */
const RETRY_MS = 1_000;

export interface SiteWatchOptions {
  readonly sync: SiteSync;
  readonly listener: SiteListener;
  /** Ends the watch; from then on the listener hears nothing. */
  readonly signal: AbortSignal;
}

/** What the first synchronisation did; the listener hears of the others. @throws SiteFolderError if the first one fails */
export async function watchSite(options: SiteWatchOptions): Promise<SyncOutcome> {
  const { sync, listener, signal } = options;
  const watcher = createFolderWatcher(() => void look());
  let retry: NodeJS.Timeout | undefined;

  async function syncOnce(): Promise<SyncOutcome> {
    const outcome = await sync.run();
    if (signal.aborted) return outcome;
    if (outcome.isIncomplete) lookLater();
    // A folder may have got files between the look into it and the watch on it.
    if (watcher.watch(outcome.folder.folders)) void look();
    return outcome;
  }

  const look = oneAtATime(async () => {
    clearTimeout(retry);
    const startedAt = performance.now();
    try {
      const outcome = await syncOnce();
      if (!signal.aborted) listener.synced(outcome, performance.now() - startedAt);
    } catch (error) {
      if (signal.aborted) return;
      listener.failed(error);
      lookLater();
    }
  });

  function lookLater(): void {
    clearTimeout(retry);
    retry = setTimeout(() => void look(), RETRY_MS);
  }

  signal.addEventListener("abort", () => {
    clearTimeout(retry);
    watcher.close();
  });
  return syncOnce();
}
