// Answers with one source of a post, in the format that was chosen.

import type { InputVersion } from "../cache/revision.ts";
import type { Format } from "../negotiate/choose-format.ts";
import { canonicalUrl, postPath } from "../page/addresses.ts";
import type { PostAddress } from "../post/slug.ts";
import { catalogInput } from "./catalog-input.ts";
import { findSource } from "./find-source.ts";
import { makePost } from "./make-post.ts";
import { pageInput } from "./page-input.ts";
import type { Reader } from "./reader.ts";
import { type MadePage, servePage, type Serving } from "./serve-page.ts";

export interface WantedPost {
  readonly address: PostAddress;
  readonly format: Format;
  /** The format that the URL itself says; null where Accept decided. */
  readonly extension: Format | null;
}

/** @throws NotFoundError also for a post that may not be seen, GoneError, UnavailableError; what stores throw */
export async function servePost(
  request: Request,
  wanted: WantedPost,
  { reader, rooms }: Serving,
): Promise<Response> {
  const { address, format } = wanted;
  const { page } = reader;
  // The source is shown as it is: without chrome, and without anything of the catalog.
  const isSource = format === "markdown";
  const catalog = catalogInput(reader, rooms);
  const source = await findSource(address, reader, rooms);
  const versions = {
    source: sourceVersion(address, source.version),
    catalog: isSource ? null : catalog.version,
  };

  async function make(): Promise<MadePage> {
    const { entry, version, isStale } = await makePost(format, source, { reader, rooms });
    return {
      entry,
      versions: { ...versions, source: sourceVersion(address, version) },
      isStale,
    };
  }

  return servePage(
    request,
    {
      variant: {
        path: postPath(address.slug, null),
        locale: isSource ? null : page.locale,
        format,
        isExplicit: !isSource && page.explicitLocale !== null,
      },
      versions,
      // The catalog's state is also that of the site, without which nothing is served.
      inputs: [pageInput(rooms.pointers, rooms.posts.source(address), source.pointer), catalog],
      headers: addressHeaders(wanted, reader),
      make,
    },
    { reader, rooms },
  );
}

/** A translation and its original may be the same bytes, and are two posts. */
function sourceVersion(
  { locale }: PostAddress,
  { version, changedAt }: InputVersion,
): InputVersion {
  return { version: locale === null ? version : `${locale}-${version}`, changedAt };
}

/** By which headers the address chooses, and which address search engines keep. */
function addressHeaders(
  { address, extension }: WantedPost,
  { page: { site, explicitLocale } }: Reader,
): Readonly<Record<string, string>> {
  const vary = [
    ...(explicitLocale === null && extension !== "markdown" ? ["Accept-Language"] : []),
    ...(extension === null ? ["Accept"] : []),
  ];
  const canonical = canonicalUrl(site, postPath(address.slug, address.locale));
  return {
    ...(vary.length > 0 && { Vary: vary.join(", ") }),
    ...(extension !== null && {
      Link: `<${canonical}>; rel="canonical"`,
      "X-Robots-Tag": "noindex",
    }),
  };
}
