// How a rendered post lies in the cache: as JSON, under a key that names all that it was made of.

import type { EdgeEntry } from "../cache/edge-cache.ts";
import { InvalidSourceError, type Note } from "../post/note.ts";
import type { Post } from "../post/post.ts";
import { unescapedHtml } from "../post/safe-html.ts";
import type { RenderedPost } from "../render/rendered-post.ts";

export interface ReadPost {
  readonly post: Post;
  readonly rendered: RenderedPost;
  /** The Markdown that it was made of, front matter included. */
  readonly source: string;
  /** Of that source: perhaps newer than the version that was asked for. */
  readonly version: string;
}

/** The JSON's shape: a post, or why this version is none, so that nobody tries to read it again. */
type Stored =
  | { readonly invalid: readonly Note[] }
  | (Omit<ReadPost, "rendered"> & {
      readonly rendered: Omit<RenderedPost, "html"> & { readonly html: string };
    });

export function encodePost({ rendered, ...read }: ReadPost): EdgeEntry {
  return encode({ ...read, rendered: { ...rendered, html: rendered.html.markup } });
}

export function encodeInvalid(notes: readonly Note[]): EdgeEntry {
  return encode({ invalid: notes });
}

/** @throws InvalidSourceError if that is what was stored */
export function decodePost({ body }: EdgeEntry, file: string): ReadPost {
  const stored = JSON.parse(new TextDecoder().decode(body)) as Stored; // written by encode()
  if ("invalid" in stored) throw new InvalidSourceError(file, stored.invalid);
  return { ...stored, rendered: { ...stored.rendered, html: unescapedHtml(stored.rendered.html) } };
}

function encode(stored: Stored): EdgeEntry {
  return {
    body: new TextEncoder().encode(JSON.stringify(stored)),
    headers: { "Content-Type": "application/json" },
  };
}
