// Pointers: which version of a thing is current, known for seconds. They are the only cached values that age.

import { withDeadline } from "./deadline.ts";
import type { EdgeCache } from "./edge-cache.ts";
import { createLru } from "./lru.ts";
import { createSingleFlight } from "./single-flight.ts";

/** An isolate asks the data centre again after this time, so that a purge there is seen. */
const HELD_MILLISECONDS = 5_000;
/** Up to this age a pointer is used as it is. */
const FRESH_MILLISECONDS = 10_000;
/** Up to this age it is used while it is read again behind the response. The promised bound of staleness. */
export const MAX_AGE_MILLISECONDS = 30_000;
/** Up to this age it is used when the store fails. */
const STALE_IF_ERROR_MILLISECONDS = 24 * 60 * 60 * 1000;
/** One try of a read; there are two. */
const READ_MILLISECONDS = 1_500;
/** A pointer takes about 300 bytes: 3 MB of the isolate's 128. */
const MAX_POINTERS = 10_000;

export interface Pointer<T> {
  readonly value: T;
  /** Just before the read began, milliseconds since 1970. It travels with the value, so that layers do not add up. */
  readonly readAt: number;
}

/** What a pointer points at: something with a version that can be asked for. */
export interface PointerSource<T> {
  /** Unique, such as `source/posts/hello.md`. */
  readonly name: string;
  /** Values are kept as JSON. */
  read(): Promise<T>;
  /** When the value changes by time alone, milliseconds since 1970; absent or null if it doesn't. */
  changesAt?(value: T): number | null;
}

export interface ResolvedPointer<T> extends Pointer<T> {
  /** `stale`: the read failed and this is the newest that is known. */
  readonly origin: "memory" | "edge" | "read" | "stale";
}

/** Lets work go on behind the response. */
export type Defer = (work: Promise<unknown>) => void;

export interface Pointers {
  /** @throws what the source throws, or DeadlineError, when nothing younger than 24 h is known */
  resolve<T>(source: PointerSource<T>, defer: Defer): Promise<ResolvedPointer<T>>;
  /** The newest pointer that {@link keepGood} kept, up to 24 h old. */
  lastGood<T>(source: PointerSource<T>): Promise<Pointer<T> | null>;
  /** Says that what this pointer points at could be served. A purge does not touch this copy. */
  keepGood<T>(source: PointerSource<T>, pointer: Pointer<T>): Promise<void>;
  /** The next resolve of these names reads again, in every isolate of this data centre after 5 s at most. @throws what the cache throws */
  purge(names: readonly string[]): Promise<void>;
}

/** What a purge leaves behind for as long as a read that began before it could still be used. */
interface Purged {
  readonly value: null;
  /** When the purge happened: an older read never replaces it. */
  readonly readAt: number;
  readonly isPurged: true;
}

type Known = Pointer<unknown> & { readonly isPurged?: true };

interface Held {
  readonly known: Known;
  readonly heldAt: number;
}

export function createPointers(edge: EdgeCache, now: () => number): Pointers {
  const memory = createLru<Held>({ maxSize: MAX_POINTERS, sizeOf: () => 1 });
  const flights = createSingleFlight<Pointer<unknown>>(2 * READ_MILLISECONDS);

  function hold(name: string, known: Known): void {
    const held = memory.get(name);
    if (held === undefined || known.readAt >= held.known.readAt)
      memory.set(name, { known, heldAt: now() });
  }

  /** Keeps the newer of two; a cache that fails costs a read, not a page. */
  async function keep(key: string, pointer: Pointer<unknown>, maxAge: number): Promise<void> {
    const present = await readEntry(edge, key);
    if (present !== null && present.readAt > pointer.readAt) return;
    await edge.put(key, encode(pointer), maxAge / 1000).catch(() => null);
  }

  async function refresh<T>(source: PointerSource<T>, defer: Defer): Promise<Pointer<T>> {
    const pointer = await flights.run(source.name, async () => {
      const readAt = now();
      return { value: await readTwice(source), readAt };
    });
    hold(source.name, pointer);
    defer(keep(edgeKey(source.name), pointer, MAX_AGE_MILLISECONDS));
    return pointer as Pointer<T>;
  }

  async function refreshOrStale<T>(
    source: PointerSource<T>,
    defer: Defer,
  ): Promise<ResolvedPointer<T>> {
    try {
      return { ...(await refresh(source, defer)), origin: "read" };
    } catch (error) {
      const held = memory.get(source.name)?.known ?? null;
      const known = newer(isPointer<T>(held) ? held : null, await lastGood(source));
      if (known === null || now() - known.readAt > STALE_IF_ERROR_MILLISECONDS) throw error;
      return { ...known, origin: "stale" };
    }
  }

  async function lastGood<T>(source: PointerSource<T>): Promise<Pointer<T> | null> {
    const known = await readEntry(edge, goodKey(source.name));
    return isPointer<T>(known) && now() - known.readAt <= STALE_IF_ERROR_MILLISECONDS
      ? known
      : null;
  }

  return {
    async resolve<T>(source: PointerSource<T>, defer: Defer) {
      const time = now();
      const usable = (known: Known | null, maxAge: number): known is Pointer<T> =>
        isPointer<T>(known) &&
        time - known.readAt <= maxAge &&
        time < (source.changesAt?.(known.value) ?? Infinity);

      const held = memory.get(source.name) ?? null;
      if (
        held !== null &&
        time - held.heldAt <= HELD_MILLISECONDS &&
        usable(held.known, MAX_AGE_MILLISECONDS)
      ) {
        return { ...held.known, origin: "memory" as const };
      }
      const shared = await readEntry(edge, edgeKey(source.name));
      const isOlder = shared !== null && held !== null && shared.readAt < held.known.readAt;
      if (isOlder || !usable(shared, MAX_AGE_MILLISECONDS)) return refreshOrStale(source, defer);
      hold(source.name, shared);
      if (!usable(shared, FRESH_MILLISECONDS)) defer(refresh(source, defer).catch(() => null));
      return { ...shared, origin: "edge" as const };
    },
    lastGood,
    async keepGood(source, pointer) {
      await keep(
        goodKey(source.name),
        { value: pointer.value, readAt: pointer.readAt },
        STALE_IF_ERROR_MILLISECONDS,
      );
    },
    async purge(names) {
      const purged: Purged = { value: null, readAt: now(), isPurged: true };
      for (const name of names) {
        flights.forget(name);
        memory.set(name, { known: purged, heldAt: purged.readAt });
      }
      const maxAge = MAX_AGE_MILLISECONDS / 1000;
      await Promise.all(names.map((name) => edge.put(edgeKey(name), encode(purged), maxAge)));
    },
  };
}

async function readTwice<T>(source: PointerSource<T>): Promise<T> {
  const once = (): Promise<T> =>
    withDeadline(source.read(), READ_MILLISECONDS, `read ${source.name}`);
  try {
    return await once();
  } catch {
    return once();
  }
}

function newer<T>(a: Pointer<T> | null, b: Pointer<T> | null): Pointer<T> | null {
  if (a === null || b === null) return a ?? b;
  return a.readAt >= b.readAt ? a : b;
}

function isPointer<T>(known: Known | null): known is Pointer<T> {
  return known !== null && known.isPurged !== true;
}

function edgeKey(name: string): string {
  return `pointer/${name}`;
}

function goodKey(name: string): string {
  return `good/${name}`;
}

function encode(pointer: Pointer<unknown>): {
  body: Uint8Array<ArrayBuffer>;
  headers: Record<string, string>;
} {
  return {
    body: new TextEncoder().encode(JSON.stringify(pointer)),
    headers: { "Content-Type": "application/json" },
  };
}

async function readEntry(edge: EdgeCache, key: string): Promise<Known | null> {
  const entry = await edge.get(key);
  if (entry === null) return null;
  try {
    return JSON.parse(new TextDecoder().decode(entry.body)) as Known; // written by encode()
  } catch {
    return null;
  }
}
