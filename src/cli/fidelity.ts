// `npm run fidelity -- <folder>`: how far the dialect is from Jekyll, by the comparators of a folder of posts
// with Jekyll's pages. Arguments after the folder go to the comparison of posts.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

const RENDER = `"${process.execPath}" "${path.join(import.meta.dirname, "render-lines.ts")}"`;

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined || !existsSync(path.join(folder, "compare-all.mjs"))) {
  process.stderr.write("Usage: npm run fidelity -- <folder with compare-all.mjs> [its options]\n");
  process.exit(2);
}
const posts = await run(folder, "compare-all.mjs", ["--split", "all", ...options]);
const cases = await run(folder, "kramdown-tests.mjs", ["--list"]);
process.exitCode = posts === 0 && cases === 0 ? 0 : 1;

/** Runs one comparator with our renderer; gives its exit code. */
async function run(folder: string, script: string, options: readonly string[]): Promise<number> {
  const file = path.join(folder, script);
  if (!existsSync(file)) return 0;
  const child = spawn(process.execPath, [file, "--render", RENDER, ...options], {
    stdio: "inherit",
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => resolve(code ?? 1));
  });
}
