// How many rows one call may ask for.

/** A page of 1,000 posts with long excerpts is about 1 MB. */
const MAX_ROWS = 1000;

/** @throws RangeError */
export function assertRowLimit(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= MAX_ROWS) return;
  throw new RangeError(`Cannot read ${limit} rows: the limit is 1 to ${MAX_ROWS}`);
}
