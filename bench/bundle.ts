// What the Worker weighs, against its budget: `node bench/bundle.ts`. Exits 1 when it is over.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** In bytes, gzipped: Cloudflare's free plan takes 3 MB; what is parsed at start-up is what counts for us. */
const GZIP_BUDGET = 360_000;

const folder = mkdtempSync(join(tmpdir(), "kiyi-bundle-"));
try {
  const wrangler = join(import.meta.dirname, "../node_modules/wrangler/bin/wrangler.js");
  execFileSync(
    process.execPath,
    [wrangler, "deploy", "--dry-run", "--minify", "--outdir", folder],
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
    },
  );
  const bundle = readFileSync(join(folder, "worker.js"));
  const gzip = gzipSync(bundle, { level: 9 }).byteLength;
  console.log(`bundle: ${bundle.byteLength} bytes, ${gzip} gzipped; budget ${GZIP_BUDGET} gzipped`);
  if (gzip > GZIP_BUDGET) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}
