// The site's includes as they are now: the texts that the catalog's state names, or the last ones that could be read.

import type { ContentCache, Made } from "../cache/content-cache.ts";
import { createLru } from "../cache/lru.ts";
import type { Defer, Pointers, PointerSource, ResolvedPointer } from "../cache/pointers.ts";
import type { Catalog, CatalogState } from "../catalog/catalog.ts";
import type { Includes } from "../post/includes.ts";
import { readInTime } from "../cache/read-in-time.ts";

export interface CurrentIncludes {
  readonly texts: Includes;
  /** Of the texts that were really read: perhaps newer than the state's. */
  readonly generation: number;
  /** The state that named them; routes use the same one. */
  readonly state: ResolvedPointer<CatalogState>;
}

export interface IncludesReader {
  /** @throws CatalogError, DeadlineError when neither catalog nor cache has them */
  current(defer: Defer): Promise<CurrentIncludes>;
}

export interface IncludesReaderRooms {
  readonly catalog: Catalog;
  readonly catalogState: PointerSource<CatalogState>;
  readonly pointers: Pointers;
  readonly contents: ContentCache;
}

type Loaded = Pick<CurrentIncludes, "texts" | "generation">;

/** What a site without includes has; most have none, and for them nothing is read. */
const NONE: Loaded = { texts: {}, generation: 0 };

export function createIncludesReader({
  catalog,
  catalogState,
  pointers,
  contents,
}: IncludesReaderRooms): IncludesReader {
  // The present ones and the last good ones, half a megabyte each at most.
  const parsed = createLru<Loaded>({ maxSize: 2, sizeOf: () => 1 });

  async function make(): Promise<Made> {
    const { generation, includes } = await readInTime("read the includes", () =>
      catalog.includes(),
    );
    const texts = Object.fromEntries(includes.map(({ path, text }) => [path, text]));
    return { key: includesKey(generation), entry: encode({ texts, generation }) };
  }

  async function load(generation: number, defer: Defer): Promise<Loaded> {
    if (generation === NONE.generation) return NONE;
    const known = parsed.get(String(generation));
    if (known !== undefined) return known;
    const { entry } = await contents.findOrMake(includesKey(generation), make, defer);
    const loaded = decode(entry);
    parsed.set(String(loaded.generation), loaded);
    return loaded;
  }

  return {
    async current(defer) {
      const state = await pointers.resolve(catalogState, defer);
      const wanted = state.value.includesGeneration;
      try {
        return { ...(await load(wanted, defer)), state };
      } catch (error) {
        const good = await pointers.lastGood(catalogState);
        if (good === null || good.value.includesGeneration === wanted) throw error;
        const loaded = await load(good.value.includesGeneration, defer);
        return { ...loaded, state: { ...state, origin: "stale" } };
      }
    },
  };
}

/** Where the texts of one generation are kept: `includes/<generation>`. */
function includesKey(generation: number): string {
  return `includes/${generation}`;
}

function encode(loaded: Loaded): Made["entry"] {
  return {
    body: new TextEncoder().encode(JSON.stringify(loaded)),
    headers: { "Content-Type": "application/json" },
  };
}

function decode({ body }: Made["entry"]): Loaded {
  return JSON.parse(new TextDecoder().decode(body)) as Loaded; // the cache holds what encode() made
}
