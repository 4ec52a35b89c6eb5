// One D1 batch: its queries happen all or not at all, and see one state of the database.

import { CatalogError } from "./catalog.ts";
import type { Row } from "./row-cells.ts";

/** A statement and the values of its parameters ?1, ?2, … */
export type Query = readonly [statement: string, ...values: readonly (string | number | null)[]];

export interface Transaction {
  /** What is done, for the error: `list posts`. */
  readonly action: string;
  readonly queries: readonly Query[];
}

/** The rows of each query, as `read` understands them. @throws CatalogError also for what `read` throws */
export async function transact<T>(
  database: D1Database,
  { action, queries }: Transaction,
  read: (rows: readonly (readonly Row[])[]) => T,
): Promise<T> {
  try {
    const statements = queries.map(([statement, ...values]) =>
      database.prepare(statement).bind(...values),
    );
    const results = await database.batch<Row>(statements);
    return read(results.map(({ results }) => results));
  } catch (error) {
    throw new CatalogError(action, error);
  }
}
