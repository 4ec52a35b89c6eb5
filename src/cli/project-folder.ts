// Where the project lies that this command belongs to: the folder of wrangler.toml.

import { fileURLToPath } from "node:url";

/** An absolute path without a separator at its end. */
export function projectFolder(): string {
  return fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
}
