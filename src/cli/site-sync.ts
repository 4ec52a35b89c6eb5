// Brings a site folder into the store through the publish API: what changed is published, what is gone is unpublished.

import { InvalidSourceError } from "../post/note.ts";
import { objectKind } from "../post/object-kind.ts";
import { SITE_KEY } from "../post/site.ts";
import { faultLines } from "./fault-lines.ts";
import { inParallel } from "./in-parallel.ts";
import { withUrl } from "./local-config.ts";
import type { PublishClient } from "./publish-client.ts";
import { PublishError } from "./publish-error.ts";
import {
  listSiteFolder,
  readSiteFile,
  type SiteFile,
  type SiteFolder,
  type SiteObject,
} from "./site-folder.ts";

export interface SiteSyncOptions {
  readonly root: string;
  readonly client: PublishClient;
  /** The keys that lie in the store already, of whatever content. */
  readonly storedKeys: readonly string[];
  /** Called with the keys of the store before one more comes in, and after some went. */
  readonly remember: (keys: readonly string[]) => Promise<void>;
  /** Written into `_config.yml` on its way. */
  readonly url: string;
}

export interface SyncOutcome {
  readonly folder: SiteFolder;
  readonly published: readonly SiteFile[];
  /** Keys. */
  readonly unpublished: readonly string[];
  /** `posts/x.md:3:1: message`, relative to the folder: what the site refused, and what it only warns of. */
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
  /** Whether something failed that may go well the next time. */
  readonly isIncomplete: boolean;
}

export interface SiteSync {
  /** @throws SiteFolderError */
  run(): Promise<SyncOutcome>;
}

/** More would only wait for each other: one workerd serves them. */
const JOBS = 4;
/** Fingerprint of an object whose content isn't known. */
const UNKNOWN = "";

export function createSiteSync(options: SiteSyncOptions): SiteSync {
  const { root, client, url } = options;
  const stored = new Map<string, string>(options.storedKeys.map((key) => [key, UNKNOWN]));

  async function read(file: SiteFile): Promise<SiteObject> {
    const object = await readSiteFile(root, file);
    if (file.key !== SITE_KEY) return object;
    const { text } = withUrl(new TextDecoder().decode(object.bytes), url);
    return { ...object, bytes: new TextEncoder().encode(text) };
  }

  async function publish(file: SiteFile, outcome: Outcome): Promise<void> {
    let object: SiteObject | null = null;
    try {
      object = await read(file);
      const { notes } = await client.publish({ ...file, bytes: object.bytes });
      stored.set(file.key, file.fingerprint);
      outcome.published.push(file);
      outcome.warnings.push(...faultLines(file.path, notes, object.edit));
    } catch (error) {
      // A fault lasts until the file changes; what was served before is still served.
      if (isFault(error)) stored.set(file.key, file.fingerprint);
      else outcome.isIncomplete = true;
      if (!isMissingFile(error))
        outcome.errors.push(...faultLines(file.path, error, object?.edit ?? null));
    }
  }

  async function unpublish(key: string, outcome: Outcome): Promise<void> {
    try {
      await client.unpublish(key);
      stored.delete(key);
      outcome.unpublished.push(key);
    } catch (error) {
      outcome.isIncomplete = true;
      outcome.errors.push(...faultLines(key, error, null));
    }
  }

  return {
    async run() {
      const folder = await listSiteFolder(root);
      const outcome = emptyOutcome();
      const keys = new Set(folder.files.map(({ key }) => key));
      const isNew = [...keys].some((key) => !stored.has(key));
      if (isNew) await options.remember([...new Set([...keys, ...stored.keys()])].sort());
      for (const files of inOrder(changedFiles(folder.files, stored)))
        await inParallel(files, JOBS, (file) => publish(file, outcome));
      const gone = [...stored.keys()].filter((key) => !keys.has(key));
      await inParallel(gone, JOBS, (key) => unpublish(key, outcome));
      if (outcome.unpublished.length > 0) await options.remember([...stored.keys()].sort());
      return { folder, ...outcome };
    },
  };
}

interface Outcome {
  readonly published: SiteFile[];
  readonly unpublished: string[];
  readonly errors: string[];
  readonly warnings: string[];
  isIncomplete: boolean;
}

function emptyOutcome(): Outcome {
  return { published: [], unpublished: [], errors: [], warnings: [], isIncomplete: false };
}

/** With new settings every post: the catalog holds dates, locales and excerpts as the settings read them. */
function changedFiles(
  files: readonly SiteFile[],
  stored: ReadonlyMap<string, string>,
): readonly SiteFile[] {
  const changed = files.filter((file) => stored.get(file.key) !== file.fingerprint);
  const hasNewSite = changed.some(({ key }) => key === SITE_KEY);
  return hasNewSite
    ? files.filter((file) => changed.includes(file) || objectKind(file.key).kind === "post")
    : changed;
}

/** The settings first: dates and locales of the posts are read by them. Posts last: they may name all others. */
function inOrder(files: readonly SiteFile[]): readonly (readonly SiteFile[])[] {
  const site = files.filter(({ key }) => key === SITE_KEY);
  const posts = files.filter(({ key }) => objectKind(key).kind === "post");
  const others = files.filter((file) => !site.includes(file) && !posts.includes(file));
  return [site, others, posts];
}

/** Whether only another file can be published: 4xx, but neither a wrong token nor too many requests. */
function isFault(error: unknown): boolean {
  if (error instanceof InvalidSourceError) return true;
  const status = error instanceof PublishError ? (error.status ?? 0) : 0;
  return status === 400 || status === 413 || status === 422;
}

/** Deleted between the look at the folder and the reading: the next look finds it gone. */
function isMissingFile(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
