import { spawn } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it } from "vitest";
import { aliveOf, descendantsOf } from "./processes.ts";
import { useTemporaryFolders } from "./temporary-folder.ts";

const temporaryFolder = useTemporaryFolders();
const DEV = fileURLToPath(new URL("../../src/cli/dev.ts", import.meta.url));
/** What the product promises from saving to the next reload. */
const VISIBLE_MS = 2_000;
/** From the command to the address on a machine that does nothing else it is 4 s. */
const READY_MS = 40_000;

interface Dev {
  readonly origin: string;
  readonly pid: number;
  stdout(): string;
  stderr(): string;
  stop(): Promise<number | null>;
}

const running: Dev[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((dev) => dev.stop()));
});

/** What `npm run dev` starts, on a free port. */
async function startDev(siteFolder: string, stateFolder: string): Promise<Dev> {
  const args = [DEV, siteFolder, "--port", "0", "--persist-to", stateFolder];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", resolve);
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const address = /http:\/\/127\.0\.0\.1:\d+/;
  const isReady = await eventually(() => address.test(stdout) || child.exitCode !== null, READY_MS);
  const origin = address.exec(stdout)?.[0];
  const stop = async (): Promise<number | null> => {
    child.kill("SIGINT");
    return ended;
  };
  if (!isReady || origin === undefined || child.pid === undefined) {
    await stop();
    throw new Error(`dev didn't start:\n${stdout}\n${stderr}`);
  }
  const dev = { origin, pid: child.pid, stdout: () => stdout, stderr: () => stderr, stop };
  running.push(dev);
  return dev;
}

async function eventually(
  isSo: () => boolean | Promise<boolean>,
  milliseconds: number,
): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  while (performance.now() < deadline) {
    if (await isSo()) return true;
    await sleep(20);
  }
  return false;
}

async function page(dev: Dev, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(dev.origin + path);
  return { status: response.status, text: await response.text() };
}

function shows(dev: Dev, path: string, text: string): Promise<boolean> {
  return eventually(async () => (await page(dev, path)).text.includes(text), VISIBLE_MS);
}

describe("npm run dev", () => {
  it("serves a folder, shows what is saved, keeps the old text at a fault, and leaves nothing behind", async () => {
    const state = await temporaryFolder({});
    const folder = await temporaryFolder({
      "_config.yml": "title: Sınama\nurl: https://a.example\nlocale: tr\n",
      "ilk.md": "---\ntitle: İlk yazı\ndate: 2024-01-02\n---\nilk metin\n",
      "_posts/2024-03-15-dated.md": "---\ntitle: Dated\n---\nfrom Jekyll\n",
      "_drafts/half.md": "---\ntitle: Half\n---\nhidden\n",
      "images/a.txt": "a picture in words",
      "Not An Address.md": "",
    });
    const dev = await startDev(folder, state);
    expect(dev.stdout()).toContain("3 posts, 1 file");
    expect(dev.stdout()).toContain("Not An Address.md: its name is no address");
    expect(dev.stdout()).toContain("instead of https://a.example");

    const first = await page(dev, "/posts/ilk");
    expect(first).toMatchObject({ status: 200 });
    expect(first.text).toContain("ilk metin");
    expect(first.text).toContain(`${dev.origin}/posts/ilk`);
    expect(first.text).not.toContain("a.example");
    expect((await page(dev, "/posts/dated.md")).text).toBe(
      "---\ntitle: Dated\ndate: 2024-03-15\n---\nfrom Jekyll\n",
    );
    expect(await page(dev, "/posts/half")).toMatchObject({ status: 404 });
    expect(await page(dev, "/images/a.txt")).toEqual({ status: 200, text: "a picture in words" });
    expect(await page(dev, "/favicon.svg")).toMatchObject({ status: 200 });

    const post = join(folder, "ilk.md");
    await writeFile(post, "---\ntitle: İlk yazı\ndate: 2024-01-02\n---\nikinci metin\n");
    expect(await shows(dev, "/posts/ilk", "ikinci metin")).toBe(true);

    await writeFile(post, "---\ntitle: İlk yazı\ndate: 32 May\n---\nbozuk metin\n");
    const fault = `${folder}/ilk.md:3:1: `;
    expect(await eventually(() => dev.stderr().includes(fault), VISIBLE_MS)).toBe(true);
    expect((await page(dev, "/posts/ilk")).text).toContain("ikinci metin");

    await writeFile(join(folder, "yeni.md"), "---\ntitle: Yeni\n---\nyeni metin\n");
    expect(await shows(dev, "/posts/yeni", "yeni metin")).toBe(true);
    await rm(join(folder, "yeni.md"));
    const isGone = async (): Promise<boolean> => (await page(dev, "/posts/yeni")).status === 410;
    expect(await eventually(isGone, VISIBLE_MS)).toBe(true);

    const started = await descendantsOf(dev.pid);
    expect(await dev.stop()).toBe(0);
    if (process.platform !== "linux") return;
    expect(started.length).toBeGreaterThan(1);
    expect(await eventually(async () => (await aliveOf(started)).length === 0, 1_000)).toBe(true);
  });

  it("starts again with its store, without what was deleted meanwhile", async () => {
    const state = await temporaryFolder({});
    const folder = await temporaryFolder({
      "kalan.md": "---\ntitle: Kalan\n---\nkalır\n",
      "giden.md": "---\ntitle: Giden\n---\ngider\n",
    });
    const before = await startDev(folder, state);
    expect(await page(before, "/posts/giden")).toMatchObject({ status: 200 });
    await before.stop();
    await rm(join(folder, "giden.md"));
    const after = await startDev(folder, state);
    expect(await page(after, "/posts/giden")).toMatchObject({ status: 410 });
    expect(await page(after, "/posts/kalan")).toMatchObject({ status: 200 });
    expect((await page(after, "/")).text).not.toContain("Giden");
  });
});
