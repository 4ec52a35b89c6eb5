// What the first render costs in a fresh isolate, by phase: `node bench/cold.ts [post.md]`. CPU milliseconds, medians.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cpuMilliseconds, median } from "./cpu.ts";
import { bundleWorker, serveWorker } from "./workerd.ts";

const ROUNDS = 7;
const PORT = 18_080;
const folder = join(import.meta.dirname, "../posts");
const file = process.argv[2] ?? join(folder, "noral-makine-cevirisi.md");
const body = `${readFileSync(join(folder, "_config.yml"), "utf8")}\u0000${readFileSync(file, "utf8")}`;

/** Each in a fresh isolate: what the answer leaves out, so that differences are the cost of the phases. */
const QUERIES = {
  nothing: "?nothing",
  "front matter": "?until=front-matter",
  "+ Liquid": "?until=liquid",
  "+ Markdown tree": "?until=markdown",
  "all but math": "?render&without=math",
  "all but code": "?render&without=code",
  rendered: "?render",
  page: "?",
} as const;

async function firstAnswer(bundle: string, query: string): Promise<{ first: number; second: number; startUp: number }> {
  const served = await serveWorker(bundle, PORT);
  try {
    await fetch(served.url + QUERIES.nothing, { method: "POST", body }); // the server's own first request
    const times: number[] = [];
    const startUp = cpuMilliseconds(served.pid);
    for (let round = 0; round < 2; round += 1) {
      const before = cpuMilliseconds(served.pid);
      await fetch(served.url + query, { method: "POST", body }).then((response) => response.text());
      times.push(cpuMilliseconds(served.pid) - before);
    }
    return { first: times[0] ?? 0, second: times[1] ?? 0, startUp };
  } finally {
    await served.stop();
  }
}

const rows: Record<string, Record<string, string>> = {};
for (const warm of ["no", "yes"]) {
  const bundle = bundleWorker("cold-worker.ts", { WARM: warm });
  const startUps: number[] = [];
  for (const [name, query] of Object.entries(QUERIES)) {
    const runs = [];
    for (let round = 0; round < ROUNDS; round += 1) runs.push(await firstAnswer(bundle, query));
    startUps.push(...runs.map(({ startUp }) => startUp));
    const label = warm === "yes" ? "warmed" : "not warmed";
    rows[name] = {
      ...rows[name],
      [`first, ${label}`]: median(runs.map(({ first }) => first)).toFixed(1),
      [`second, ${label}`]: median(runs.map(({ second }) => second)).toFixed(1),
    };
  }
  rows["start-up"] = { ...rows["start-up"], [`first, ${warm === "yes" ? "warmed" : "not warmed"}`]: median(startUps).toFixed(0) };
}
console.log(`first and second request of a fresh isolate, CPU ms, median of ${ROUNDS}`);
console.table(rows);
