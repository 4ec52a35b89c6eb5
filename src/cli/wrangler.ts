// Starts wrangler, the one of this project, with all that it starts in turn.

import { join } from "node:path";
import { type ProcessGroup, startProcessGroup } from "./process-group.ts";
import { projectFolder } from "./project-folder.ts";

/** Without telemetry, and without the fetch of a sample request's properties: it works offline. */
export function startWrangler(args: readonly string[]): ProcessGroup {
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
