// Random schedules over two isolates of one data centre: the promises hold after every step.

import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPointers, type Pointers, type ResolvedPointer } from "../../src/cache/pointers.ts";
import { createGate, type Gate } from "../store/faults.ts";
import { createFakeEdgeCache } from "./fake-edge-cache.ts";

const NAME = "source/posts/a.md";
/** A reader in another isolate may use what it holds for 5 s, or join a read of 3 s. */
const OTHER_ISOLATE_MILLISECONDS = 5_000;
const MAX_STALENESS_MILLISECONDS = 30_000;

type Step =
  | { readonly kind: "publish"; readonly isolate: 0 | 1; readonly purge: "done" | "lost" | "none" }
  | {
      readonly kind: "read";
      readonly isolate: 0 | 1;
      readonly store: "answers" | "waits" | "fails";
    }
  | { readonly kind: "answer"; readonly index: number }
  | { readonly kind: "evict"; readonly prefix: "pointer/" | "good/" | "" }
  | { readonly kind: "restart"; readonly isolate: 0 | 1 }
  | { readonly kind: "advance"; readonly milliseconds: number };

const isolate = fc.constantFrom(0 as const, 1 as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant("publish" as const),
    isolate,
    purge: fc.constantFrom("done" as const, "done" as const, "lost" as const, "none" as const),
  }),
  fc.record({
    kind: fc.constant("read" as const),
    isolate,
    store: fc.constantFrom(
      "answers" as const,
      "answers" as const,
      "waits" as const,
      "fails" as const,
    ),
  }),
  fc.record({
    kind: fc.constant("read" as const),
    isolate,
    store: fc.constant("answers" as const),
  }),
  fc.record({ kind: fc.constant("answer" as const), index: fc.nat(3) }),
  fc.record({
    kind: fc.constant("evict" as const),
    prefix: fc.constantFrom("pointer/" as const, "good/" as const, "" as const),
  }),
  fc.record({ kind: fc.constant("restart" as const), isolate }),
  fc.record({
    kind: fc.constant("advance" as const),
    milliseconds: fc.constantFrom(0, 1, 400, 1_000, 4_999, 6_000, 11_000, 29_000, 31_000),
  }),
);

interface Shown {
  readonly value: number;
  readonly startedAt: number;
  readonly origin: ResolvedPointer<number>["origin"];
}

/** Runs a schedule; what it throws is the broken promise. */
async function run(steps: readonly Step[]): Promise<void> {
  const now = (): number => Date.now(); // vitest's: timers and clock move together
  const edge = createFakeEdgeCache(now);
  const isolates: [Pointers, Pointers] = [createPointers(edge, now), createPointers(edge, now)];
  /** Newest version that each isolate has shown since it began. */
  const newest: [number, number] = [0, 0];
  /** When each version was written. */
  const writtenAt = [0, now()];
  const purges: { readonly version: number; readonly at: number; readonly isolate: 0 | 1 }[] = [];
  const waiting: Gate[] = [];
  const running: Promise<unknown>[] = [];
  let edgeReadAt = -Infinity;

  const current = (): number => writtenAt.length - 1;
  const defer = (work: Promise<unknown>): void => {
    running.push(work.catch(() => null));
  };

  function source(store: "answers" | "waits" | "fails") {
    return {
      name: NAME,
      async read() {
        if (store === "fails") throw new Error("store down");
        const version = current();
        if (store === "answers") return version;
        const gate = createGate();
        waiting.push(gate);
        await gate.arrive();
        return version;
      },
    };
  }

  function check(
    at: 0 | 1,
    began: { readonly generation: Pointers; readonly shownBefore: number },
    shown: Shown,
  ): void {
    const { value, startedAt, origin } = shown;
    if (origin === "stale") return; // the store failed: G4, not G2
    // G2: what was replaced more than 30 s before the reader began is never shown.
    const replacedAt = writtenAt[value + 1] ?? Infinity;
    expect(startedAt - replacedAt, "G2").toBeLessThanOrEqual(MAX_STALENESS_MILLISECONDS);
    // A purge that was answered is seen by readers who begin later.
    for (const purge of purges) {
      const isSame = purge.isolate === at && isolates[at] === began.generation;
      const delay = isSame ? 0 : OTHER_ISOLATE_MILLISECONDS;
      if (startedAt > purge.at + delay)
        expect(value, `purge, isolate ${at}`).toBeGreaterThanOrEqual(purge.version);
    }
    // G1 within an isolate: never older than what was shown before this reader began.
    if (isolates[at] === began.generation)
      expect(value, `G1, isolate ${at}`).toBeGreaterThanOrEqual(began.shownBefore);
  }

  function read(at: 0 | 1, store: "answers" | "waits" | "fails"): void {
    const generation = isolates[at];
    const began = { generation, shownBefore: newest[at] };
    const startedAt = now();
    const reading = generation.resolve(source(store), defer).then(
      async (pointer) => {
        check(at, began, { value: pointer.value, startedAt, origin: pointer.origin });
        if (isolates[at] === generation) newest[at] = Math.max(newest[at], pointer.value);
        if (pointer.origin !== "stale") defer(generation.keepGood(source(store), pointer));
        return null;
      },
      () => null, // the store failed and nothing is known
    );
    running.push(reading);
    reading.catch(() => null); // told at the end
  }

  async function settle(): Promise<void> {
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    const entry = edge.json(`pointer/${NAME}`) as { readAt: number } | null;
    if (entry !== null) {
      expect(entry.readAt, "a pointer in the data centre goes back in time").toBeGreaterThanOrEqual(
        edgeReadAt,
      );
      edgeReadAt = entry.readAt;
    }
  }

  async function publish(at: 0 | 1, purge: "done" | "lost" | "none"): Promise<void> {
    writtenAt.push(now());
    if (purge === "none") return;
    if (purge === "lost")
      edge.faults.inject(
        { method: "put", key: `purge/${NAME}` },
        { kind: "fail", error: new Error("lost") },
      );
    const version = current();
    try {
      await isolates[at].purge([NAME]);
      purges.push({ version, at: now(), isolate: at });
    } catch {
      // Told to the publisher: only G2 holds.
    }
    edge.faults.heal();
  }

  for (const next of steps) {
    if (next.kind === "publish") await publish(next.isolate, next.purge);
    if (next.kind === "read") read(next.isolate, next.store);
    if (next.kind === "answer") waiting.splice(next.index, 1)[0]?.open();
    if (next.kind === "evict") {
      edge.evict(next.prefix);
      if (next.prefix === "") purges.length = 0; // the data centre has forgotten them
      edgeReadAt = -Infinity;
    }
    if (next.kind === "restart") {
      isolates[next.isolate] = createPointers(edge, now);
      newest[next.isolate] = 0;
    }
    if (next.kind === "advance") await vi.advanceTimersByTimeAsync(next.milliseconds);
    await settle();
  }
  for (const gate of waiting) gate.open();
  await vi.runAllTimersAsync();
  while (running.length > 0) await running.shift();
}

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("pointers under random schedules", () => {
  it("keep G1 within an isolate, G2, and every purge that was answered", async () => {
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 40 }), run), {
      numRuns: 3_000,
    });
  }, 120_000);
});
