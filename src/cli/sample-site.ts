// The sample site on this machine, published once into a store that goes when it is stopped: for pictures and tests.

import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";
import { prepareLocalCatalog } from "./local-catalog.ts";
import { startLocalWorker } from "./local-worker.ts";
import { projectFolder } from "./project-folder.ts";
import { createPublishClient } from "./publish-client.ts";
import { createSiteSync } from "./site-sync.ts";
import { readStaticAssets } from "./static-assets.ts";
import { writeAssets } from "./write-assets.ts";

export interface SampleSite {
  /** `http://127.0.0.1:40123` */
  readonly origin: string;
  stop(): Promise<void>;
}

/** @throws Error if the Worker does not start, or refuses a sample */
export async function startSampleSite(): Promise<SampleSite> {
  await writeAssets(join(projectFolder(), "dist", "assets"), await readStaticAssets());
  const stateFolder = await mkdtemp(join(tmpdir(), "kiyi-samples-"));
  const token = randomBytes(32).toString("base64url");
  const worker = startLocalWorker({
    port: await freePort(0),
    stateFolder,
    vars: { PUBLISH_TOKEN_HASHES: createHash("sha256").update(token).digest("hex") },
  });
  const stop = async (): Promise<void> => {
    await worker.stop();
    await rm(stateFolder, { recursive: true, force: true });
  };
  const hasEnded = worker.ended.then(() => {
    throw new Error("Cannot start the sample site: wrangler has ended");
  });
  try {
    await Promise.race([hasEnded, Promise.all([prepareLocalCatalog(stateFolder), worker.ready])]);
    await publishSamples(worker.origin, token);
  } catch (error) {
    await stop();
    throw error;
  }
  return { origin: worker.origin, stop };
}

async function publishSamples(origin: string, token: string): Promise<void> {
  const sync = createSiteSync({
    root: join(projectFolder(), "posts"),
    client: createPublishClient({ origin, token }),
    storedKeys: [],
    remember: async () => {},
    url: origin,
  });
  const { errors, isIncomplete } = await sync.run();
  if (errors.length > 0 || isIncomplete)
    throw new Error(`Cannot publish the samples:\n${errors.join("\n")}`);
}
