// Pointers as the edge cache holds them: the current one, the time of the last purge, and the last good one.

import type { EdgeCache, EdgeEntry } from "./edge-cache.ts";
import { createTurns } from "./turns.ts";

export interface Pointer<T> {
  readonly value: T;
  /** Just before the read began, milliseconds since 1970. It travels with the value, so that layers do not add up. */
  readonly readAt: number;
}

export interface PointerLifetimes {
  /** How long a current pointer may be used, in seconds. */
  readonly currentSeconds: number;
  /** How long a good one may stand in when the store fails, in seconds. */
  readonly goodSeconds: number;
}

/** All reads are null for what the cache has lost. */
export interface PointerEntries {
  /** Null also for a pointer whose read began before the last purge. */
  current(name: string): Promise<Pointer<unknown> | null>;
  keepCurrent(name: string, pointer: Pointer<unknown>): Promise<void>;
  good(name: string): Promise<Pointer<unknown> | null>;
  keepGood(name: string, pointer: Pointer<unknown>): Promise<void>;
  /** Good pointers whose reads began until then are used no more. @throws what the cache throws */
  forgetGood(name: string, forgottenAt: number): Promise<void>;
  /** Pointers whose reads began until then, milliseconds since 1970, are used no more. @throws what the cache throws */
  purge(name: string, purgedAt: number): Promise<void>;
}

/** A cache that takes longer than this to store something small is of no use. */
const MAX_TURN_MILLISECONDS = 1_000;

/**
 * Within one isolate an entry is never replaced by an older one. The cache cannot compare and swap, so a pointer may
 * be overwritten by one that another isolate of the data centre read some milliseconds earlier; the bound of
 * staleness holds all the same. A purge is an entry of its own for that reason: no pointer can overwrite it.
 */
export function createPointerEntries(edge: EdgeCache, lifetimes: PointerLifetimes): PointerEntries {
  const turns = createTurns(MAX_TURN_MILLISECONDS);

  async function put(key: string, entry: Stored, maxAgeSeconds: number): Promise<void> {
    await turns.take(key, async () => {
      const present = await read(edge, key);
      if (present !== null && present.readAt >= entry.readAt) return;
      await edge.put(key, encode(entry), maxAgeSeconds);
    });
  }

  return {
    async current(name) {
      const [pointer, purge] = await Promise.all([
        read(edge, currentKey(name)),
        read(edge, purgeKey(name)),
      ]);
      const isPurged = pointer !== null && purge !== null && pointer.readAt <= purge.readAt;
      return isPurged ? null : pointerOf(pointer);
    },
    keepCurrent: (name, pointer) => put(currentKey(name), pointer, lifetimes.currentSeconds),
    good: async (name) => pointerOf(await read(edge, goodKey(name))),
    keepGood: (name, pointer) => put(goodKey(name), pointer, lifetimes.goodSeconds),
    forgetGood: (name, forgottenAt) =>
      put(goodKey(name), { readAt: forgottenAt }, lifetimes.goodSeconds),
    // By then every pointer that was read before is too old to be used.
    purge: (name, purgedAt) => put(purgeKey(name), { readAt: purgedAt }, lifetimes.currentSeconds),
  };
}

function currentKey(name: string): string {
  return `pointer/${name}`;
}

function goodKey(name: string): string {
  return `good/${name}`;
}

function purgeKey(name: string): string {
  return `purge/${name}`;
}

/** A pointer, or without a value the time until which pointers are void. */
interface Stored {
  readonly readAt: number;
  readonly value?: unknown;
}

function pointerOf(stored: Stored | null): Pointer<unknown> | null {
  return stored?.value === undefined ? null : { value: stored.value, readAt: stored.readAt };
}

function encode({ value, readAt }: Stored): EdgeEntry {
  const body = new TextEncoder().encode(JSON.stringify({ value, readAt }));
  return { body, headers: { "Content-Type": "application/json" } };
}

async function read(edge: EdgeCache, key: string): Promise<Stored | null> {
  const entry = await edge.get(key);
  if (entry === null) return null;
  try {
    const stored: Partial<Stored> | null = JSON.parse(new TextDecoder().decode(entry.body));
    return typeof stored?.readAt === "number"
      ? { value: stored.value, readAt: stored.readAt }
      : null;
  } catch {
    return null;
  }
}
