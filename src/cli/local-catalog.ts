// Brings the tables of the local catalog up to date before the Worker asks for them.

import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { projectFolder } from "./project-folder.ts";
import { startWrangler } from "./wrangler.ts";

const FILE_NAME = "kiyi-dev-migrations.txt";

/**
 * Applies the migrations that the database in this folder hasn't seen. wrangler takes two seconds to find that
 * there are none, so what was applied is written beside the database.
 *
 * @throws Error with what wrangler said
 */
export async function prepareLocalCatalog(stateFolder: string): Promise<void> {
  const migrations = (await readdir(join(projectFolder(), "migrations"))).sort().join("\n");
  const applied = await readFile(join(stateFolder, FILE_NAME), "utf8").catch(() => null);
  if (applied === migrations && (await hasDatabase(stateFolder))) return;
  await applyMigrations(stateFolder);
  await writeFile(join(stateFolder, FILE_NAME), migrations);
}

/** Where wrangler keeps it: somebody may have deleted it to start anew. */
function hasDatabase(stateFolder: string): Promise<boolean> {
  return stat(join(stateFolder, "v3", "d1")).then(
    () => true,
    () => false,
  );
}

async function applyMigrations(stateFolder: string): Promise<void> {
  const args = ["d1", "migrations", "apply", "CATALOG", "--local", "--persist-to", stateFolder];
  const { leader, ended } = startWrangler(args);
  const output: string[] = [];
  for (const stream of [leader.stdout, leader.stderr])
    stream?.on("data", (chunk: Buffer) => output.push(chunk.toString()));
  if ((await ended) === 0) return;
  throw new Error(
    `Cannot prepare the local catalog:\n${stripVTControlCharacters(output.join(""))}`,
  );
}
