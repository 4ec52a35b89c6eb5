// Pointers: which version of a thing is current, known for seconds. They are the only cached values that age.

import { DeadlineError } from "./deadline.ts";
import { READ_MILLISECONDS, readInTime } from "./read-in-time.ts";
import type { EdgeCache } from "./edge-cache.ts";
import { createLru } from "./lru.ts";
import { createPointerEntries, type Pointer } from "./pointer-entries.ts";
import { createSingleFlight } from "./single-flight.ts";

/** An isolate asks the data centre again after this time, so that a purge there is seen. */
const HELD_MILLISECONDS = 5_000;
/** Up to this age a pointer is used as it is. */
const FRESH_MILLISECONDS = 10_000;
/** Up to this age it is used while it is read again behind the response. The promised bound of staleness. */
export const MAX_AGE_MILLISECONDS = 30_000;
/** Up to this age it is used when the store fails. */
const STALE_IF_ERROR_MILLISECONDS = 24 * 60 * 60 * 1000;
/** After a read that hung, readers get what is known for this time, and the next read is tried behind their responses. */
const HUNG_MILLISECONDS = 10_000;
/** A good pointer that has not changed is stored again after this time, long before it is too old. */
const GOOD_MILLISECONDS = 60 * 60 * 1000;
/** A pointer takes about 300 bytes: 3 MB of the isolate's 128. */
const MAX_POINTERS = 10_000;

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
  /** Says that what this pointer points at could be served. A purge does not touch this copy. No I/O if it is known. */
  keepGood<T>(source: PointerSource<T>, pointer: Pointer<T>): Promise<void>;
  /**
   * The next resolve of these names reads again, in every isolate of this data centre after 5 s at most. Of those
   * that are `hidden` now the good copy goes too: when the store fails, they are not shown again.
   *
   * @throws what the cache throws
   */
  purge(names: readonly string[], hidden?: readonly string[]): Promise<void>;
}

interface Held {
  /** Null after a purge. */
  readonly pointer: Pointer<unknown> | null;
  /** Of the pointer's read or the purge: nothing older takes its place. */
  readonly at: number;
  /** When data centre or store last confirmed it. */
  readonly checkedAt: number;
}

export function createPointers(edge: EdgeCache, now: () => number): Pointers {
  const entries = createPointerEntries(edge, {
    currentSeconds: MAX_AGE_MILLISECONDS / 1000,
    goodSeconds: STALE_IF_ERROR_MILLISECONDS / 1000,
  });
  const memory = createLru<Held>({ maxSize: MAX_POINTERS, sizeOf: () => 1 });
  const hangs = createLru<number>({ maxSize: MAX_POINTERS, sizeOf: () => 1 });
  const kept = createLru<{ json: string; at: number }>({ maxSize: MAX_POINTERS, sizeOf: () => 1 });
  const flights = createSingleFlight<Pointer<unknown>>(READ_MILLISECONDS);

  function hold(name: string, pointer: Pointer<unknown>, checkedAt: number): void {
    const held = memory.get(name);
    if (held === undefined || isNewer(pointer, held))
      memory.set(name, { pointer, at: pointer.readAt, checkedAt });
  }

  async function refresh<T>(source: PointerSource<T>, defer: Defer): Promise<Pointer<T>> {
    const pointer = await flights.run(source.name, async () => {
      const readAt = now();
      return { value: await readInTime(`read ${source.name}`, () => source.read()), readAt };
    });
    hold(source.name, pointer, pointer.readAt);
    hangs.delete(source.name);
    // A cache that fails costs a read, not a page.
    defer(entries.keepCurrent(source.name, pointer).catch(() => null));
    return pointer as Pointer<T>; // a name has one source
  }

  async function refreshOrStale<T>(
    source: PointerSource<T>,
    defer: Defer,
  ): Promise<ResolvedPointer<T>> {
    const hungAt = hangs.get(source.name) ?? -Infinity;
    const known = now() - hungAt < HUNG_MILLISECONDS ? await newestKnown(source) : null;
    if (known !== null) {
      defer(refresh(source, defer).catch(() => null));
      return { ...known, origin: "stale" };
    }
    try {
      return { ...(await refresh(source, defer)), origin: "read" };
    } catch (error) {
      if (error instanceof DeadlineError) hangs.set(source.name, now());
      const stale = await newestKnown(source);
      if (stale === null) throw error;
      return { ...stale, origin: "stale" };
    }
  }

  /** Up to 24 h old. */
  async function newestKnown<T>(source: PointerSource<T>): Promise<Pointer<T> | null> {
    const held = memory.get(source.name)?.pointer ?? null;
    const good = await entries.good(source.name);
    const newest = held !== null && held.readAt >= (good?.readAt ?? 0) ? held : good;
    const isKnown = newest !== null && now() - newest.readAt <= STALE_IF_ERROR_MILLISECONDS;
    return isKnown ? (newest as Pointer<T>) : null;
  }

  return {
    async resolve<T>(source: PointerSource<T>, defer: Defer) {
      const { name } = source;
      const time = now();
      const isUsable = ({ value, readAt }: Pointer<T>, maxAge: number): boolean =>
        time - readAt <= maxAge && time < (source.changesAt?.(value) ?? Infinity);

      const held = memory.get(name);
      const own = (held?.pointer ?? null) as Pointer<T> | null;
      const isChecked = held !== undefined && time - held.checkedAt <= HELD_MILLISECONDS;
      if (own !== null && isChecked && isUsable(own, MAX_AGE_MILLISECONDS))
        return { ...own, origin: "memory" as const };

      const shared = (await entries.current(name)) as Pointer<T> | null;
      const isBehind = shared !== null && held !== undefined && !isNewer(shared, held);
      if (shared === null || isBehind || !isUsable(shared, MAX_AGE_MILLISECONDS))
        return refreshOrStale(source, defer);
      const pointer = own?.readAt === shared.readAt ? own : shared; // of one moment the one that was shown stays
      hold(name, pointer, time);
      if (!isUsable(pointer, FRESH_MILLISECONDS)) defer(refresh(source, defer).catch(() => null));
      return { ...pointer, origin: "edge" as const };
    },
    async lastGood<T>(source: PointerSource<T>) {
      const good = (await entries.good(source.name)) as Pointer<T> | null;
      return good !== null && now() - good.readAt <= STALE_IF_ERROR_MILLISECONDS ? good : null;
    },
    async keepGood({ name }, pointer) {
      const json = JSON.stringify(pointer.value);
      const last = kept.get(name);
      if (last?.json === json && pointer.readAt - last.at < GOOD_MILLISECONDS) return;
      kept.set(name, { json, at: pointer.readAt });
      await entries.keepGood(name, pointer).catch(() => kept.delete(name));
    },
    async purge(names, hidden = []) {
      const time = now();
      const purges = names.flatMap((name) => {
        const at = Math.max(time, memory.get(name)?.at ?? 0); // another machine's clock may run ahead
        flights.forget(name);
        hangs.delete(name);
        memory.set(name, { pointer: null, at, checkedAt: time });
        const purge = entries.purge(name, at);
        if (!hidden.includes(name)) return [purge];
        kept.delete(name);
        return [purge, entries.forgetGood(name, at)];
      });
      await Promise.all(purges);
    },
  };
}

/** Of two equal times a pointer's own is as good, a purge's is not: the read may have begun before it. */
function isNewer(pointer: Pointer<unknown>, held: Held): boolean {
  return held.pointer === null ? pointer.readAt > held.at : pointer.readAt >= held.at;
}
