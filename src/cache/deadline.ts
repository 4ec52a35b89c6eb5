// Bounds waits: nothing that a reader waits for may hang.

/** The promise did not settle in time; what it would have brought is lost. */
export class DeadlineError extends Error {
  override readonly name = "DeadlineError";

  constructor(action: string, milliseconds: number) {
    super(`Cannot ${action}: no answer in ${milliseconds} ms`);
  }
}

/** The answer of {@link within} for a promise that did not settle in time. */
export const LATE: unique symbol = Symbol("late");

/**
 * Settles as the promise does, or is {@link LATE} after so many milliseconds. Each waiter has a timer of its own: a
 * promise that another request owns never settles in workerd once that request was cancelled (measured).
 */
export async function within<T>(
  promise: Promise<T>,
  milliseconds: number,
): Promise<T | typeof LATE> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** As {@link within}, but fails if it is late. @throws DeadlineError, whatever the promise throws */
export async function withDeadline<T>(
  promise: Promise<T>,
  milliseconds: number,
  action: string,
): Promise<T> {
  const settled = await within(promise, milliseconds);
  if (settled === LATE) throw new DeadlineError(action, milliseconds);
  return settled;
}
