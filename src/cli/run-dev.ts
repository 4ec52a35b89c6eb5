// The site on this machine: the Worker, the local store, and a site folder that is published whenever it changes.

import { createHash, randomBytes } from "node:crypto";
import { once } from "node:events";
import { join, relative, sep } from "node:path";
import { SITE_KEY } from "../post/site.ts";
import type { DevOptions } from "./dev-options.ts";
import { createDevOutput } from "./dev-output.ts";
import { freePort, tryPort } from "./free-port.ts";
import { withUrl } from "./local-config.ts";
import { prepareLocalCatalog } from "./local-catalog.ts";
import { type LocalWorker, startLocalWorker } from "./local-worker.ts";
import { projectFolder } from "./project-folder.ts";
import { createPublishClient } from "./publish-client.ts";
import { listSiteFolder, readSiteFile, type SiteFolder } from "./site-folder.ts";
import { createSiteSync } from "./site-sync.ts";
import { readStaticAssets } from "./static-assets.ts";
import { readStoredKeys, writeStoredKeys } from "./stored-keys.ts";
import { watchSite } from "./watch-site.ts";
import { writeAssets } from "./write-assets.ts";

const DEFAULT_PORT = 8787;

/** Runs until it is told to stop. @throws Error if the site cannot start, or wrangler ends by itself */
export async function runDev(options: DevOptions, signal: AbortSignal): Promise<void> {
  const isStopped = once(signal, "abort").then(() => true);
  await listSiteFolder(options.siteFolder); // a wrong one is told at once
  await writeAssets(join(projectFolder(), "dist", "assets"), await readStaticAssets());
  const token = randomBytes(32).toString("base64url");
  const worker = startLocalWorker({
    port: await choosePort(options.port),
    stateFolder: options.stateFolder,
    vars: { PUBLISH_TOKEN_HASHES: createHash("sha256").update(token).digest("hex") },
  });
  const hasEnded = worker.ended.then(() => false);
  const served = serveFolder(options, { worker, token, signal }).then(() => isStopped);
  try {
    if (await Promise.race([isStopped, hasEnded, served])) return;
    throw new Error("Cannot go on: wrangler has ended");
  } finally {
    await worker.stop();
  }
}

interface Run {
  readonly worker: LocalWorker;
  readonly token: string;
  readonly signal: AbortSignal;
}

async function serveFolder(options: DevOptions, { worker, token, signal }: Run): Promise<void> {
  const { siteFolder, stateFolder } = options;
  await Promise.all([prepareLocalCatalog(stateFolder), worker.ready]);
  const sync = createSiteSync({
    root: siteFolder,
    client: createPublishClient({ origin: worker.origin, token }),
    storedKeys: await readStoredKeys(stateFolder),
    remember: (keys) => writeStoredKeys(stateFolder, keys),
    url: worker.origin,
  });
  const folderName = displayName(siteFolder);
  const output = createDevOutput(folderName);
  output.begin((await listSiteFolder(siteFolder)).files.length);
  const outcome = await watchSite({ sync, listener: output, signal });
  if (signal.aborted) return;
  const ownUrl = await readOwnUrl(siteFolder, outcome.folder);
  output.ready({ origin: worker.origin, ownUrl, outcome, seconds: process.uptime() });
}

/** As a person would write it who stands in the working folder. */
function displayName(folder: string): string {
  const path = relative(process.cwd(), folder);
  return (path.startsWith("..") ? folder : path || ".").split(sep).join("/");
}

/** @throws Error if the port that was asked for is taken */
async function choosePort(wanted: number | null): Promise<number> {
  if (wanted === null) return freePort(DEFAULT_PORT);
  const port = await tryPort(wanted);
  if (port === null)
    throw new Error(`Cannot listen on port ${wanted}: it is taken; name another one, or 0 for any`);
  return port;
}

async function readOwnUrl(root: string, { files }: SiteFolder): Promise<string | null> {
  const config = files.find(({ key }) => key === SITE_KEY);
  if (config === undefined) return null;
  const { bytes } = await readSiteFile(root, config);
  return withUrl(new TextDecoder().decode(bytes), "").ownUrl;
}
