// Answers with a text for machines that only its URL chooses, kept under the state of the catalog that it was read in.

import type { Context } from "hono";
import type { CatalogState } from "../catalog/catalog.ts";
import { catalogVersion } from "../read/catalog-state.ts";
import { catalogInput } from "./catalog-input.ts";
import { textEntry } from "./page-entry.ts";
import { type Serving, servePage } from "./serve-page.ts";

export interface TextDocument {
  readonly text: string;
  /** What the catalog said together with what the text tells. */
  readonly state: CatalogState;
}

export interface ServedText {
  readonly path: string;
  /** Media type, without its charset. */
  readonly type: string;
  readonly make: () => Promise<TextDocument>;
}

/** @throws what `make` throws, CatalogError */
export async function serveText(
  c: Context,
  { path, type, make }: ServedText,
  { reader, rooms }: Serving,
): Promise<Response> {
  const { site } = reader.page;
  const catalog = catalogInput(reader, rooms);
  return servePage(
    c.req.raw,
    {
      variant: { path, locale: null, format: "text", isExplicit: false },
      versions: { source: null, catalog: catalog.version },
      inputs: [catalog],
      headers: {},
      async make() {
        const { text, state } = await make();
        return {
          entry: textEntry(text, { type, locale: site.locale }),
          versions: { source: null, catalog: catalogVersion(state) },
          isStale: false,
        };
      },
    },
    { reader, rooms },
  );
}
