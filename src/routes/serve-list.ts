// Answers with a page that is made of the catalog alone, and kept under the state that it was read in.

import type { Context } from "hono";
import type { CatalogState } from "../catalog/catalog.ts";
import { createChrome } from "../page/chrome.ts";
import type { SafeHtml } from "../post/safe-html.ts";
import { catalogVersion } from "../read/catalog-state.ts";
import { catalogInput } from "./catalog-input.ts";
import { htmlEntry } from "./page-entry.ts";
import { type Serving, servePage } from "./serve-page.ts";

export interface ListDocument {
  readonly document: SafeHtml;
  /** What the catalog said together with what the document shows. */
  readonly state: CatalogState;
}

export interface ServedList {
  /** Without locale. */
  readonly path: string;
  readonly make: () => Promise<ListDocument>;
}

/** @throws what `make` throws, CatalogError */
export async function serveList(
  c: Context,
  { path, make }: ServedList,
  { reader, rooms }: Serving,
): Promise<Response> {
  const context = reader.page;
  const isExplicit = context.explicitLocale !== null;
  const catalog = catalogInput(reader, rooms);
  return servePage(
    c.req.raw,
    {
      variant: { path, locale: context.locale, format: "html", isExplicit },
      versions: { source: null, catalog: catalog.version },
      inputs: [catalog],
      headers: isExplicit ? {} : { Vary: "Accept-Language" },
      async make() {
        const { document, state } = await make();
        return {
          entry: htmlEntry(document, createChrome(context).locale),
          versions: { source: null, catalog: catalogVersion(state) },
          isStale: false,
        };
      },
    },
    { reader, rooms },
  );
}
