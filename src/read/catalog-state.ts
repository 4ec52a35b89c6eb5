// The catalog's state as a version that cache keys can name.

import type { PointerSource } from "../cache/pointers.ts";
import type { InputVersion } from "../cache/revision.ts";
import type { Catalog, CatalogState } from "../catalog/catalog.ts";

/** The pointer's name; purged by every publish. */
export const CATALOG_POINTER = "catalog";

export function catalogSource(catalog: Catalog, now: () => number): PointerSource<CatalogState> {
  return {
    name: CATALOG_POINTER,
    read: () => catalog.state(now()),
    changesAt: (state) => state.changesAt,
  };
}

/** Generations are times (milliseconds since 1970), so they also tell when the catalog changed. */
export function catalogVersion({ generation, visibleSince }: CatalogState): InputVersion {
  return {
    version: `${generation}-${visibleSince ?? 0}`,
    changedAt: Math.max(generation, visibleSince ?? 0),
  };
}
