import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DeadlineError } from "../../src/cache/deadline.ts";
import { createPointers, type Pointers, type PointerSource } from "../../src/cache/pointers.ts";
import { READ_MILLISECONDS } from "../../src/cache/read-in-time.ts";
import { createGate } from "../store/faults.ts";
import { createDeferredWork, type DeferredWork } from "./deferred-work.ts";
import { createFakeClock, type FakeClock } from "./fake-clock.ts";
import { createFakeEdgeCache, type FakeEdgeCache } from "./fake-edge-cache.ts";

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

let clock: FakeClock;
let edge: FakeEdgeCache;
let work: DeferredWork;
let pointers: Pointers;
let version: number;
let reads: number;
let failure: Error | null;

const source: PointerSource<number> = {
  name: "source/posts/a.md",
  async read() {
    reads += 1;
    if (failure !== null) throw failure;
    return version;
  },
};

beforeEach(() => {
  clock = createFakeClock();
  edge = createFakeEdgeCache(clock.now);
  work = createDeferredWork();
  pointers = createPointers(edge, clock.now);
  version = 1;
  reads = 0;
  failure = null;
});

afterEach(() => {
  vi.useRealTimers();
});

/** `<value> <origin>`, with all work behind the response done. */
async function resolve(isolate: Pointers = pointers): Promise<string> {
  const { value, origin } = await isolate.resolve(source, work.defer);
  await work.settle();
  return `${value} ${origin}`;
}

describe("resolve()", () => {
  it("uses what it holds for 5 s without any call", async () => {
    expect(await resolve()).toBe("1 read");
    const calls = edge.faults.calls.length;
    clock.advance(5 * SECOND);
    expect(await resolve()).toBe("1 memory");
    expect([reads, edge.faults.calls.length]).toEqual([1, calls]);
  });

  it("asks the data centre after 5 s, and uses it up to 10 s without reading", async () => {
    await resolve();
    clock.advance(5 * SECOND + 1);
    expect(await resolve()).toBe("1 edge");
    clock.advance(5 * SECOND - 1);
    expect(await resolve(createPointers(edge, clock.now))).toBe("1 edge");
    expect(reads).toBe(1);
  });

  it("reads again behind the response from 10 to 30 s", async () => {
    await resolve();
    version = 2;
    clock.advance(10 * SECOND + 1);
    expect(await resolve()).toBe("1 edge");
    expect(reads).toBe(2);
    expect(await resolve()).toBe("2 memory");
  });

  it("waits for the store after 30 s", async () => {
    await resolve();
    version = 2;
    clock.advance(30 * SECOND + 1);
    expect(await resolve()).toBe("2 read");
  });

  it("counts the age from before the read began, through all layers", async () => {
    const gate = createGate();
    const slow: PointerSource<number> = {
      name: source.name,
      async read() {
        await gate.arrive();
        return version;
      },
    };
    const began = clock.now();
    const resolving = pointers.resolve(slow, work.defer);
    await vi.waitUntil(() => gate.arrivals() === 1);
    clock.advance(1 * SECOND);
    gate.open();
    expect((await resolving).readAt).toBe(began);
    await work.settle();
    expect(edge.json(`pointer/${source.name}`)).toEqual({ value: 1, readAt: began });
    clock.advance(28 * SECOND);
    const other = createPointers(edge, clock.now);
    expect((await other.resolve(source, () => null)).readAt).toBe(began);
    clock.advance(1 * SECOND + 1);
    expect((await other.resolve(source, () => null)).origin).toBe("read");
  });

  it("expires exactly when the value changes by time alone", async () => {
    const date = clock.now() + 3 * SECOND;
    const scheduled: PointerSource<string> = {
      name: "catalog",
      read: async () => (clock.now() < date ? "hidden" : "visible"),
      changesAt: (value) => (value === "hidden" ? date : null),
    };
    const value = async () => (await pointers.resolve(scheduled, work.defer)).value;
    expect(await value()).toBe("hidden");
    clock.advance(3 * SECOND - 1);
    expect(await value()).toBe("hidden");
    clock.advance(1);
    expect(await value()).toBe("visible");
  });

  it("shares one read between concurrent requests", async () => {
    await Promise.all(Array.from({ length: 10 }, () => resolve()));
    expect(reads).toBe(1);
  });

  it("tries a read twice", async () => {
    failure = new Error("once");
    const once: PointerSource<number> = {
      name: source.name,
      async read() {
        const value = source.read();
        failure = null;
        return value;
      },
    };
    expect(await pointers.resolve(once, work.defer)).toMatchObject({ value: 1, origin: "read" });
    expect(reads).toBe(2);
  });

  it("works without a cache", async () => {
    edge.faults.inject({ method: "get" }, { kind: "fail", error: new Error("broken") });
    edge.faults.inject({ method: "put" }, { kind: "fail", error: new Error("broken") });
    expect(await resolve()).toBe("1 read");
    expect(await resolve()).toBe("1 memory");
    version = 2;
    clock.advance(5 * SECOND + 1);
    expect(await resolve()).toBe("2 read");
  });

  it("takes an entry that it did not write for a miss", async () => {
    for (const text of ["", "null", "{", "5", "[]", '{"value":1}', '{"value":1,"readAt":"now"}']) {
      const body = new TextEncoder().encode(text);
      await edge.put(`pointer/${source.name}`, { body, headers: {} }, 30);
      expect(await resolve(createPointers(edge, clock.now)), text).toBe("1 read");
      edge.evict("");
    }
  });

  it("is never older than what this isolate has shown, whatever the data centre holds", async () => {
    const other = createPointers(edge, clock.now);
    await resolve(other);
    const older = edge.json(`pointer/${source.name}`);
    clock.advance(1 * SECOND);
    version = 2;
    edge.evict("");
    expect(await resolve()).toBe("2 read");
    const body = new TextEncoder().encode(JSON.stringify(older));
    await edge.put(`pointer/${source.name}`, { body, headers: {} }, 30);
    clock.advance(5 * SECOND + 1);
    expect(await resolve()).toBe("2 read");
  });
});

describe("resolve() when the store fails", () => {
  beforeEach(async () => {
    const pointer = await pointers.resolve(source, work.defer);
    await pointers.keepGood(source, pointer);
    await work.settle();
    failure = new Error("down");
  });

  it("uses the newest known pointer up to 24 h", async () => {
    clock.advance(24 * HOUR - 1);
    expect(await resolve()).toBe("1 stale");
    expect(await resolve(createPointers(edge, clock.now))).toBe("1 stale");
    clock.advance(2);
    await expect(resolve()).rejects.toThrow("down");
    await expect(resolve(createPointers(edge, clock.now))).rejects.toThrow("down");
  });

  it("uses it after a purge too", async () => {
    clock.advance(1);
    await pointers.purge([source.name]);
    expect(await resolve()).toBe("1 stale");
  });

  it("uses the newer of what it holds and what was good", async () => {
    failure = null;
    version = 2;
    clock.advance(31 * SECOND);
    expect(await resolve()).toBe("2 read");
    failure = new Error("down");
    clock.advance(31 * SECOND);
    expect(await resolve()).toBe("2 stale");
  });

  it("reads again as soon as the store answers", async () => {
    clock.advance(1 * HOUR);
    expect(await resolve()).toBe("1 stale");
    failure = null;
    version = 2;
    expect(await resolve()).toBe("2 read");
  });

  it("throws what the store threw when nothing is known", async () => {
    edge.evict("");
    await expect(resolve(createPointers(edge, clock.now))).rejects.toThrow("down");
  });
});

describe("resolve() when the store hangs", () => {
  const hanging: PointerSource<number> = { name: source.name, read: () => new Promise(() => {}) };

  it("waits 3 s, then uses what is known, and then waits no more", async () => {
    const pointer = await pointers.resolve(source, work.defer);
    await pointers.keepGood(source, pointer);
    await work.settle();
    clock.advance(1 * HOUR);
    vi.useFakeTimers();
    const first = pointers.resolve(hanging, () => null);
    await vi.advanceTimersByTimeAsync(2_999);
    let isSettled = false;
    void first.then(() => (isSettled = true));
    await vi.advanceTimersByTimeAsync(0);
    expect(isSettled).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect((await first).origin).toBe("stale");
    expect((await pointers.resolve(hanging, () => null)).origin).toBe("stale");
  });

  it("fails after 3 s when nothing is known", async () => {
    vi.useFakeTimers();
    const failing = expect(pointers.resolve(hanging, () => null)).rejects.toThrow(DeadlineError);
    await vi.advanceTimersByTimeAsync(3_000);
    await failing;
  });

  it("shows the new version from the second request on once the store answers", async () => {
    await pointers.keepGood(source, await pointers.resolve(source, work.defer));
    clock.advance(1 * HOUR);
    vi.useFakeTimers();
    const first = pointers.resolve(hanging, () => null);
    await vi.advanceTimersByTimeAsync(3_000);
    await first;
    vi.useRealTimers();
    version = 2;
    expect(await resolve()).toBe("1 stale");
    expect(await resolve()).toBe("2 memory");
  });

  it("does not let a cancelled request's read hang the others", async () => {
    vi.useFakeTimers();
    // Its owner was cancelled: neither the read nor the timers of its deadline ever do anything.
    const cancelled: PointerSource<number> = {
      name: source.name,
      read: () => new Promise(() => {}),
    };
    void pointers.resolve(cancelled, () => null).catch(() => null);
    await vi.advanceTimersByTimeAsync(0);
    vi.clearAllTimers();
    const slow: PointerSource<number> = {
      name: source.name,
      async read() {
        await new Promise((done) => setTimeout(done, 20));
        return source.read();
      },
    };
    const waiters = Promise.all(
      Array.from({ length: 20 }, () => pointers.resolve(slow, () => null)),
    );
    await vi.advanceTimersByTimeAsync(READ_MILLISECONDS + 20);
    expect((await waiters).map(({ value }) => value)).toEqual(Array.from({ length: 20 }, () => 1));
    expect(reads).toBe(1);
  });
});

describe("purge()", () => {
  it("makes the next resolve read, in this isolate at once, in others after 5 s at most", async () => {
    const other = createPointers(edge, clock.now);
    await resolve();
    await resolve(other);
    version = 2;
    clock.advance(1);
    await pointers.purge([source.name]);
    clock.advance(1);
    expect(await resolve()).toBe("2 read");
    expect(await resolve(other)).toBe("1 memory");
    clock.advance(5 * SECOND);
    expect(await resolve(other)).toBe("2 edge");
  });

  it("keeps no read that began before it", async () => {
    const gate = createGate();
    const late: PointerSource<number> = {
      name: source.name,
      async read() {
        const answer = version;
        await gate.arrive();
        return answer;
      },
    };
    const before = pointers.resolve(late, work.defer);
    const other = createPointers(edge, clock.now);
    const beforeElsewhere = other.resolve(late, work.defer);
    await vi.waitUntil(() => gate.arrivals() === 2);
    version = 2;
    await pointers.purge([source.name]); // in the same millisecond
    gate.open();
    expect((await before).value).toBe(1);
    expect((await beforeElsewhere).value).toBe(1);
    await work.settle();
    expect(await resolve()).toBe("2 read");
    clock.advance(5 * SECOND + 1);
    expect(await resolve(other)).toBe("2 read");
    expect(await resolve(createPointers(edge, clock.now))).toBe("2 edge");
  });

  it("is seen in other isolates after 5 s, even if a read of theirs ended long after it", async () => {
    const gate = createGate();
    const other = createPointers(edge, clock.now);
    const late: PointerSource<number> = { ...source, read: () => gate.arrive().then(() => 1) };
    const before = other.resolve(late, work.defer);
    await vi.waitUntil(() => gate.arrivals() === 1);
    version = 2;
    clock.advance(1);
    await pointers.purge([source.name]);
    clock.advance(1_400);
    gate.open();
    expect((await before).value).toBe(1);
    await work.settle();
    clock.advance(3_700);
    expect(await resolve(other)).toBe("2 read");
  });

  it("holds in the data centre where the purging isolate has gone", async () => {
    await resolve();
    version = 2;
    clock.advance(1);
    await createPointers(edge, clock.now).purge([source.name]);
    clock.advance(1);
    expect(await resolve(createPointers(edge, clock.now))).toBe("2 read");
  });

  it("does not let later readers join a read that began before it", async () => {
    const gate = createGate();
    const late: PointerSource<number> = { ...source, read: () => gate.arrive().then(() => 1) };
    const before = pointers.resolve(late, work.defer);
    await vi.waitUntil(() => gate.arrivals() === 1);
    version = 2;
    await pointers.purge([source.name]);
    clock.advance(1);
    expect(await resolve()).toBe("2 read");
    gate.open();
    expect((await before).value).toBe(1);
    await work.settle();
    expect(await resolve()).toBe("2 memory");
  });

  it("tells a failure, and works in this isolate all the same", async () => {
    await resolve();
    version = 2;
    clock.advance(1);
    const error = new Error("cache down");
    edge.faults.inject({ method: "put", key: `purge/${source.name}` }, { kind: "fail", error });
    await expect(pointers.purge([source.name, "catalog"])).rejects.toThrow(error);
    clock.advance(1);
    expect(await resolve()).toBe("2 read");
  });

  it("drops nothing else", async () => {
    await resolve();
    await pointers.purge(["source/posts/b.md"]);
    expect(await resolve()).toBe("1 memory");
  });

  it("holds against a pointer of a machine whose clock runs ahead", async () => {
    const ahead = createPointers(edge, () => clock.now() + 60 * SECOND);
    await resolve(ahead);
    expect(await resolve()).toBe("1 edge");
    version = 2;
    clock.advance(1);
    await pointers.purge([source.name]);
    clock.advance(1);
    expect(await resolve()).toBe("2 read");
  });
});

describe("purge() of what is hidden now", () => {
  it("drops the good copy too: it is not shown again when the store fails", async () => {
    await pointers.keepGood(source, await pointers.resolve(source, work.defer));
    await work.settle();
    clock.advance(1);
    await pointers.purge([source.name, "catalog"], [source.name]);
    failure = new Error("down");
    for (const isolate of [pointers, createPointers(edge, clock.now)])
      await expect(resolve(isolate)).rejects.toThrow("down");
    expect(await pointers.lastGood(source)).toBeNull();
  });

  it("keeps no good copy that was read before it, and the next one that is read after it", async () => {
    const pointer = await pointers.resolve(source, work.defer);
    clock.advance(1);
    await pointers.purge([source.name], [source.name]);
    await createPointers(edge, clock.now).keepGood(source, pointer);
    expect(await pointers.lastGood(source)).toBeNull();
    clock.advance(1);
    const shown = await pointers.resolve(source, work.defer);
    await pointers.keepGood(source, shown);
    expect(await pointers.lastGood(source)).toMatchObject({ value: 1 });
  });

  it("tells a failure", async () => {
    const error = new Error("cache down");
    edge.faults.inject({ method: "put", key: `good/${source.name}` }, { kind: "fail", error });
    await expect(pointers.purge([source.name], [source.name])).rejects.toThrow(error);
  });
});

describe("keepGood()", () => {
  it("stores nothing again that has not changed within the hour", async () => {
    const puts = () => edge.faults.calls.filter(({ method }) => method === "put").length;
    const pointer = { value: 1, readAt: clock.now() };
    await pointers.keepGood(source, pointer);
    await pointers.keepGood(source, { ...pointer, readAt: pointer.readAt + HOUR - 1 });
    expect(puts()).toBe(1);
    await pointers.keepGood(source, { ...pointer, readAt: pointer.readAt + HOUR });
    expect(puts()).toBe(2);
    await pointers.keepGood(source, { value: 2, readAt: pointer.readAt + HOUR + 1 });
    expect(await pointers.lastGood(source)).toMatchObject({ value: 2 });
  });

  it("never replaces a newer one", async () => {
    const readAt = clock.now();
    await createPointers(edge, clock.now).keepGood(source, { value: 2, readAt });
    await pointers.keepGood(source, { value: 1, readAt: readAt - 1 });
    expect(await pointers.lastGood(source)).toEqual({ value: 2, readAt });
  });

  it("survives a cache that fails, and stores the next one", async () => {
    const pointer = { value: 1, readAt: clock.now() };
    edge.faults.inject({ method: "put" }, { kind: "fail", error: new Error("cache down") });
    await pointers.keepGood(source, pointer);
    edge.faults.heal();
    expect(await pointers.lastGood(source)).toBeNull();
    await pointers.keepGood(source, pointer);
    expect(await pointers.lastGood(source)).toEqual(pointer);
  });
});

describe("the data centre's pointer", () => {
  it("never goes back in time within an isolate, even if its puts are slow", async () => {
    const gate = createGate();
    edge.faults.inject(
      { method: "put", key: `pointer/${source.name}`, times: 1 },
      { kind: "hold", gate },
    );
    await pointers.resolve(source, work.defer);
    clock.advance(31 * SECOND);
    version = 2;
    await pointers.resolve(source, work.defer);
    gate.open();
    await work.settle();
    expect(edge.json(`pointer/${source.name}`)).toMatchObject({ value: 2 });
  });
});
