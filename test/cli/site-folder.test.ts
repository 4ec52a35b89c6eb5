import { rename, rm, symlink, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { listSiteFolder, readSiteFile, SiteFolderError } from "../../src/cli/site-folder.ts";
import { InvalidSourceError } from "../../src/post/note.ts";
import { useTemporaryFolders } from "./temporary-folder.ts";

const temporaryFolder = useTemporaryFolders();

async function keysOf(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { files: found } = await listSiteFolder(await temporaryFolder(files));
  return found.map(({ key }) => key);
}

describe("listSiteFolder()", () => {
  it("finds settings, posts in every place, files, excerpts", async () => {
    const root = await temporaryFolder({
      "_config.yml": "title: A",
      "top.md": "",
      "top.en.md": "",
      "posts/below.markdown": "",
      "posts/deep/er.md": "",
      "_posts/2024-03-15-dated.md": "",
      "_posts/cat/2024-3-5-deep-dated.en.md": "",
      "_drafts/half.md": "",
      "images/deep/Shore Line.JPG": "",
      "assets/a.csv": "",
      "_data/excerpts/de.yml": "",
    });
    const { files, ignored } = await listSiteFolder(root);
    expect(files.map(({ key, path, contentType, head }) => [key, path, contentType, head])).toEqual(
      [
        ["_config.yml", "_config.yml", "application/yaml", { date: null, isDraft: false }],
        [
          "_data/excerpts/de.yml",
          "_data/excerpts/de.yml",
          "application/yaml",
          { date: null, isDraft: false },
        ],
        ["assets/a.csv", "assets/a.csv", "text/csv; charset=utf-8", { date: null, isDraft: false }],
        [
          "images/deep/Shore Line.JPG",
          "images/deep/Shore Line.JPG",
          "image/jpeg",
          { date: null, isDraft: false },
        ],
        [
          "posts/below.md",
          "posts/below.markdown",
          "text/markdown; charset=utf-8",
          { date: null, isDraft: false },
        ],
        [
          "posts/dated.md",
          "_posts/2024-03-15-dated.md",
          "text/markdown; charset=utf-8",
          { date: "2024-03-15", isDraft: false },
        ],
        [
          "posts/deep-dated.en.md",
          "_posts/cat/2024-3-5-deep-dated.en.md",
          "text/markdown; charset=utf-8",
          { date: "2024-03-05", isDraft: false },
        ],
        [
          "posts/er.md",
          "posts/deep/er.md",
          "text/markdown; charset=utf-8",
          { date: null, isDraft: false },
        ],
        [
          "posts/half.md",
          "_drafts/half.md",
          "text/markdown; charset=utf-8",
          { date: null, isDraft: true },
        ],
        [
          "posts/top.en.md",
          "top.en.md",
          "text/markdown; charset=utf-8",
          { date: null, isDraft: false },
        ],
        ["posts/top.md", "top.md", "text/markdown; charset=utf-8", { date: null, isDraft: false }],
      ],
    );
    expect(ignored).toEqual([]);
  });

  it("keeps the date in the name of a post that isn't in a Jekyll folder", async () => {
    expect(await keysOf({ "2024-03-15-a.md": "", "posts/2024-03-16-b.md": "" })).toEqual([
      "posts/2024-03-15-a.md",
      "posts/2024-03-16-b.md",
    ]);
  });

  it("reports what has no place, and what is no address", async () => {
    const root = await temporaryFolder({
      Gemfile: "",
      "Hello World.md": "",
      "a.pt-br.md": "",
      "_layouts/post.html": "",
      "_data/nav.yml": "",
    });
    const { files, ignored } = await listSiteFolder(root);
    expect(files).toEqual([]);
    const reasons = ignored.map(({ path, reason }) => [path, reason.slice(0, 22)] as const);
    expect(Object.fromEntries(reasons)).toEqual({
      Gemfile: "it has no place in a s",
      "Hello World.md": "its name is no address",
      "_data/nav.yml": "it has no place in a s",
      "_layouts/": "it has no place in a s",
      "a.pt-br.md": "its name is no address",
    });
  });

  it("says nothing of what editors and tools leave behind", async () => {
    const root = await temporaryFolder({
      ".git/config": "",
      ".DS_Store": "",
      "node_modules/a/index.md": "",
      "_site/index.html": "",
      ".a.md.swp": "",
      "a.md~": "",
      "#a.md#": "",
      "images/.gitkeep": "",
    });
    expect(await listSiteFolder(root)).toMatchObject({ files: [], ignored: [] });
  });

  it("names both files that are one object", async () => {
    const root = await temporaryFolder({ "a.md": "", "_posts/2024-01-01-a.markdown": "" });
    const listing = listSiteFolder(root);
    await expect(listing).rejects.toThrow(SiteFolderError);
    await expect(listing).rejects.toThrow(/"_posts\/2024-01-01-a.markdown".*"posts\/a.md"/);
    await expect(listing).rejects.toThrow(/"a.md"/);
  });

  it("normalises names that the disk has decomposed (macOS), and keeps the path as it is there", async () => {
    const decomposed = "çay-ağacı".normalize("NFD");
    const root = await temporaryFolder({ [`${decomposed}.md`]: "---\n---\nÇay" });
    const [file] = (await listSiteFolder(root)).files;
    expect(file).toMatchObject({
      key: "posts/çay-ağacı.md".normalize("NFC"),
      path: `${decomposed}.md`,
    });
    if (file) expect((await readSiteFile(root, file)).bytes).toHaveLength(12);
  });

  it("takes two forms of one name for one object", async () => {
    const root = await temporaryFolder({
      [`${"çay".normalize("NFD")}.md`]: "",
      [`${"çay".normalize("NFC")}.md`]: "",
    });
    await expect(listSiteFolder(root)).rejects.toThrow("Cannot publish both");
  });

  it("follows a link to a file of the folder, and no other link", async () => {
    const secret = await temporaryFolder({ "secret.md": "---\n---\nsecret", "sub/a.md": "" });
    const root = await temporaryFolder({ "a.md": "---\n---\nA", "images/x.png": "" });
    await symlink(join(root, "a.md"), join(root, "b.md"));
    await symlink(join(secret, "secret.md"), join(root, "c.md"));
    await symlink(join(secret, "sub"), join(root, "posts"));
    await symlink(join(root, "images"), join(root, "images", "again"));
    await symlink(join(root, "nothing.md"), join(root, "d.md"));
    const { files, ignored } = await listSiteFolder(root);
    expect(files.map(({ key }) => key)).toEqual(["images/x.png", "posts/a.md", "posts/b.md"]);
    expect(ignored.map(({ path, reason }) => `${path}: ${reason}`).sort()).toEqual([
      "c.md: it is a link that leaves the folder",
      "d.md: it is a link to nothing",
      "images/again: it is a link to something that is no file",
      "posts: it is a link that leaves the folder",
    ]);
  });

  it("gives another fingerprint after every way of saving", async () => {
    const root = await temporaryFolder({ "a.md": "one" });
    const fingerprint = async (): Promise<string | undefined> =>
      (await listSiteFolder(root)).files[0]?.fingerprint;
    const seen = [await fingerprint(), await fingerprint()];
    expect(new Set(seen).size).toBe(1);
    await writeFile(join(root, "a.md"), "longer");
    seen.push(await fingerprint());
    await utimes(join(root, "a.md"), 1, 1);
    seen.push(await fingerprint());
    await writeFile(join(root, ".new"), "replac");
    await utimes(join(root, ".new"), 1, 1);
    await rename(join(root, ".new"), join(root, "a.md"));
    seen.push(await fingerprint());
    expect(new Set(seen).size).toBe(4);
  });

  it("refuses a folder that isn't there, or that is a file", async () => {
    const root = await temporaryFolder({ "a.md": "" });
    await expect(listSiteFolder(join(root, "b"))).rejects.toThrow("it does not exist");
    await expect(listSiteFolder(join(root, "a.md"))).rejects.toThrow("it is no folder");
  });

  it("lists the folders that it looked into", async () => {
    const root = await temporaryFolder({ "images/a.png": "", "_layouts/x.html": "" });
    const before = await listSiteFolder(root);
    expect(before.folders.map(({ path }) => path)).toEqual([root, join(root, "images")]);
  });
});

describe("readSiteFile()", () => {
  it("gives the bytes as they are, whatever they are", async () => {
    const root = await temporaryFolder({
      "a.md": "\uFEFF---\r\ntitle: A\r\n---\r\n",
      "images/a.png": "",
    });
    await writeFile(join(root, "images", "a.png"), new Uint8Array([137, 80, 78, 71, 0, 255]));
    const { files } = await listSiteFolder(root);
    const objects = await Promise.all(files.map((file) => readSiteFile(root, file)));
    expect(objects.map(({ bytes }) => [...bytes.subarray(0, 6)])).toEqual([
      [137, 80, 78, 71, 0, 255],
      [0xef, 0xbb, 0xbf, 45, 45, 45],
    ]);
  });

  it("writes what a Jekyll folder says into the front matter", async () => {
    const root = await temporaryFolder({ "_drafts/2024-03-15-a.md": "---\ntitle: A\n---\nText" });
    const [file] = (await listSiteFolder(root)).files;
    if (!file) throw new Error("no file");
    const { bytes, edit } = await readSiteFile(root, file);
    expect(new TextDecoder().decode(bytes)).toBe(
      "---\ntitle: A\ndate: 2024-03-15\ndraft: true\n---\nText",
    );
    expect(edit).toMatchObject({ firstLine: 3, insertedLines: 2 });
  });

  it("leaves a file that is no UTF-8 to the API", async () => {
    const root = await temporaryFolder({ "_drafts/a.md": "" });
    await writeFile(join(root, "_drafts", "a.md"), new Uint8Array([0xff, 0xfe]));
    const [file] = (await listSiteFolder(root)).files;
    if (file) expect((await readSiteFile(root, file)).bytes).toEqual(new Uint8Array([0xff, 0xfe]));
  });

  it("refuses a file that no store could hold without reading it", async () => {
    const root = await temporaryFolder({ "images/a.png": "" });
    await truncate(join(root, "images", "a.png"), 25 * 1024 * 1024 + 1);
    const [file] = (await listSiteFolder(root)).files;
    await rm(join(root, "images", "a.png"));
    if (file) await expect(readSiteFile(root, file)).rejects.toThrow(InvalidSourceError);
  });
});
