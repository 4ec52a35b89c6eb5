// Answers with a page that is made of the catalog alone, and kept under the state that it was read in.

import type { Context } from "hono";
import type { CatalogState } from "../catalog/catalog.ts";
import { chooseFormat, type Format, MEDIA_TYPES } from "../negotiate/choose-format.ts";
import { createChrome } from "../page/chrome.ts";
import type { SafeHtml } from "../post/safe-html.ts";
import { catalogVersion } from "../read/catalog-state.ts";
import { catalogInput } from "./catalog-input.ts";
import { textEntry } from "./page-entry.ts";
import { type Serving, servePage } from "./serve-page.ts";
import type { TextDocument } from "./serve-text.ts";

const FORMATS: readonly Format[] = ["html", "markdown"];

export interface ListDocument {
  readonly document: SafeHtml;
  /** What the catalog said together with what the document shows. */
  readonly state: CatalogState;
}

export interface ServedList {
  /** Without locale. */
  readonly path: string;
  readonly make: () => Promise<ListDocument>;
  /** For those whose Accept prefers Markdown, where the list has such a form. */
  readonly makeMarkdown?: () => Promise<TextDocument>;
}

/** @throws what `make` throws, CatalogError */
export async function serveList(
  c: Context,
  { path, make, makeMarkdown }: ServedList,
  { reader, rooms }: Serving,
): Promise<Response> {
  const context = reader.page;
  const isExplicit = context.explicitLocale !== null;
  const accept = c.req.header("Accept") ?? null;
  const isMarkdown = makeMarkdown !== undefined && chooseFormat(accept, FORMATS) === "markdown";
  const format = isMarkdown ? "markdown" : "html";
  const vary = [
    ...(isExplicit ? [] : ["Accept-Language"]),
    ...(makeMarkdown === undefined ? [] : ["Accept"]),
  ];
  const catalog = catalogInput(reader, rooms);

  async function makeHtml(): Promise<TextDocument> {
    const { document, state } = await make();
    return { text: document.markup, state };
  }

  return servePage(
    c.req.raw,
    {
      variant: { path, locale: context.locale, format, isExplicit },
      versions: { source: null, catalog: catalog.version },
      inputs: [catalog],
      headers: vary.length === 0 ? {} : { Vary: vary.join(", ") },
      async make() {
        const { text, state } = await (isMarkdown ? makeMarkdown() : makeHtml());
        const { locale } = createChrome(context);
        return {
          entry: textEntry(text, { type: MEDIA_TYPES[format], locale }),
          versions: { source: null, catalog: catalogVersion(state) },
          isStale: false,
        };
      },
    },
    { reader, rooms },
  );
}
