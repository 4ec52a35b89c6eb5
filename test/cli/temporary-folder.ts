import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach } from "vitest";

/** Makes folders that hold these files (path → text), and removes them after each test. */
export function useTemporaryFolders(): (
  files: Readonly<Record<string, string>>,
) => Promise<string> {
  const folders: string[] = [];
  afterEach(async () => {
    await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
    folders.length = 0;
  });
  return async function temporaryFolder(files) {
    const folder = await realpath(await mkdtemp(join(tmpdir(), "kiyi-")));
    folders.push(folder);
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return folder;
  };
}
