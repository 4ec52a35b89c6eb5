// One D1 batch: its queries happen all or not at all, and see one state of the database.

import { CatalogError } from "./catalog.ts";
import type { Row } from "./row-cells.ts";

/** A statement and the values of its parameters ?1, ?2, … */
export type Query = readonly [statement: string, ...values: readonly (string | number | null)[]];

export type Rows = readonly Row[];

/** Makes something of the rows of each query. */
export type Parse<T> = (results: readonly Rows[]) => T;

export interface Transaction {
  /** What is done, for the error: `list posts`. */
  readonly action: string;
  readonly queries: readonly Query[];
}

/** @throws CatalogError also for what `parse` throws */
export async function transact<T>(
  database: D1Database,
  { action, queries }: Transaction,
  parse: Parse<T>,
): Promise<T> {
  try {
    const statements = queries.map(([statement, ...values]) =>
      database.prepare(statement).bind(...values),
    );
    const results = await database.batch<Row>(statements);
    return parse(results.map(({ results }) => results));
  } catch (error) {
    throw new CatalogError(action, error);
  }
}
