// `npm run dev`: exit code 0 when it is stopped, 1 when it fails, 2 for arguments that nobody knows.

import { DEV_USAGE, type DevOptions, parseDevOptions } from "./dev-options.ts";
import { runDev } from "./run-dev.ts";

/** How often we look, in milliseconds. */
const PARENT_MS = 500;

const stop = new AbortController();
// Ctrl+C comes twice: from the terminal and through npm.
for (const name of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(name, () => stop.abort());
// A program that ends npm ends only the shell between npm and us: we see that our parent is another one.
const parent = process.ppid;
function stopWithoutParent(): void {
  if (process.ppid !== parent) stop.abort();
}
if (process.env["npm_lifecycle_event"] !== undefined) setInterval(stopWithoutParent, PARENT_MS);

process.exit(await main());

async function main(): Promise<number> {
  let options: DevOptions | null;
  try {
    options = parseDevOptions(process.argv.slice(2));
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n\n${DEV_USAGE}`);
    return 2;
  }
  if (options === null) {
    process.stdout.write(DEV_USAGE);
    return 0;
  }
  try {
    await runDev(options, stop.signal);
    return 0;
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n`);
    return 1;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
