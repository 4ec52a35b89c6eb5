// Requests a second on a hit, beside a bare Hono Worker with a page of the same size: `node bench/hit.ts`.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import autocannon from "autocannon";
import { cpuMilliseconds, median } from "./cpu.ts";
import { bundleWorker, serveWorker } from "./workerd.ts";

const ROUNDS = 5;
const SECONDS = 3;
const CONNECTIONS = 20;
const PORT = 18_081;
const folder = join(import.meta.dirname, "../posts");
const headers = {
  "Accept-Language": "tr-TR,tr;q=0.9,en-US;q=0.8,en;q=0.7",
  Accept: "text/html,*/*;q=0.8",
};

const served = await serveWorker(bundleWorker("hit-worker.ts"), PORT);
try {
  const publish = async (key: string, file: string): Promise<string> => {
    const answer = await fetch(`${served.url}/${key}`, {
      method: "PUT",
      body: readFileSync(join(folder, file)),
    });
    return answer.text();
  };
  await publish("_config.yml", "_config.yml");
  const size = await publish("posts/post.md", "noral-makine-cevirisi.md");

  const measure = async (path: string): Promise<{ rate: number; cpu: number }> => {
    const before = cpuMilliseconds(served.pid);
    const result = await autocannon({
      url: served.url + path,
      headers,
      connections: CONNECTIONS,
      duration: SECONDS,
    });
    if (result.non2xx > 0)
      throw new Error(`Cannot measure ${path}: ${result.non2xx} answers were no pages`);
    return {
      rate: result.requests.average,
      cpu: (cpuMilliseconds(served.pid) - before) / result.requests.total,
    };
  };

  const runs: { ours: number; bare: number; oursCpu: number; bareCpu: number }[] = [];
  await measure("/posts/post");
  for (let round = 0; round < ROUNDS; round += 1) {
    const bare = await measure("/bare/post"); // in turns, so that both see the same neighbours on the machine
    const ours = await measure("/posts/post");
    runs.push({ ours: ours.rate, bare: bare.rate, oursCpu: ours.cpu, bareCpu: bare.cpu });
  }
  const of = (key: keyof (typeof runs)[number]): number => median(runs.map((run) => run[key]));
  console.log(
    `a hit of ${size} characters, ${CONNECTIONS} connections, median of ${ROUNDS} runs of ${SECONDS} s`,
  );
  console.table({
    "bare Hono": {
      "requests/s": Math.round(of("bare")),
      "CPU ms": of("bareCpu").toFixed(3),
      ratio: "1.00",
    },
    "a hit": {
      "requests/s": Math.round(of("ours")),
      "CPU ms": of("oursCpu").toFixed(3),
      ratio: (of("ours") / of("bare")).toFixed(2),
    },
  });
} finally {
  await served.stop();
}
