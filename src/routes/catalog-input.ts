// The catalog's state as an input of a page.

import type { InputVersion } from "../cache/revision.ts";
import { catalogVersion } from "../read/catalog-state.ts";
import { type PageInput, pageInput } from "./page-input.ts";
import type { Reader } from "./reader.ts";
import type { Rooms } from "./rooms.ts";

export interface CatalogInput extends PageInput {
  readonly version: InputVersion;
}

/** The state that the site was found with: one for the whole page. */
export function catalogInput(
  { site: { catalog: state } }: Reader,
  { pointers, catalogState }: Rooms,
): CatalogInput {
  return { ...pageInput(pointers, catalogState, state), version: catalogVersion(state.value) };
}
