// The one way in: whatever tool brings an object, it is validated, written, indexed and purged here.

import type { Defer } from "../cache/pointers.ts";
import type { Catalog, CatalogPost } from "../catalog/catalog.ts";
import { InvalidSourceError, type Note } from "../post/note.ts";
import { type ObjectKind, objectKind } from "../post/object-kind.ts";
import { isVisible, type Post } from "../post/post.ts";
import { CATALOG_POINTER } from "../read/catalog-state.ts";
import type { SiteReader } from "../read/current-site.ts";
import { objectPointer } from "../read/object-pointer.ts";
import type { ContentStore, ObjectHead, PutCondition } from "../store/content-store.ts";
import { type CheckedObject, checkObject } from "./check-object.ts";
import type { Purge, PurgeOutcome } from "./purge.ts";

/** Nothing was written: the object isn't what the publisher last saw. */
export class ConflictError extends Error {
  override readonly name = "ConflictError";
  /** The version that is there; null if there is no object. */
  readonly current: string | null;

  constructor(key: string, current: string | null) {
    super(
      `Cannot write "${key}": it is not the version that you name; read it again, then publish with its present version`,
    );
    this.current = current;
  }
}

/** The object is written, the rest isn't done: publishing it again does it, and so does the next reconcile. */
export class IncompleteError extends Error {
  override readonly name = "IncompleteError";

  constructor(key: string, cause: unknown) {
    super(
      `Cannot finish "${key}": it is stored, but the catalog failed, so lists may not show it yet; publish it again`,
      { cause },
    );
  }
}

export interface PublishRequest {
  readonly key: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly condition?: PutCondition;
}

export interface Published {
  readonly key: string;
  /** Null after an unpublish. */
  readonly version: string | null;
  /** The post as readers get it; null for other objects. */
  readonly post: Post | null;
  readonly notes: readonly Note[];
  readonly purge: PurgeOutcome;
}

/** What became of each object; one does not stop the others. */
export interface Synced {
  readonly synced: readonly string[];
  /** Cannot be published as they are: trying again changes nothing. */
  readonly refused: readonly { readonly key: string; readonly error: InvalidSourceError }[];
  /** Store or catalog failed: to be tried again. */
  readonly failed: readonly { readonly key: string; readonly error: unknown }[];
  readonly purge: PurgeOutcome;
}

export interface Publisher {
  /** @throws InvalidSourceError, ConflictError, IncompleteError, StoreError */
  publish(request: PublishRequest, defer: Defer): Promise<Published>;
  /** Null if there is no such object. @throws ConflictError, IncompleteError, StoreError */
  unpublish(request: Pick<PublishRequest, "key" | "condition">): Promise<Published | null>;
  /** Reads objects that other tools wrote or deleted, indexes what it finds, and purges once. Never rejects. */
  sync(keys: readonly string[], defer: Defer): Promise<Synced>;
  /** Forgets which versions of these objects, and which lists, are current. */
  purge(keys: readonly string[]): Promise<PurgeOutcome>;
}

interface PublisherRooms {
  readonly store: ContentStore;
  readonly catalog: Catalog;
  readonly sites: SiteReader;
  readonly purge: Purge;
  readonly now: () => number;
}

/** How often a writer looks whether another one came in between; the rest is left to the next reconcile. */
const MAX_LOOKS = 3;

interface Changed {
  readonly key: string;
  /** Readers must not see it any more. */
  readonly isHidden: boolean;
}

interface Indexed extends Changed {
  /** Null for an object that is not there. */
  readonly version: string | null;
}

export function createPublisher({ store, catalog, sites, purge, now }: PublisherRooms): Publisher {
  async function index(checked: CheckedObject, head: ObjectHead): Promise<void> {
    if (checked.kind === "post") await catalog.put(catalogPost(checked.post, head), checked.text);
    if (checked.kind === "excerpts")
      await catalog.putDataExcerpts(checked.locale, checked.excerpts);
    if (checked.kind === "include") {
      const { path, text } = checked;
      await catalog.putInclude({ path, text, sourceVersion: head.version });
    }
  }

  async function unindex(kind: ObjectKind): Promise<void> {
    if (kind.kind === "post") await catalog.remove(kind.address);
    if (kind.kind === "excerpts") await catalog.putDataExcerpts(kind.locale, {});
    if (kind.kind === "include") await catalog.removeInclude(kind.path);
  }

  /** Purges whatever happened: a source that is written must be seen, even if the catalog failed. */
  async function indexAndPurge(
    { key, isHidden }: Changed,
    work: () => Promise<void>,
  ): Promise<PurgeOutcome> {
    const hidden = isHidden ? [objectPointer(key)] : [];
    try {
      await work();
    } catch (error) {
      await purge.purge(pointersOf(key), hidden);
      throw new IncompleteError(key, error);
    }
    return purge.purge(pointersOf(key), hidden);
  }

  async function indexStored(key: string, defer: Defer): Promise<Indexed> {
    const object = await store.get(key);
    if (object === null) {
      await unindex(objectKind(key));
      return { key, version: null, isHidden: true };
    }
    const checked = await checkObject(object, sites, defer);
    await index(checked, object);
    return { key, version: object.version, isHidden: isHidden(checked) };
  }

  /**
   * Of two writers at once the one that wrote first may index last. So each looks again, and indexes what is there
   * then. Not where the store may answer with what was there before (KV): the next reconcile compares.
   */
  async function indexNewer(indexed: Indexed, defer: Defer): Promise<Indexed> {
    const { key } = indexed;
    if (!store.swapsAtomically || objectKind(key).kind === "file") return indexed;
    let last = indexed;
    for (let look = 0; look < MAX_LOOKS; look += 1) {
      const version = (await store.head(key))?.version ?? null;
      if (version === last.version) return last;
      last = await indexStored(key, defer);
    }
    return last;
  }

  function isHidden(checked: CheckedObject): boolean {
    return checked.kind === "post" && !isVisible(checked.post, now());
  }

  return {
    async publish({ key, body, contentType, condition }, defer) {
      const checked = await checkObject({ key, body, uploadedAt: now() }, sites, defer);
      await catalog.state(now()); // fails closed: without a catalog nothing is written
      const head = await store.put(key, body, { contentType, ...(condition && { condition }) });
      if (head === null) throw new ConflictError(key, (await store.head(key))?.version ?? null);
      const changed = { key, isHidden: isHidden(checked) };
      const outcome = await indexAndPurge(changed, async () => {
        await index(checked, head);
        // Ours is published, whatever has become of the other one.
        await indexNewer({ ...changed, version: head.version }, defer).catch(() => null);
      });
      return { key, version: head.version, ...describe(checked), purge: outcome };
    },
    async unpublish({ key, condition }) {
      const head = await store.head(key);
      if (head === null) return null;
      if (condition?.kind === "version" && condition.version !== head.version)
        throw new ConflictError(key, head.version);
      await catalog.state(now());
      await store.delete(key);
      const changed = { key, isHidden: true };
      const outcome = await indexAndPurge(changed, () => unindex(objectKind(key)));
      return { key, version: null, post: null, notes: [], purge: outcome };
    },
    async sync(keys, defer) {
      const synced: string[] = [];
      const refused: Synced["refused"][number][] = [];
      const failed: Synced["failed"][number][] = [];
      const hidden: string[] = [];
      for (const key of new Set(keys)) {
        try {
          const indexed = await indexNewer(await indexStored(key, defer), defer);
          if (indexed.isHidden) hidden.push(objectPointer(key));
          synced.push(key);
        } catch (error) {
          if (error instanceof InvalidSourceError) refused.push({ key, error });
          else failed.push({ key, error });
        }
      }
      // The source of what failed may have changed all the same.
      const changed = [...synced, ...failed.map(({ key }) => key)];
      const outcome = await purge.purge([...new Set(changed.flatMap(pointersOf))], hidden);
      return { synced, refused, failed, purge: outcome };
    },
    purge: (keys) => purge.purge([...new Set(keys.flatMap(pointersOf))]),
  };
}

function describe(checked: CheckedObject): Pick<Published, "post" | "notes"> {
  return {
    post: checked.kind === "post" ? checked.post : null,
    notes: "notes" in checked ? checked.notes : [],
  };
}

/** The pointers that a change of this object makes wrong. */
function pointersOf(key: string): readonly string[] {
  const { kind } = objectKind(key);
  if (kind === "excerpts" || kind === "include") return [CATALOG_POINTER];
  return kind === "post" ? [objectPointer(key), CATALOG_POINTER] : [objectPointer(key)];
}

function catalogPost(post: Post, head: ObjectHead): CatalogPost {
  const { isHidden, isIndexed: _isIndexed, author: _author, ...fields } = post;
  return { ...fields, visibility: isHidden ? "draft" : "public", sourceVersion: head.version };
}
