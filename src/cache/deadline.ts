// Bounds waits: nothing that a reader waits for may hang.

/** The promise did not settle in time; what it would have brought is lost. */
export class DeadlineError extends Error {
  override readonly name = "DeadlineError";

  constructor(action: string, milliseconds: number) {
    super(`Cannot ${action}: no answer in ${milliseconds} ms`);
  }
}

/**
 * Settles as the promise does, or fails after so many milliseconds. Each waiter has a timer of its own: a promise
 * that another request owns never settles in workerd once that request was cancelled (measured).
 *
 * @throws DeadlineError
 */
export async function withDeadline<T>(
  promise: Promise<T>,
  milliseconds: number,
  action: string,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new DeadlineError(action, milliseconds)), milliseconds);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
