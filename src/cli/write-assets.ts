// Makes a folder hold exactly these assets; what is up to date isn't touched.

import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, sep } from "node:path";
import type { StaticAsset } from "./static-assets.ts";

export async function writeAssets(folder: string, assets: readonly StaticAsset[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const wanted = new Set(assets.map(({ path }) => path));
  const present = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const entry of present) {
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(folder.length).split(sep).filter(Boolean).join("/");
    if (entry.isFile() && !wanted.has(path)) await rm(file, { force: true });
  }
  await Promise.all(assets.map((asset) => writeAsset(join(folder, asset.path), asset.bytes)));
}

async function writeAsset(file: string, bytes: Uint8Array): Promise<void> {
  const present = await readFile(file).catch(() => null);
  if (present?.equals(bytes) === true) return;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
}
