// Bounds what a reader waits for the store or the catalog: two tries, as pointers have them.

import { withDeadline } from "../cache/deadline.ts";

/** One try. Whole bodies take tens of milliseconds; what takes longer than this is an outage. */
const READ_MILLISECONDS = 1_500;

/** @throws what the second try throws, DeadlineError if it does not answer */
export async function readInTime<T>(action: string, read: () => Promise<T>): Promise<T> {
  try {
    return await withDeadline(read(), READ_MILLISECONDS, action);
  } catch {
    return withDeadline(read(), READ_MILLISECONDS, action);
  }
}
