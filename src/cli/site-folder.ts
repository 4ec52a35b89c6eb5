// Reads a site folder: which of its files are objects of the store, and what they hold.

import type { Stats } from "node:fs";
import { lstat, readdir, readFile, realpath, stat } from "node:fs/promises";
import { join, sep } from "node:path";
import { InvalidSourceError } from "../post/note.ts";
import { contentType } from "./content-type.ts";
import { type EditedSource, writeHead } from "./jekyll-head.ts";
import { SITE_FOLDERS, storePlace, type StorePlace } from "./store-place.ts";

export interface SiteFile extends StorePlace {
  /** Relative to the folder, as it is on disk, `/` between its names. */
  readonly path: string;
  readonly contentType: string;
  readonly sizeBytes: number;
  /** Another one after every change of the file. */
  readonly fingerprint: string;
}

export interface IgnoredFile {
  readonly path: string;
  /** `no place in a site`: an ending for `… is not published: `. */
  readonly reason: string;
}

export interface WatchedFolder {
  /** Absolute. */
  readonly path: string;
  /** Another one if the folder was replaced by a new one of the same name. */
  readonly fingerprint: string;
}

export interface SiteFolder {
  /** By key. */
  readonly files: readonly SiteFile[];
  readonly ignored: readonly IgnoredFile[];
  /** Every folder that was looked into. */
  readonly folders: readonly WatchedFolder[];
}

export interface SiteObject {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** How its lines differ from the file's; null where they don't. */
  readonly edit: EditedSource | null;
}

/** A site folder that cannot be published as it is. */
export class SiteFolderError extends Error {
  override readonly name = "SiteFolderError";
}

/** KV's limit, in bytes. The API takes less and says so; larger files are not even read. */
const MAX_FILE_BYTES = 25 * 1024 * 1024;
/** What other tools leave in such a folder, and editors beside a file that they save: not worth a word. */
const SILENT = /^\.|^node_modules$|^_site$|^Thumbs\.db$|^desktop\.ini$|~$|^#.*#$|\.(?:swp|tmp)$/;
const NO_PLACE = "it has no place in a site";
const NO_ADDRESS =
  "its name is no address; write lower-case letters, digits and single hyphens, as in neden-dikkat.md or neden-dikkat.en.md";

/** @throws SiteFolderError if there is no such folder, or two files are one object */
export async function listSiteFolder(root: string): Promise<SiteFolder> {
  const realRoot = await realpath(root).catch((cause: unknown) => {
    throw new SiteFolderError(`Cannot read the site folder "${root}": it does not exist`, {
      cause,
    });
  });
  const found: Found = { files: [], ignored: [], folders: [] };
  await walk(realRoot, [], found);
  refuseTwins(found.files);
  return { ...found, files: found.files.sort((a, b) => (a.key < b.key ? -1 : 1)) };
}

/** The object that a file becomes: a post in a Jekyll folder has its date and state put into its front matter. @throws InvalidSourceError */
export async function readSiteFile(root: string, file: SiteFile): Promise<SiteObject> {
  if (file.sizeBytes > MAX_FILE_BYTES) throw tooLarge(file);
  const bytes = new Uint8Array(await readFile(join(root, ...file.path.split("/"))));
  if (file.head.date === null && !file.head.isDraft) return { bytes, edit: null };
  const source = decode(bytes);
  if (source === null) return { bytes, edit: null }; // the API refuses it and says why
  const edit = writeHead(source, file.head, file.path);
  if (edit.insertedLines === 0) return { bytes, edit: null };
  return { bytes: new TextEncoder().encode(edit.source), edit };
}

interface Found {
  readonly files: SiteFile[];
  readonly ignored: IgnoredFile[];
  readonly folders: WatchedFolder[];
}

async function walk(root: string, names: readonly string[], found: Found): Promise<void> {
  const folder = join(root, ...names);
  const folderStat = await unlessMissing(stat(folder));
  if (folderStat === null) return;
  if (!folderStat.isDirectory())
    throw new SiteFolderError(`Cannot read the site folder "${folder}": it is no folder`);
  found.folders.push({ path: folder, fingerprint: String(folderStat.ino) });
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (SILENT.test(entry.name)) continue;
    const path = [...names, entry.name];
    const target = await resolve(root, join(folder, entry.name));
    if (typeof target === "string") found.ignored.push({ path: path.join("/"), reason: target });
    else if (target?.isDirectory() === true) await enter(root, path, found);
    else if (target !== null) addFile(path.join("/"), target, found);
  }
}

async function enter(root: string, names: readonly string[], found: Found): Promise<void> {
  if (SITE_FOLDERS.has(names[0] ?? "")) return walk(root, names, found);
  found.ignored.push({ path: `${names.join("/")}/`, reason: NO_PLACE });
}

function addFile(path: string, stats: Stats, { files, ignored }: Found): void {
  const place = storePlace(path);
  if (place === null) {
    ignored.push({ path, reason: /\.(?:md|markdown)$/.test(path) ? NO_ADDRESS : NO_PLACE });
    return;
  }
  files.push({
    ...place,
    path,
    contentType: contentType(place.key),
    sizeBytes: stats.size,
    fingerprint: `${stats.mtimeMs}/${stats.size}/${stats.ino}`,
  });
}

/** What lies there; null if it is gone, a reason if it is not to be read. A link to a folder could lead in circles. */
async function resolve(root: string, path: string): Promise<Stats | string | null> {
  const itself = await unlessMissing(lstat(path));
  if (itself === null || itself.isDirectory() || itself.isFile()) return itself;
  if (!itself.isSymbolicLink()) return "it is no regular file";
  const target = await unlessMissing(realpath(path));
  if (target === null) return "it is a link to nothing";
  if (!target.startsWith(root + sep)) return "it is a link that leaves the folder";
  const stats = await stat(target);
  return stats.isFile() ? stats : "it is a link to something that is no file";
}

/** Only what isn't there may count as gone: an error that passes must not unpublish a post. */
async function unlessMissing<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function refuseTwins(files: readonly SiteFile[]): void {
  const paths = new Map<string, string>();
  for (const { key, path } of files) {
    const twin = paths.get(key);
    if (twin !== undefined)
      throw new SiteFolderError(
        `Cannot publish both "${twin}" and "${path}": each is "${key}"; rename one of them`,
      );
    paths.set(key, path);
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function tooLarge({ path, sizeBytes }: SiteFile): InvalidSourceError {
  const message = `Cannot publish "${path}": it has ${sizeBytes} bytes, the limit is ${MAX_FILE_BYTES}`;
  return new InvalidSourceError(path, [
    { severity: "error", rule: "source/bytes", line: null, column: null, field: null, message },
  ]);
}
