import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PublishClient } from "../../src/cli/publish-client.ts";
import { PublishError } from "../../src/cli/publish-error.ts";
import { createSiteSync, type SiteSync } from "../../src/cli/site-sync.ts";
import { useTemporaryFolders } from "./temporary-folder.ts";

const temporaryFolder = useTemporaryFolders();
const URL_HERE = "http://127.0.0.1:8787";

/** A store behind a client that can be told to fail. */
class FakeSite implements PublishClient {
  readonly objects = new Map<string, string>();
  readonly calls: string[] = [];
  readonly remembered: (readonly string[])[] = [];
  failure: Error | null = null;
  mostAtOnce = 0;
  #atOnce = 0;

  async publish({
    key,
    bytes,
  }: Parameters<PublishClient["publish"]>[0]): Promise<{ version: string; notes: [] }> {
    this.#atOnce += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.#atOnce);
    await new Promise((resolve) => setTimeout(resolve, 1));
    this.#atOnce -= 1;
    this.calls.push(`PUT ${key}`);
    const text = new TextDecoder().decode(bytes);
    if (this.failure !== null && text.includes("FAULT")) throw this.failure;
    this.objects.set(key, text);
    return { version: "v", notes: [] };
  }

  async unpublish(key: string): Promise<null> {
    this.calls.push(`DELETE ${key}`);
    if (this.failure !== null) throw this.failure;
    this.objects.delete(key);
    return null;
  }

  sync(root: string, storedKeys: readonly string[] = []): SiteSync {
    const remember = async (keys: readonly string[]): Promise<void> =>
      void this.remembered.push(keys);
    return createSiteSync({ root, client: this, storedKeys, remember, url: URL_HERE });
  }
}

const FILES = {
  "_config.yml": "url: https://a.example\n",
  "a.md": "---\n---\nA",
  "b.md": "---\n---\nB",
  "images/a.png": "png",
};
const REFUSED = new PublishError("Cannot publish", {
  status: 422,
  notes: [
    { severity: "error", rule: "r", line: 4, column: 1, field: null, message: "Cannot read" },
  ],
});

describe("createSiteSync()", () => {
  it("publishes the settings first, posts last, at most four at once", async () => {
    const posts = Object.fromEntries(Array.from("cdefghi", (name) => [`${name}.md`, "---\n---\n"]));
    const site = new FakeSite();
    await site.sync(await temporaryFolder({ ...FILES, ...posts })).run();
    expect(site.calls.slice(0, 2)).toEqual(["PUT _config.yml", "PUT images/a.png"]);
    expect(site.calls).toHaveLength(11);
    expect(site.mostAtOnce).toBeLessThanOrEqual(4);
  });

  it("publishes settings that name the local address, and leaves the file alone", async () => {
    const site = new FakeSite();
    await site.sync(await temporaryFolder(FILES)).run();
    expect(site.objects.get("_config.yml")).toBe(`url: ${URL_HERE}\n`);
  });

  it("publishes only what changed, and unpublishes what is gone", async () => {
    const root = await temporaryFolder(FILES);
    const site = new FakeSite();
    const sync = site.sync(root);
    await sync.run();
    site.calls.length = 0;
    expect(await sync.run()).toMatchObject({ published: [], unpublished: [], isIncomplete: false });
    await writeFile(join(root, "a.md"), "---\n---\nchanged");
    await rm(join(root, "b.md"));
    const outcome = await sync.run();
    expect(site.calls).toEqual(["PUT posts/a.md", "DELETE posts/b.md"]);
    expect(outcome.published.map(({ path }) => path)).toEqual(["a.md"]);
    expect(outcome.unpublished).toEqual(["posts/b.md"]);
  });

  it("publishes every post again with new settings", async () => {
    const root = await temporaryFolder(FILES);
    const site = new FakeSite();
    const sync = site.sync(root);
    await sync.run();
    site.calls.length = 0;
    await writeFile(join(root, "_config.yml"), "timezone: Europe/Istanbul\n");
    await sync.run();
    expect(site.calls[0]).toBe("PUT _config.yml");
    expect(site.calls.toSorted()).toEqual(["PUT _config.yml", "PUT posts/a.md", "PUT posts/b.md"]);
  });

  it("unpublishes at its start what was deleted while nobody watched", async () => {
    const site = new FakeSite();
    const outcome = await site
      .sync(await temporaryFolder(FILES), ["posts/old.md", "posts/a.md"])
      .run();
    expect(outcome.unpublished).toEqual(["posts/old.md"]);
    expect(outcome.published).toHaveLength(4);
  });

  it("remembers a key before the object is stored, and forgets it after it is gone", async () => {
    const root = await temporaryFolder({ "a.md": "---\n---\n" });
    const site = new FakeSite();
    const sync = site.sync(root, ["posts/old.md"]);
    await sync.run();
    expect(site.remembered).toEqual([["posts/a.md", "posts/old.md"], ["posts/a.md"]]);
  });

  it("tells a fault once, keeps what was served, and tries again when the file changes", async () => {
    const root = await temporaryFolder({ "a.md": "---\n---\nA" });
    const site = new FakeSite();
    const sync = site.sync(root);
    await sync.run();
    site.failure = REFUSED;
    await writeFile(join(root, "a.md"), "---\n---\nFAULT");
    expect(await sync.run()).toMatchObject({
      errors: ["a.md:4:1: Cannot read"],
      isIncomplete: false,
    });
    expect(await sync.run()).toMatchObject({ errors: [] });
    expect(site.objects.get("posts/a.md")).toContain("A");
    await writeFile(join(root, "a.md"), "---\n---\nrepaired");
    expect(await sync.run()).toMatchObject({ errors: [] });
    expect(site.objects.get("posts/a.md")).toContain("repaired");
  });

  it("names the line on disk of a post whose head was completed", async () => {
    const root = await temporaryFolder({ "_posts/2024-01-01-a.md": "---\n---\nFAULT" });
    const site = new FakeSite();
    site.failure = REFUSED; // line 4 of what was sent
    expect((await site.sync(root).run()).errors).toEqual([
      "_posts/2024-01-01-a.md:3:1: Cannot read",
    ]);
  });

  it("tries again what failed on the way", async () => {
    const root = await temporaryFolder({ "a.md": "---\n---\nFAULT" });
    const site = new FakeSite();
    site.failure = new PublishError("Cannot reach the site", { status: null, notes: [] });
    const sync = site.sync(root, ["posts/old.md"]);
    expect(await sync.run()).toMatchObject({
      errors: ["a.md: Cannot reach the site", "posts/old.md: Cannot reach the site"],
      isIncomplete: true,
    });
    site.failure = null;
    expect(await sync.run()).toMatchObject({ errors: [], isIncomplete: false });
    expect([...site.objects.keys()]).toEqual(["posts/a.md"]);
  });
});
