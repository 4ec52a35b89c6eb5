// Where a run of spans ends, by a delimiter.

import type { PlaceMap } from "./place-map.ts";
import type { SpanScanner, Stop } from "./span-scanner.ts";

/** A stop at a delimiter: where it was searched for in vain it will be again. */
export function stopAt(failures: PlaceMap, isAt: (scanner: SpanScanner) => boolean): Stop {
  return {
    isAt,
    isHopeless: (scanner) => failures.get(scanner.position) !== 0 && !scanner.isEmpty(),
    giveUp: (_, visited) => {
      for (const at of visited) failures.set(at, 1);
    },
  };
}
