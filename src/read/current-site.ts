// The site's settings as they are now: the version that a pointer names, or the last good one.

import type { ContentCache, Made } from "../cache/content-cache.ts";
import { createLru } from "../cache/lru.ts";
import type { Defer, Pointers, PointerSource, ResolvedPointer } from "../cache/pointers.ts";
import type { InputVersion } from "../cache/revision.ts";
import { InvalidSourceError } from "../post/note.ts";
import { DEFAULT_SITE, parseSite, type Site, SITE_KEY } from "../post/site.ts";
import { objectPointer } from "./object-pointer.ts";
import type { ContentStore } from "../store/content-store.ts";

export interface CurrentSite {
  readonly site: Site;
  readonly version: InputVersion;
  /** `stale`: the store failed, or holds settings that cannot be read. */
  readonly origin: ResolvedPointer<unknown>["origin"];
}

export interface SiteReader {
  /** @throws StoreError when neither store nor cache has the settings */
  current(defer: Defer): Promise<CurrentSite>;
}

/** A site that has no `_config.yml`, or never had one that could be read. */
const NO_CONFIG: InputVersion = { version: "default", changedAt: 0 };

interface SiteReaderRooms {
  readonly store: ContentStore;
  readonly pointers: Pointers;
  readonly contents: ContentCache;
}

export function createSiteReader({ store, pointers, contents }: SiteReaderRooms): SiteReader {
  // The present settings and the last good ones, by version.
  const parsed = createLru<Site>({ maxSize: 2, sizeOf: () => 1 });

  const source: PointerSource<InputVersion> = {
    name: objectPointer(SITE_KEY),
    async read() {
      const head = await store.head(SITE_KEY);
      return head === null ? NO_CONFIG : { version: head.version, changedAt: head.uploadedAt };
    },
  };

  async function load(wanted: InputVersion, defer: Defer): Promise<Omit<CurrentSite, "origin">> {
    if (wanted.version === NO_CONFIG.version) return { site: DEFAULT_SITE, version: NO_CONFIG };
    const known = parsed.get(wanted.version);
    if (known !== undefined) return { site: known, version: wanted };
    const { entry, key } = await contents.findOrMake(
      siteKey(wanted.version),
      () => readConfig(store),
      defer,
    );
    const site = parseSite(new TextDecoder().decode(entry.body));
    const version =
      key === siteKey(wanted.version)
        ? wanted
        : { version: key.slice(siteKey("").length), changedAt: null };
    parsed.set(version.version, site);
    return { site, version };
  }

  return {
    async current(defer) {
      const pointer = await pointers.resolve(source, defer);
      try {
        const loaded = await load(pointer.value, defer);
        if (pointer.origin === "read") defer(pointers.keepGood(source, pointer));
        return { ...loaded, origin: pointer.origin };
      } catch (error) {
        const good = await pointers.lastGood(source);
        if (good !== null && good.value.version !== pointer.value.version) {
          return { ...(await load(good.value, defer)), origin: "stale" };
        }
        if (error instanceof InvalidSourceError)
          return { ...(await load(NO_CONFIG, defer)), origin: "stale" };
        throw error;
      }
    },
  };
}

/** Where the text of one version is kept: `site/<version>`. */
function siteKey(version: string): string {
  return `site/${version}`;
}

async function readConfig(store: ContentStore): Promise<Made> {
  const object = await store.get(SITE_KEY);
  const headers = { "Content-Type": "application/yaml" };
  if (object === null)
    return { key: siteKey(NO_CONFIG.version), entry: { body: new Uint8Array(), headers } };
  return { key: siteKey(object.version), entry: { body: object.body, headers } };
}
