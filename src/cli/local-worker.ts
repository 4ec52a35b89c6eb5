// The Worker on this machine: wrangler dev with the bindings of wrangler.toml, quiet, on loopback only.

import { stripVTControlCharacters } from "node:util";
import { startWrangler } from "./wrangler.ts";

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
  const { leader, ended, stop } = startWrangler([
    "dev",
    ...Object.entries(settings).map(([name, value]) => `--${name}=${value}`),
    ...Object.entries(vars).map(([name, value]) => `--var=${name}:${value}`),
  ]);
  leader.stdout?.on("data", passOn);
  leader.stderr?.on("data", passOn);
  const ready = new Promise<void>((resolve) => {
    leader.on("message", (message) => {
      if (JSON.stringify(message).includes("DEV_SERVER_READY")) resolve();
    });
  });
  return { origin: `http://${HOST}:${port}`, ready, ended, stop };
}

/** wrangler says only what is wrong, and says it in colours even where nobody wants them. */
function passOn(chunk: Buffer): void {
  const hasColours = process.stderr.isTTY && process.stderr.hasColors();
  process.stderr.write(hasColours ? chunk : stripVTControlCharacters(chunk.toString()));
}
