// The one way in: whatever tool brings an object, it is validated, written, indexed and purged here.

import type { Defer } from "../cache/pointers.ts";
import type { Catalog, CatalogPost } from "../catalog/catalog.ts";
import { parseDataExcerpts } from "../post/data-excerpts.ts";
import { typeConflict } from "../post/file-type.ts";
import { InvalidSourceError, type Note } from "../post/note.ts";
import { type ObjectKind, objectKind } from "../post/object-kind.ts";
import type { Post } from "../post/post.ts";
import { parseSite } from "../post/site.ts";
import type { PostAddress } from "../post/slug.ts";
import { CATALOG_POINTER } from "../read/catalog-state.ts";
import type { SiteReader } from "../read/current-site.ts";
import { objectPointer } from "../read/object-pointer.ts";
import { renderPost } from "../render/render-post.ts";
import type { ContentStore, ObjectHead, PutCondition } from "../store/content-store.ts";
import { decodeSource } from "./decode-source.ts";
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

export interface Publisher {
  /** @throws InvalidSourceError, ConflictError, IncompleteError, StoreError */
  publish(request: PublishRequest, defer: Defer): Promise<Published>;
  /** Null if there is no such object. @throws ConflictError, IncompleteError, StoreError */
  unpublish(request: Pick<PublishRequest, "key" | "condition">): Promise<Published | null>;
  /** Reads an object that another tool wrote or deleted, and indexes and purges what it finds. @throws InvalidSourceError, StoreError, CatalogError */
  sync(key: string, defer: Defer): Promise<Published>;
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

/** A valid object, ready to be indexed. */
type Checked =
  | {
      readonly kind: "post";
      readonly address: PostAddress;
      readonly post: Post;
      readonly notes: readonly Note[];
    }
  | {
      readonly kind: "excerpts";
      readonly locale: Extract<ObjectKind, { kind: "excerpts" }>["locale"];
      readonly excerpts: Readonly<Record<string, string>>;
    }
  | { readonly kind: "site" | "file" };

export function createPublisher({ store, catalog, sites, purge, now }: PublisherRooms): Publisher {
  async function check(
    key: string,
    body: Uint8Array,
    uploadedAt: number | null,
    defer: Defer,
  ): Promise<Checked> {
    const kind = objectKind(key);
    if (kind.kind === "post") {
      const { site } = await sites.current(defer);
      const source = decodeSource(body, key);
      const { post, rendered } = renderPost(source, {
        file: key,
        address: kind.address,
        site,
        uploadedAt,
      });
      return { ...kind, post, notes: rendered.notes };
    }
    if (kind.kind === "excerpts")
      return { ...kind, excerpts: parseDataExcerpts(decodeSource(body, key), key) };
    if (kind.kind === "unknown") throw unknownKey(key);
    if (kind.kind === "site") parseSite(decodeSource(body, key));
    if (kind.kind === "file") checkType(key, body);
    return { kind: kind.kind };
  }

  async function index(checked: Checked, head: ObjectHead): Promise<void> {
    if (checked.kind === "post") await catalog.put(catalogPost(checked.post, head));
    if (checked.kind === "excerpts")
      await catalog.putDataExcerpts(checked.locale, checked.excerpts);
  }

  async function unindex(kind: ObjectKind): Promise<void> {
    if (kind.kind === "post") await catalog.remove(kind.address);
    if (kind.kind === "excerpts") await catalog.putDataExcerpts(kind.locale, {});
  }

  /** Purges whatever happened: a source that is written must be seen, even if the catalog failed. */
  async function indexAndPurge(key: string, work: () => Promise<void>): Promise<PurgeOutcome> {
    try {
      await work();
    } catch (error) {
      await purge.purge(pointersOf(key));
      throw new IncompleteError(key, error);
    }
    return purge.purge(pointersOf(key));
  }

  return {
    async publish({ key, body, contentType, condition }, defer) {
      const checked = await check(key, body, now(), defer);
      await catalog.state(now()); // fails closed: without a catalog nothing is written
      const head = await store.put(key, body, { contentType, ...(condition && { condition }) });
      if (head === null) throw new ConflictError(key, (await store.head(key))?.version ?? null);
      const outcome = await indexAndPurge(key, () => index(checked, head));
      return { key, version: head.version, ...describe(checked), purge: outcome };
    },
    async unpublish({ key, condition }) {
      const kind = objectKind(key);
      const head = await store.head(key);
      if (head === null) return null;
      if (condition?.kind === "version" && condition.version !== head.version)
        throw new ConflictError(key, head.version);
      await catalog.state(now());
      await store.delete(key);
      const outcome = await indexAndPurge(key, () => unindex(kind));
      return { key, version: null, post: null, notes: [], purge: outcome };
    },
    purge: (keys) => purge.purge([...new Set(keys.flatMap(pointersOf))]),
    async sync(key, defer) {
      const object = await store.get(key);
      if (object === null) {
        await unindex(objectKind(key));
        return {
          key,
          version: null,
          post: null,
          notes: [],
          purge: await purge.purge(pointersOf(key)),
        };
      }
      const checked = await check(key, object.body, object.uploadedAt, defer);
      await index(checked, object);
      return {
        key,
        version: object.version,
        ...describe(checked),
        purge: await purge.purge(pointersOf(key)),
      };
    },
  };
}

function describe(checked: Checked): Pick<Published, "post" | "notes"> {
  return checked.kind === "post"
    ? { post: checked.post, notes: checked.notes }
    : { post: null, notes: [] };
}

/** The pointers that a change of this object makes wrong. */
function pointersOf(key: string): readonly string[] {
  return [objectPointer(key), CATALOG_POINTER];
}

function catalogPost(post: Post, head: ObjectHead): CatalogPost {
  const { isHidden, author: _author, ...fields } = post;
  return { ...fields, visibility: isHidden ? "draft" : "public", sourceVersion: head.version };
}

/** @throws InvalidSourceError for a picture that is none */
function checkType(key: string, body: Uint8Array): void {
  const found = typeConflict(key, body);
  if (found !== null)
    throw refuse(
      key,
      "file/type",
      `Cannot publish "${key}": its bytes are ${found}; give it the name of what it is`,
    );
}

function unknownKey(key: string): InvalidSourceError {
  return refuse(
    key,
    "key",
    `Cannot publish "${key}": posts lie at posts/<slug>.md or posts/<slug>.<locale>.md, files below images/ or assets/, and the settings in _config.yml`,
  );
}

function refuse(key: string, rule: string, message: string): InvalidSourceError {
  return new InvalidSourceError(key, [
    { severity: "error", rule, line: null, column: null, field: null, message },
  ]);
}
