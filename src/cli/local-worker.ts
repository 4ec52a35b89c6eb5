// The Worker on this machine: wrangler dev with the bindings of wrangler.toml, quiet, on loopback only.

import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { type ProcessGroup, startProcessGroup } from "./process-group.ts";
import { projectFolder } from "./project-folder.ts";

export interface LocalWorkerOptions {
  readonly port: number;
  /** Absolute: where wrangler keeps buckets and databases. */
  readonly stateFolder: string;
  readonly vars: Readonly<Record<string, string>>;
}

export interface LocalWorker {
  /** `http://127.0.0.1:8787` */
  readonly origin: string;
  /** Settles when it takes requests. */
  readonly ready: Promise<void>;
  /** Settles with the exit code when it ends, wanted or not. */
  readonly ended: Promise<number | null>;
  stop(): Promise<void>;
}

const HOST = "127.0.0.1";

export function startLocalWorker({ port, stateFolder, vars }: LocalWorkerOptions): LocalWorker {
  const settings = {
    ip: HOST,
    port,
    "inspector-port": 0,
    "persist-to": stateFolder,
    "log-level": "error",
    "show-interactive-dev-session": false,
  };
  const group = startWrangler([
    "dev",
    ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`),
    ...Object.entries(vars).map(([name, value]) => `--var=${name}:${value}`),
  ]);
  group.leader.stdout?.on("data", passOn);
  group.leader.stderr?.on("data", passOn);
  const ready = new Promise<void>((resolve) => {
    group.leader.on("message", (message) => {
      if (String(message).includes("DEV_SERVER_READY")) resolve();
    });
  });
  return { origin: `http://${HOST}:${port}`, ready, ended: group.ended, stop: group.stop };
}

/** wrangler says only what is wrong, and says it in colours even where nobody wants them. */
function passOn(chunk: Buffer): void {
  const hasColours = process.stderr.isTTY && process.stderr.hasColors();
  process.stderr.write(hasColours ? chunk : stripVTControlCharacters(chunk.toString()));
}

/** Brings the local catalog's tables up to date. @throws Error with what wrangler said */
export async function applyMigrations(stateFolder: string): Promise<void> {
  const args = ["d1", "migrations", "apply", "CATALOG", "--local", "--persist-to", stateFolder];
  const { leader, ended } = startWrangler(args);
  let output = "";
  const keep = (chunk: Buffer): void => void (output += chunk.toString());
  leader.stdout?.on("data", keep);
  leader.stderr?.on("data", keep);
  if ((await ended) !== 0) throw new Error(`Cannot prepare the local catalog:\n${output}`);
}

/** Without telemetry, and without the fetch of a sample request's properties: it works offline. */
function startWrangler(args: readonly string[]): ProcessGroup {
  const wrangler = join(projectFolder(), "node_modules", "wrangler", "bin", "wrangler.js");
  return startProcessGroup(process.execPath, [wrangler, ...args], {
    cwd: projectFolder(),
    stdio: ["ignore", "pipe", "pipe", "ipc"], // over the last one wrangler says when it is ready
    env: {
      ...process.env,
      WRANGLER_SEND_METRICS: "false",
      CLOUDFLARE_CF_FETCH_ENABLED: "false",
    },
  });
}
