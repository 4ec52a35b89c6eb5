// The site's settings as they are now: the version that a pointer names, or the last good one.

import type { ContentCache, Made } from "../cache/content-cache.ts";
import { createLru } from "../cache/lru.ts";
import type { Defer, Pointers, PointerSource, ResolvedPointer } from "../cache/pointers.ts";
import type { InputVersion } from "../cache/revision.ts";
import { InvalidSourceError } from "../post/note.ts";
import { DEFAULT_SITE, parseSite, type Site, SITE_KEY } from "../post/site.ts";
import type { ContentStore } from "../store/content-store.ts";
import { objectPointer, readVersion } from "./object-pointer.ts";
import { readInTime } from "../cache/read-in-time.ts";

export interface CurrentSettings {
  readonly site: Site;
  readonly version: InputVersion;
  /** `stale`: the store failed, or holds settings that cannot be read. */
  readonly origin: ResolvedPointer<unknown>["origin"];
}

export interface SettingsReader {
  /** @throws StoreError, DeadlineError when neither store nor cache has the settings */
  current(defer: Defer): Promise<CurrentSettings>;
}

type LoadedSettings = Omit<CurrentSettings, "origin">;

/** A site that has no `_config.yml`, or never had one that could be read. */
const NO_CONFIG: InputVersion = { version: "default", changedAt: 0 };
const NO_SETTINGS: LoadedSettings = { site: DEFAULT_SITE, version: NO_CONFIG };

export interface SettingsReaderRooms {
  readonly store: ContentStore;
  readonly pointers: Pointers;
  readonly contents: ContentCache;
}

export function createSettingsReader({
  store,
  pointers,
  contents,
}: SettingsReaderRooms): SettingsReader {
  // The present settings and the last good ones by version, or why they cannot be read.
  const parsed = createLru<Site | InvalidSourceError>({ maxSize: 4, sizeOf: () => 1 });

  const source: PointerSource<InputVersion> = {
    name: objectPointer(SITE_KEY),
    read: async () => (await readVersion(store, SITE_KEY)) ?? NO_CONFIG,
  };

  /** @throws InvalidSourceError, StoreError, DeadlineError */
  async function load(wanted: InputVersion, defer: Defer): Promise<LoadedSettings> {
    if (wanted.version === NO_CONFIG.version) return NO_SETTINGS;
    const known = parsed.get(wanted.version);
    if (known instanceof InvalidSourceError) throw known;
    if (known !== undefined) return { site: known, version: wanted };
    const found = await contents.findOrMake(
      siteKey(wanted.version),
      () => readConfig(store),
      defer,
    );
    const used = found.key.slice(siteKey("").length);
    const result = parse(found.entry.body);
    parsed.set(used, result);
    if (result instanceof InvalidSourceError) throw result;
    return {
      site: result,
      version: used === wanted.version ? wanted : { version: used, changedAt: null },
    };
  }

  /** What stands in for settings that cannot be had. @throws `fault` if nothing does */
  async function loadLastGood(
    wanted: InputVersion,
    fault: unknown,
    defer: Defer,
  ): Promise<LoadedSettings> {
    const good = await pointers.lastGood(source);
    if (good !== null && good.value.version !== wanted.version) return load(good.value, defer);
    if (fault instanceof InvalidSourceError) return NO_SETTINGS;
    throw fault;
  }

  return {
    async current(defer) {
      const pointer = await pointers.resolve(source, defer);
      try {
        const loaded = await load(pointer.value, defer);
        if (pointer.origin === "read" || pointer.origin === "edge")
          defer(pointers.keepGood(source, pointer));
        return { ...loaded, origin: pointer.origin };
      } catch (fault) {
        return { ...(await loadLastGood(pointer.value, fault, defer)), origin: "stale" };
      }
    },
  };
}

function parse(body: Uint8Array): Site | InvalidSourceError {
  try {
    return parseSite(new TextDecoder().decode(body));
  } catch (error) {
    if (error instanceof InvalidSourceError) return error;
    throw error;
  }
}

/** Where the text of one version is kept: `site/<version>`. */
function siteKey(version: string): string {
  return `site/${version}`;
}

async function readConfig(store: ContentStore): Promise<Made> {
  const object = await readInTime("read the settings", () => store.get(SITE_KEY));
  const headers = { "Content-Type": "application/yaml" };
  if (object === null)
    return { key: siteKey(NO_CONFIG.version), entry: { body: new Uint8Array(), headers } };
  return { key: siteKey(object.version), entry: { body: object.body, headers } };
}
