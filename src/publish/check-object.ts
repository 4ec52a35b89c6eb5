// Validates an object before anything is written: what it is by its key, and what it says.

import type { Defer } from "../cache/pointers.ts";
import { parseDataExcerpts } from "../post/data-excerpts.ts";
import { typeConflict } from "../post/file-type.ts";
import { brokenIncludeLimit, MAX_INCLUDE_BYTES } from "../post/includes.ts";
import type { Locale } from "../post/locale.ts";
import { InvalidSourceError, type Note } from "../post/note.ts";
import { objectKind } from "../post/object-kind.ts";
import type { Post } from "../post/post.ts";
import { parseSite } from "../post/site.ts";
import type { PostAddress } from "../post/slug.ts";
import type { CurrentSite, SiteReader } from "../read/current-site.ts";
import { kramdownOptionsOf } from "../render/dialect.ts";
import { renderPost } from "../render/render-post.ts";
import { decodeSource } from "../read/decode-source.ts";

export interface UncheckedObject {
  readonly key: string;
  readonly body: Uint8Array;
  /** Milliseconds since 1970: the date of a post that names none; null where the store doesn't know. */
  readonly uploadedAt: number | null;
}

/** A valid object, ready to be indexed. */
export type CheckedObject =
  | {
      readonly kind: "post";
      readonly address: PostAddress;
      readonly post: Post;
      /** The body as plain text. */
      readonly text: string;
      readonly notes: readonly Note[];
    }
  | {
      readonly kind: "excerpts";
      readonly locale: Locale;
      readonly excerpts: Readonly<Record<string, string>>;
    }
  | { readonly kind: "include"; readonly path: string; readonly text: string }
  | { readonly kind: "site"; readonly notes: readonly Note[] }
  | { readonly kind: "file" };

/** @throws InvalidSourceError, and StoreError where the site's settings cannot be read */
export async function checkObject(
  { key, body, uploadedAt }: UncheckedObject,
  sites: SiteReader,
  defer: Defer,
): Promise<CheckedObject> {
  const kind = objectKind(key);
  if (kind.kind === "post") {
    const { site, includes } = await sites.current(defer);
    const context = { file: key, address: kind.address, site, includes, uploadedAt };
    const { post, rendered } = renderPost(decodeSource(body, key), context);
    return { ...kind, post, text: rendered.text, notes: rendered.notes };
  }
  if (kind.kind === "excerpts")
    return { ...kind, excerpts: parseDataExcerpts(decodeSource(body, key), key) };
  if (kind.kind === "include")
    return checkInclude(kind.path, { key, body }, await sites.current(defer));
  if (kind.kind === "unknown") throw refuse(key, "key", UNKNOWN_KEY);
  if (kind.kind === "site") {
    const site = parseSite(decodeSource(body, key));
    return { kind: "site", notes: kramdownOptionsOf(site).notes };
  }
  checkType(key, body);
  return { kind: "file" };
}

const UNKNOWN_KEY =
  "posts lie at posts/<slug>.md or posts/<slug>.<locale>.md, excerpts at _data/excerpts/<locale>.yml, includes below _includes/, files below images/ or assets/, the settings in _config.yml";

/** As Jekyll reads it: a byte order mark is not of the text. @throws InvalidSourceError */
function checkInclude(
  path: string,
  { key, body }: Pick<UncheckedObject, "key" | "body">,
  { includes }: CurrentSite,
): CheckedObject {
  if (body.byteLength > MAX_INCLUDE_BYTES)
    throw refuse(
      key,
      "include/limit",
      `it has ${body.byteLength} bytes, the limit is ${MAX_INCLUDE_BYTES}; shorten it`,
    );
  const text = decodeSource(body, key).replace(/^\uFEFF/, "");
  const others = Object.entries(includes).filter(([other]) => other !== path);
  const all = [...others, [path, text] as const].map(([name, held]) => ({
    path: name,
    text: held,
  }));
  const broken = brokenIncludeLimit(all);
  if (broken !== null) throw refuse(key, "include/limit", broken);
  return { kind: "include", path, text };
}

/** @throws InvalidSourceError for a picture that is none */
function checkType(key: string, body: Uint8Array): void {
  const found = typeConflict(key, body);
  if (found === null) return;
  throw refuse(key, "file/type", `its bytes are ${found}; give it the name of what it is`);
}

function refuse(key: string, rule: string, reason: string): InvalidSourceError {
  const message = `Cannot publish "${key}": ${reason}`;
  return new InvalidSourceError(key, [
    { severity: "error", rule, line: null, column: null, field: null, message },
  ]);
}
