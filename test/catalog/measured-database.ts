// A D1 database that adds up what its batches read and wrote.

export interface MeasuredDatabase {
  readonly database: D1Database;
  rowsRead(): number;
  rowsWritten(): number;
}

export function measuredDatabase(measured: D1Database): MeasuredDatabase {
  let read = 0;
  let written = 0;
  const batch = async (statements: D1PreparedStatement[]) => {
    const results = await measured.batch(statements);
    for (const { meta } of results) {
      read += meta.rows_read;
      written += meta.rows_written;
    }
    return results;
  };
  const database = new Proxy(measured, {
    get: (target, name) => (name === "batch" ? batch : Reflect.get(target, name).bind(target)),
  });
  return { database, rowsRead: () => read, rowsWritten: () => written };
}
