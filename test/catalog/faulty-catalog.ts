// A catalog in front of another one that can be told to fail, hang or answer late.

import { type Catalog, CatalogError } from "../../src/catalog/catalog.ts";
import { postKey } from "../../src/post/slug.ts";
import { sourceKey } from "../../src/catalog/source-key.ts";
import { createFaults, type Fault, type Faults } from "../store/faults.ts";

export interface FaultyCatalog extends Catalog {
  readonly faults: Faults;
}

/** The key of a call is a slug (reads), a label (`listByLabel`), a source key (`put`, `remove`), a locale (`putDataExcerpts`), a path (`putInclude`, `removeInclude`) or "". */
export function createFaultyCatalog(catalog: Catalog): FaultyCatalog {
  const faults = createFaults();
  return {
    faults,
    state: (now) => faults.run({ method: "state", key: "" }, () => catalog.state(now)),
    list: (query) => faults.run({ method: "list", key: "" }, () => catalog.list(query)),
    listByLabel: (query) =>
      faults.run({ method: "listByLabel", key: query.label }, () => catalog.listByLabel(query)),
    archive: (query) => faults.run({ method: "archive", key: "" }, () => catalog.archive(query)),
    search: (query) => faults.run({ method: "search", key: "" }, () => catalog.search(query)),
    labels: (query) => faults.run({ method: "labels", key: "" }, () => catalog.labels(query)),
    rows: (slug) => faults.run({ method: "rows", key: slug }, () => catalog.rows(slug)),
    dataExcerpts: (slug) =>
      faults.run({ method: "dataExcerpts", key: slug }, () => catalog.dataExcerpts(slug)),
    neighbours: (post, now) =>
      faults.run({ method: "neighbours", key: post.slug }, () => catalog.neighbours(post, now)),
    put: (post, text) =>
      faults.run({ method: "put", key: sourceKey(post) }, () => catalog.put(post, text)),
    remove: (address) =>
      faults.run({ method: "remove", key: postKey(address) }, () => catalog.remove(address)),
    putDataExcerpts: (locale, excerpts) =>
      faults.run({ method: "putDataExcerpts", key: locale }, () =>
        catalog.putDataExcerpts(locale, excerpts),
      ),
    includes: () => faults.run({ method: "includes", key: "" }, () => catalog.includes()),
    putInclude: (include) =>
      faults.run({ method: "putInclude", key: include.path }, () => catalog.putInclude(include)),
    removeInclude: (path) =>
      faults.run({ method: "removeInclude", key: path }, () => catalog.removeInclude(path)),
    sitemap: (query) => faults.run({ method: "sitemap", key: "" }, () => catalog.sitemap(query)),
    page: (page) => faults.run({ method: "page", key: "" }, () => catalog.page(page)),
  };
}

/** As a backend fails. */
export function catalogFailure(): Fault {
  return { kind: "fail", error: new CatalogError("reach it", new Error("Injected")) };
}
