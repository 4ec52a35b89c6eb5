// What `npm run dev` can be told.

import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { projectFolder } from "./project-folder.ts";

export interface DevOptions {
  /** Absolute. */
  readonly siteFolder: string;
  /** Where wrangler keeps buckets and databases, absolute. */
  readonly stateFolder: string;
  /** Null: the first free one from the default on. 0: any free one. */
  readonly port: number | null;
}

export const DEV_USAGE: string = `Usage: npm run dev -- [site folder] [--port <number>] [--persist-to <folder>]

Starts the site on this machine, publishes the site folder ("posts" if none is named)
and publishes again whatever is saved in it.

  --port <number>        the port to listen on (8787, or the next free one; 0: any)
  --persist-to <folder>  where the local store and catalog lie (.wrangler/state)
`;

const MAX_PORT = 65_535;

/** Null if help is asked for. @throws Error for arguments that nobody knows */
export function parseDevOptions(args: readonly string[]): DevOptions | null {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      port: { type: "string" },
      "persist-to": { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help === true) return null;
  if (positionals.length > 1)
    throw new Error(`Cannot publish ${positionals.length} site folders: name one`);
  const { port } = values;
  return {
    siteFolder: resolve(positionals[0] ?? join(projectFolder(), "posts")),
    stateFolder: resolve(values["persist-to"] ?? join(projectFolder(), ".wrangler", "state")),
    port: port === undefined ? null : parsePort(port),
  };
}

function parsePort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : MAX_PORT + 1;
  if (port > MAX_PORT)
    throw new Error(`Cannot use port "${text}": it is no number up to ${MAX_PORT}`);
  return port;
}
