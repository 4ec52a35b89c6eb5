// What the first render costs in a fresh isolate, by phase, beside the obvious stack: `node bench/cold.ts [post.md]`.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cpuMilliseconds, median } from "./cpu.ts";
import { bundleWorker, serveWorker } from "./workerd.ts";

const ROUNDS = 9;
const PORT = 18_080;
const folder = join(import.meta.dirname, "../posts");
const file = process.argv[2] ?? join(folder, "noral-makine-cevirisi.md");
const body = `${readFileSync(join(folder, "_config.yml"), "utf8")}\u0000${readFileSync(file, "utf8")}`;

/** Each in fresh isolates. What a query leaves out is the cost of a phase. */
const PAGE = "?";
const QUERIES: Readonly<Record<string, string>> = {
  "front matter": "?until=front-matter",
  "+ Liquid": "?until=liquid",
  "+ Markdown tree": "?until=markdown",
  "post without math": "?render&without=math",
  "post without code": "?render&without=code",
  post: "?render",
  page: PAGE,
};
const BUNDLES = {
  naive: bundleWorker("naive-worker.ts"),
  "not warmed": bundleWorker("cold-worker.ts", { WARM: "no" }),
  warmed: bundleWorker("cold-worker.ts", { WARM: "yes" }),
};

interface Run {
  readonly startUp: number;
  readonly first: number;
  readonly second: number;
}

/** CPU milliseconds of the process; the server's own share is taken off by a request that does nothing. */
async function run(bundle: string, query: string): Promise<Run> {
  const served = await serveWorker(bundle, PORT);
  const costOf = async (asked: string): Promise<number> => {
    const before = cpuMilliseconds(served.pid);
    await fetch(served.url + asked, { method: "POST", body }).then((response) => response.text());
    return cpuMilliseconds(served.pid) - before;
  };
  try {
    const startUp = cpuMilliseconds(served.pid);
    await costOf("?nothing");
    const nothing = await costOf("?nothing");
    return {
      startUp,
      first: (await costOf(query)) - nothing,
      second: (await costOf(query)) - nothing,
    };
  } finally {
    await served.stop();
  }
}

const runs = new Map<string, Run[]>();
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [name, bundle] of Object.entries(BUNDLES)) {
    const queries = name === "warmed" ? Object.entries(QUERIES) : [["page", PAGE] as const];
    for (const [phase, query] of queries) {
      const label = `${phase}, ${name}`;
      runs.set(label, [...(runs.get(label) ?? []), await run(bundle, query)]);
    }
  }
}

const of = (label: string, key: keyof Run): number =>
  median((runs.get(label) ?? []).map((one) => one[key]));
const naive = of("page, naive", "first");
console.log(
  `CPU ms in a fresh isolate, median of ${ROUNDS}; the ratio is to the obvious stack's first page`,
);
console.table(
  Object.fromEntries(
    [...runs.keys()].map((label) => [
      label,
      {
        first: of(label, "first").toFixed(1),
        ratio: (of(label, "first") / naive).toFixed(2),
        second: of(label, "second").toFixed(1),
        "start-up": of(label, "startUp").toFixed(0),
      },
    ]),
  ),
);
