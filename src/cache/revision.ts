// A revision names the versions of all inputs of a page. Cache keys, validators and cache tags are made of it, here only.

/** A version of an input, with the time of its last change. */
export interface InputVersion {
  /** Of the characters that a header may hold. */
  readonly version: string;
  /** Milliseconds since 1970; null where the store doesn't say. */
  readonly changedAt: number | null;
}

export interface Revision {
  /** The deployed Worker. */
  readonly build: InputVersion;
  /** `_config.yml`, and what posts may include. */
  readonly site: InputVersion;
  /** A post's source; null for lists. */
  readonly source: InputVersion | null;
  /** The catalog's state; null for what doesn't read the catalog. */
  readonly catalog: InputVersion | null;
}

/** One representation of one address. */
export interface Variant {
  /** The address without locale and extension, such as `/posts/hello`. */
  readonly path: string;
  /** Of the chrome; null for what is never negotiated. */
  readonly locale: string | null;
  readonly format: string;
  /** Whether the URL itself said the locale: canonical URL and links differ then. */
  readonly isExplicit: boolean;
}

/** Names the content of a page: same key, same bytes. */
export function pageKey(revision: Revision, variant: Variant): string {
  return `page${variant.path}|${variantName(variant)}|${revisionName(revision)}`;
}

/** Names a rendered post: it depends on neither locale nor catalog. */
export function renderedKey(
  objectKey: string,
  inputs: Pick<Revision, "build" | "site" | "source">,
): string {
  return `rendered/${objectKey}|${revisionName({ ...inputs, catalog: null })}`;
}

/** Weak, because Cloudflare may compress and drops strong ones on the way (RFC 9110 §8.8.3). */
export function entityTag(revision: Revision, variant: Variant): string {
  return `W/"${variantName(variant)}.${revisionName(revision)}"`;
}

/** The latest change of any input, whole seconds; null where one is unknown. */
export function lastModified(revision: Revision): number | null {
  const times = inputsOf(revision).map((input) => input.changedAt);
  const known = times.filter((time) => time !== null);
  return known.length < times.length ? null : Math.floor(Math.max(...known) / 1000) * 1000;
}

/**
 * What a purge by tag names: one tag for each address, whatever the variant. Cloudflare takes ASCII without spaces,
 * parts tags at commas and does not tell cases apart.
 *
 * @example cacheTag("/posts/dağ") // → kiyi:/posts/da%c4%9f
 */
export function cacheTag(path: string): string {
  return `kiyi:${encodeURI(path).replaceAll(",", "%2C")}`.toLowerCase();
}

function variantName({ locale, format, isExplicit }: Variant): string {
  return `${locale ?? "und"}${isExplicit ? "!" : ""}.${format}`;
}

function revisionName(revision: Revision): string {
  const { build, site, source, catalog } = revision;
  return [build, site, source, catalog].map((input) => input?.version ?? "-").join(".");
}

function inputsOf({ build, site, source, catalog }: Revision): readonly InputVersion[] {
  return [build, site, source, catalog].filter((input) => input !== null);
}
