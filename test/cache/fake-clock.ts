// A clock that stands still until a test moves it.

export interface FakeClock {
  /** Milliseconds since 1970. */
  now(): number;
  advance(milliseconds: number): void;
}

export function createFakeClock(start: number = Date.UTC(2026, 0, 1)): FakeClock {
  let time = start;
  return {
    now: () => time,
    advance(milliseconds) {
      time += milliseconds;
    },
  };
}
