// What happens when an object is deleted between a look at its version and the read of its body.

export class VanishedError extends Error {
  override readonly name = "VanishedError";

  constructor(key: string) {
    super(`Cannot read "${key}": it was deleted a moment ago`);
  }
}

/** Null for an object that vanished: to the reader it is as if it had never been there. */
export async function unlessVanished<T>(read: Promise<T>): Promise<T | null> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof VanishedError) return null;
    throw error;
  }
}
