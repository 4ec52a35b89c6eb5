// Remembers beside the local store which objects `npm run dev` put into it, so that a file deleted meanwhile is unpublished.

import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

const FILE_NAME = "kiyi-dev-keys.json";

/** None if the store is new, or its list is no list. */
export async function readStoredKeys(stateFolder: string): Promise<readonly string[]> {
  try {
    const keys: unknown = JSON.parse(await readFile(join(stateFolder, FILE_NAME), "utf8"));
    return Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : [];
  } catch {
    return [];
  }
}

/** Whole or not at all. */
export async function writeStoredKeys(stateFolder: string, keys: readonly string[]): Promise<void> {
  await mkdir(stateFolder, { recursive: true });
  const file = join(stateFolder, FILE_NAME);
  await writeFile(`${file}.new`, JSON.stringify(keys, null, 1));
  await rename(`${file}.new`, file);
}
