// Work on many things, a few at a time.

/** @throws the first error, after the others that had begun are done */
export async function inParallel<T>(
  items: readonly T[],
  limit: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const waiting = items.values(); // shared: each worker takes the next one
  async function worker(): Promise<void> {
    for (const item of waiting) await work(item);
  }
  const results = await Promise.allSettled(Array.from({ length: limit }, worker));
  for (const result of results) if (result.status === "rejected") throw result.reason;
}
