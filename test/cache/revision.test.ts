import { describe, expect, it } from "vitest";
import {
  cacheTag,
  entityTag,
  lastModified,
  pageKey,
  renderedKey,
  type Revision,
  type Variant,
} from "../../src/cache/revision.ts";

const REVISION: Revision = {
  build: { version: "b1", changedAt: 1_000 },
  site: { version: "s1", changedAt: 2_000 },
  source: { version: "p1", changedAt: 5_500 },
  catalog: { version: "7-3", changedAt: 4_000 },
};

const VARIANT: Variant = { path: "/posts/a", locale: "tr", format: "html", isExplicit: false };

/** Every way to differ in one thing. */
const REVISIONS: readonly Revision[] = [
  REVISION,
  { ...REVISION, build: { version: "b2", changedAt: 1_000 } },
  { ...REVISION, site: { version: "s2", changedAt: 2_000 } },
  { ...REVISION, source: { version: "p2", changedAt: 5_500 } },
  { ...REVISION, source: null },
  { ...REVISION, catalog: { version: "8-3", changedAt: 4_000 } },
  { ...REVISION, catalog: { version: "7-4", changedAt: 4_000 } },
  { ...REVISION, catalog: null },
];

const VARIANTS: readonly Variant[] = [
  VARIANT,
  { ...VARIANT, path: "/posts/a-b" },
  { ...VARIANT, path: "/posts/a|tr.html" },
  { ...VARIANT, locale: "en" },
  { ...VARIANT, locale: null },
  { ...VARIANT, format: "json" },
  { ...VARIANT, isExplicit: true },
];

function distinct(names: readonly string[]): number {
  return new Set(names).size;
}

describe("pageKey()", () => {
  it("differs when any input or the variant does", () => {
    const keys = REVISIONS.flatMap((revision) =>
      VARIANTS.map((variant) => pageKey(revision, variant)),
    );
    expect(distinct(keys)).toBe(REVISIONS.length * VARIANTS.length);
  });
});

describe("entityTag()", () => {
  it("is weak, and differs when any input does, or the variant of one address", () => {
    const variants = VARIANTS.filter(({ path }) => path === VARIANT.path);
    const tags = REVISIONS.flatMap((revision) =>
      variants.map((variant) => entityTag(revision, variant)),
    );
    expect(distinct(tags)).toBe(REVISIONS.length * variants.length);
    // RFC 9110 §8.8.3: etagc is any visible character but the double quote.
    for (const tag of tags) expect(tag).toMatch(/^W\/"[\x21\x23-\x7E]+"$/);
  });
});

describe("renderedKey()", () => {
  it("names object, build, site and source, and nothing else", () => {
    const keys = REVISIONS.map((revision) => renderedKey("posts/a.md", revision));
    expect(distinct(keys)).toBe(5);
    expect(renderedKey("posts/b.md", REVISION)).not.toBe(keys[0]);
  });
});

describe("lastModified()", () => {
  it("is the latest change of any input in whole seconds", () => {
    expect(lastModified(REVISION)).toBe(5_000);
    expect(lastModified({ ...REVISION, build: { version: "b2", changedAt: 9_999 } })).toBe(9_000);
    expect(lastModified({ ...REVISION, source: null })).toBe(4_000);
  });

  it("is null where a time is unknown", () => {
    expect(lastModified({ ...REVISION, source: { version: "p1", changedAt: null } })).toBeNull();
  });
});

describe("cacheTag()", () => {
  it("is what Cloudflare takes: ASCII, no space, no comma, one case", () => {
    expect(cacheTag("/posts/dağ")).toBe("kiyi:/posts/da%c4%9f");
    expect(cacheTag("/tags/C, D")).toBe("kiyi:/tags/c%2c%20d");
    expect(() => new Headers({ "Cache-Tag": cacheTag("/posts/世界") })).not.toThrow();
  });
});
