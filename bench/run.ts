// All measurements that need nothing but the repository: `npm run bench`.

import { execFileSync } from "node:child_process";
import { join } from "node:path";

for (const bench of ["bundle.ts", "cold.ts", "hit.ts"]) {
  console.log(`\n— ${bench}`);
  execFileSync(process.execPath, [join(import.meta.dirname, bench)], { stdio: "inherit" });
}
