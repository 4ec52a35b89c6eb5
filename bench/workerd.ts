// A Worker bundled by wrangler and served by workerd alone: no proxy, no simulator, a fresh isolate each time.

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MODULES = join(import.meta.dirname, "../node_modules");
const COMPATIBILITY_DATE = "2026-10-23";

/** Bundles `bench/<entry>.ts` with constants replaced; returns the bundle's file. */
export function bundleWorker(
  entry: string,
  defines: Readonly<Record<string, string>> = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), "kiyi-bench-"));
  const config = join(folder, "wrangler.toml");
  writeFileSync(
    config,
    `name = "bench"\nmain = ${JSON.stringify(join(import.meta.dirname, entry))}\ncompatibility_date = "${COMPATIBILITY_DATE}"\nrules = [{ type = "Text", globs = ["**/warm-up.md"], fallthrough = false }]\n`,
  );
  const flags = Object.entries(defines).flatMap(([name, value]) => [
    "--define",
    `${name}:${JSON.stringify(value)}`,
  ]);
  const wrangler = join(MODULES, "wrangler/bin/wrangler.js");
  execFileSync(
    process.execPath,
    [wrangler, "deploy", "--config", config, "--dry-run", "--minify", "--outdir", folder, ...flags],
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
    },
  );
  return join(folder, entry.replace(/\.ts$/, ".js"));
}

export interface Served {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts workerd and waits until it answers. */
export async function serveWorker(bundle: string, port: number): Promise<Served> {
  const config = join(bundle, "../bench.capnp");
  const file = bundle.slice(bundle.lastIndexOf("/") + 1);
  const texts = readdirSync(join(bundle, "..")).filter(
    (name) => name.endsWith(".md") && name !== "README.md",
  );
  const modules = [
    `(name = "${file}", esModule = embed "${file}")`,
    ...texts.map((name) => `(name = "${name}", text = embed "${name}")`),
  ];
  writeFileSync(
    config,
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "bench", worker = (modules = [${modules.join(", ")}], compatibilityDate = "${COMPATIBILITY_DATE}"))],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "bench")],
);
`,
  );
  const child = spawn(join(MODULES, "workerd/bin/workerd"), ["serve", config], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const url = `http://127.0.0.1:${port}`;
  await answering(url);
  return { url, pid: child.pid ?? 0, stop: () => stopped(child) };
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const isUp = await fetch(`${url}/?nothing`).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Cannot reach ${url}: workerd did not start`);
}

async function stopped(child: ChildProcess): Promise<void> {
  const exited = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await exited;
}
