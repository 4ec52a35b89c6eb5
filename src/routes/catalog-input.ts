// The catalog's state as an input of a page.

import type { InputVersion } from "../cache/revision.ts";
import { catalogVersion } from "../read/catalog-state.ts";
import { type PageInput, pageInput } from "./page-input.ts";
import type { Reader } from "./reader.ts";
import type { Rooms } from "./rooms.ts";

export interface CatalogInput extends PageInput {
  readonly version: InputVersion;
}

/** @throws CatalogError, DeadlineError when no state younger than a day is known */
export async function catalogInput(
  { defer }: Reader,
  { pointers, catalogState }: Rooms,
): Promise<CatalogInput> {
  const state = await pointers.resolve(catalogState, defer);
  return { ...pageInput(pointers, catalogState, state), version: catalogVersion(state.value) };
}
