// A bounded map in isolate memory: the least recently used entries leave first.

export interface Lru<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
  delete(key: string): void;
}

export interface LruLimits<T> {
  /** Sum of {@link sizeOf} that is kept. */
  readonly maxSize: number;
  /** In the unit of `maxSize`: bytes, or 1 for each entry. */
  readonly sizeOf: (value: T) => number;
}

export function createLru<T>({ maxSize, sizeOf }: LruLimits<T>): Lru<T> {
  const entries = new Map<string, T>(); // in the order of use
  let size = 0;

  function remove(key: string): void {
    const value = entries.get(key);
    if (value === undefined) return;
    entries.delete(key);
    size -= sizeOf(value);
  }

  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set(key, value) {
      remove(key);
      if (sizeOf(value) > maxSize) return;
      entries.set(key, value);
      size += sizeOf(value);
      for (const oldest of entries.keys()) {
        if (size <= maxSize) return;
        remove(oldest);
      }
    },
    delete: remove,
  };
}
