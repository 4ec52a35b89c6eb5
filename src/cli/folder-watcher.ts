// Tells that something changed in any of some folders. What it was, a look at the folders says.

import { type FSWatcher, watch } from "node:fs";
import type { WatchedFolder } from "./site-folder.ts";

export interface FolderWatcher {
  /** From now on these, and no others; true if there is one among them that wasn't watched before. */
  watch(folders: readonly WatchedFolder[]): boolean;
  close(): void;
}

/** Editors save in several steps (write, rename, set times), all within this time. */
const QUIET_MS = 50;

/**
 * One watcher for each folder rather than a recursive one: that one would walk into `node_modules` and `.git`,
 * and on Linux it loses a file that is replaced by renaming.
 */
export function createFolderWatcher(onChange: () => void): FolderWatcher {
  const watchers = new Map<string, FSWatcher>();
  let timer: NodeJS.Timeout | undefined;

  function changed(): void {
    clearTimeout(timer);
    timer = setTimeout(onChange, QUIET_MS);
  }

  function drop(id: string): void {
    watchers.get(id)?.close();
    watchers.delete(id);
  }

  return {
    watch(folders) {
      const wanted = new Map(folders.map((folder) => [idOf(folder), folder]));
      for (const id of watchers.keys()) if (!wanted.has(id)) drop(id);
      const added = [...wanted].filter(([id]) => !watchers.has(id));
      for (const [id, { path }] of added) {
        const watcher = watch(path, changed);
        watcher.on("error", () => {
          drop(id); // the folder is gone, as Windows tells it
          changed();
        });
        watchers.set(id, watcher);
      }
      return added.length > 0;
    },
    close() {
      clearTimeout(timer);
      for (const id of watchers.keys()) drop(id);
    },
  };
}

function idOf({ path, fingerprint }: WatchedFolder): string {
  return `${fingerprint} ${path}`;
}
