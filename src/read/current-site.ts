// What every page depends on, as it is now: the site's settings and its includes, named by one version.

import type { Defer, ResolvedPointer } from "../cache/pointers.ts";
import type { InputVersion } from "../cache/revision.ts";
import type { CatalogState } from "../catalog/catalog.ts";
import type { Includes } from "../post/includes.ts";
import type { Site } from "../post/site.ts";
import { createIncludesReader, type IncludesReaderRooms } from "./current-includes.ts";
import { createSettingsReader, type SettingsReaderRooms } from "./current-settings.ts";

export interface CurrentSite {
  readonly site: Site;
  readonly includes: Includes;
  /** Of both: `<version of the settings>~<generation of the includes>`. */
  readonly version: InputVersion;
  /** `stale`: store or catalog failed, or the store holds settings that cannot be read. */
  readonly origin: ResolvedPointer<unknown>["origin"];
  /** The state that named the includes: a page is made by the same one. */
  readonly catalog: ResolvedPointer<CatalogState>;
}

export interface SiteReader {
  /** @throws StoreError, CatalogError, DeadlineError when neither they nor the cache have the settings and includes */
  current(defer: Defer): Promise<CurrentSite>;
}

export function createSiteReader(rooms: SettingsReaderRooms & IncludesReaderRooms): SiteReader {
  const settingsReader = createSettingsReader(rooms);
  const includesReader = createIncludesReader(rooms);
  return {
    async current(defer) {
      const [settings, includes] = await Promise.all([
        settingsReader.current(defer),
        includesReader.current(defer),
      ]);
      return {
        site: settings.site,
        includes: includes.texts,
        version: joinVersions(settings.version, includes.generation),
        origin: includes.state.origin === "stale" ? "stale" : settings.origin,
        catalog: includes.state,
      };
    },
  };
}

/** Generations are times, so they also tell when an include changed. */
function joinVersions({ version, changedAt }: InputVersion, generation: number): InputVersion {
  return {
    version: `${version}~${generation}`,
    changedAt: changedAt === null ? null : Math.max(changedAt, generation),
  };
}
