// Server-Timing (W3C): how long each phase of an answer took.

import type { Measure } from "../render/measure.ts";
import type { Clock } from "./rooms.ts";

export interface Timings {
  readonly measure: Measure;
  /** Counts the time since the last mark, or since the start, under a name. */
  mark(phase: string): void;
  /** Value of the header: `revision;dur=0.1, markdown;dur=2.3`. */
  header(): string;
}

export function createTimings(clock: Clock): Timings {
  const phases = new Map<string, number>();
  let last = clock.elapsed();
  const add = (phase: string, duration: number): void => {
    phases.set(phase, (phases.get(phase) ?? 0) + duration);
  };
  return {
    measure(phase, work) {
      const start = clock.elapsed();
      try {
        return work();
      } finally {
        add(phase, clock.elapsed() - start);
      }
    },
    mark(phase) {
      const time = clock.elapsed();
      add(phase, time - last);
      last = time;
    },
    header: () =>
      [...phases].map(([phase, duration]) => `${phase};dur=${duration.toFixed(1)}`).join(", "),
  };
}
