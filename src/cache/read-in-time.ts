// Bounds what a reader waits for the store or the catalog: two tries.

import { withDeadline } from "./deadline.ts";

/** Milliseconds of one try. Whole bodies take tens of milliseconds; what takes longer than this is an outage. */
const TRY_MILLISECONDS = 1_500;

/** The longest that {@link readInTime} takes, and a moment for its timers: for who waits for somebody else's read. */
export const READ_MILLISECONDS: number = 2 * TRY_MILLISECONDS + 500;

/** @throws what the second try throws, DeadlineError if it does not answer */
export async function readInTime<T>(action: string, read: () => Promise<T>): Promise<T> {
  try {
    return await withDeadline(read(), TRY_MILLISECONDS, action);
  } catch {
    return withDeadline(read(), TRY_MILLISECONDS, action);
  }
}
