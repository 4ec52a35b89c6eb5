import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, it } from "vitest";
import { createFolderWatcher, type FolderWatcher } from "../../src/cli/folder-watcher.ts";
import { oneAtATime } from "../../src/cli/one-at-a-time.ts";
import type { WatchedFolder } from "../../src/cli/site-folder.ts";
import { useTemporaryFolders } from "./temporary-folder.ts";

const temporaryFolder = useTemporaryFolders();
const watchers: FolderWatcher[] = [];
afterEach(() => {
  for (const watcher of watchers.splice(0)) watcher.close();
});

/** Longer than the watcher's quiet time, on a busy machine too. */
const SETTLED_MS = 250;

async function folderAt(path: string): Promise<WatchedFolder> {
  return { path, fingerprint: String((await stat(path)).ino) };
}

describe("createFolderWatcher()", () => {
  it("tells once of a burst, and again of every later way of saving", async () => {
    const root = await temporaryFolder({ "a.md": "1" });
    let told = 0;
    const watcher = createFolderWatcher(() => void (told += 1));
    watchers.push(watcher);
    expect(watcher.watch([await folderAt(root)])).toBe(true);
    expect(watcher.watch([await folderAt(root)])).toBe(false);
    const a = join(root, "a.md");
    const replace = async (): Promise<void> => {
      await writeFile(join(root, ".new"), "2");
      await rename(join(root, ".new"), a);
    };
    const saves = [replace, () => writeFile(a, "3"), replace, () => rm(a)];
    for (const [index, save] of saves.entries()) {
      await save();
      await sleep(SETTLED_MS);
      expect(told).toBe(index + 1);
    }
  });

  it("watches a folder that replaced another one of its name", async () => {
    const root = await temporaryFolder({ "posts/a.md": "1" });
    const posts = join(root, "posts");
    let told = 0;
    const watcher = createFolderWatcher(() => void (told += 1));
    watchers.push(watcher);
    watcher.watch([await folderAt(posts)]);
    await rename(posts, join(root, "old"));
    await mkdir(posts);
    expect(watcher.watch([await folderAt(posts)])).toBe(true);
    await sleep(SETTLED_MS);
    const before = told;
    await writeFile(join(posts, "b.md"), "1");
    await sleep(SETTLED_MS);
    expect(told).toBe(before + 1);
  });
});

describe("oneAtATime()", () => {
  it("runs once more for any number of calls while it runs", async () => {
    let runs = 0;
    let atOnce = 0;
    const run = oneAtATime(async () => {
      runs += 1;
      atOnce += 1;
      expect(atOnce).toBe(1);
      await sleep(10);
      atOnce -= 1;
    });
    await Promise.all([run(), run(), run()]);
    expect(runs).toBe(2);
    await run();
    expect(runs).toBe(3);
  });

  it("runs again after work that failed", async () => {
    let fails = true;
    const run = oneAtATime(async () => {
      if (fails) throw new Error("no");
    });
    await expect(run()).rejects.toThrow("no");
    fails = false;
    await expect(run()).resolves.toBeUndefined();
  });
});
