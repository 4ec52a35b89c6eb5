// What readers may not see any more does not come back with an outage: the last good copy is replaced.

import type { Pointers, PointerSource } from "../cache/pointers.ts";
import type { Pointer } from "../cache/pointer-entries.ts";

/** The data centre of a publish forgets by itself; the others learn it here, when they read that nothing is there. */
export async function forgetGood<T>(
  pointers: Pointers,
  source: PointerSource<T>,
  absent: Pointer<T>,
): Promise<void> {
  // Most of what is not there never was: then nothing is written.
  if ((await pointers.lastGood(source)) !== null) await pointers.keepGood(source, absent);
}
