// wrangler's `[build] command`: makes dist/assets, and says nothing when all is well.

import { join } from "node:path";
import { projectFolder } from "./project-folder.ts";
import { readStaticAssets } from "./static-assets.ts";
import { writeAssets } from "./write-assets.ts";

await writeAssets(join(projectFolder(), "dist", "assets"), await readStaticAssets());
