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

/** `[…]` in JSON → its items. @throws TypeError, SyntaxError for what is no JSON */
export function list(row: Row, column: string): readonly unknown[] {
  const value: unknown = JSON.parse(text(row, column));
  if (Array.isArray(value)) return value;
  throw new TypeError(`Cannot read column "${column}": it is no list`);
}

/** `["a", "b"]` in JSON → its texts. @throws TypeError, SyntaxError for what is no JSON */
export function textList(row: Row, column: string): readonly string[] {
  const items = list(row, column);
  if (items.every((item) => typeof item === "string")) return items;
  throw new TypeError(`Cannot read column "${column}": it is no list of texts`);
}

/** `{"en": "a"}` in JSON → its texts. @throws TypeError, SyntaxError for what is no JSON */
export function textMap(row: Row, column: string): Readonly<Record<string, string>> {
  const value: unknown = JSON.parse(text(row, column));
  if (typeof value === "object" && value !== null && !Array.isArray(value)) {
    const entries = Object.entries(value);
    if (entries.every(([, item]) => typeof item === "string")) return Object.fromEntries(entries);
  }
  throw new TypeError(`Cannot read column "${column}": it is no map of texts`);
}
