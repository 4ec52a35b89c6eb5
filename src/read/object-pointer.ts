// The names of the pointers at objects of the store.

/** Whoever changes an object purges this name. */
export function objectPointer(key: string): string {
  return `source/${key}`;
}
