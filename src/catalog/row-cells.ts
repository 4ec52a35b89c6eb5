// Reading the cells of a row whose columns a person may have edited: TypeError for what is not as expected.

/** As a query returns it. */
export type Row = Readonly<Record<string, unknown>>;

/** @throws TypeError */
export function text(row: Row, column: string): string {
  const cell = row[column];
  if (typeof cell === "string") return cell;
  throw new TypeError(`Cannot read column "${column}": it is no text`);
}

/** @throws TypeError */
export function nullableText(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

/** @throws TypeError */
export function integer(row: Row, column: string): number {
  const cell = row[column];
  if (typeof cell === "number" && Number.isSafeInteger(cell)) return cell;
  throw new TypeError(`Cannot read column "${column}": it is no integer`);
}

/** @throws TypeError */
export function nullableInteger(row: Row, column: string): number | null {
  return row[column] === null ? null : integer(row, column);
}

/** `["a", "b"]` → its texts. @throws TypeError, SyntaxError for what is no JSON */
export function textList(row: Row, column: string): readonly string[] {
  const value: unknown = JSON.parse(text(row, column));
  if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value;
  throw new TypeError(`Cannot read column "${column}": it is no list of texts`);
}

/** `{"en": "a"}` → its texts. @throws TypeError, SyntaxError for what is no JSON */
export function textMap(row: Row, column: string): Readonly<Record<string, string>> {
  const value: unknown = JSON.parse(text(row, column));
  const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
  if (Array.isArray(value) || !entries.every(([, item]) => typeof item === "string")) {
    throw new TypeError(`Cannot read column "${column}": it is no map of texts`);
  }
  return Object.fromEntries(entries);
}
