import { afterEach, describe, expect, it, vi } from "vitest";
import { createContentCache, type Made } from "../../src/cache/content-cache.ts";
import { DeadlineError } from "../../src/cache/deadline.ts";
import { createGate } from "../store/faults.ts";
import { createDeferredWork } from "./deferred-work.ts";
import { createFakeClock } from "./fake-clock.ts";
import { createFakeEdgeCache } from "./fake-edge-cache.ts";

const DAY = 24 * 3_600 * 1_000;

function made(key: string, text: string = key): Made {
  return {
    key,
    entry: { body: new TextEncoder().encode(text), headers: { "Content-Type": "text/html" } },
  };
}

function createIsolates() {
  const clock = createFakeClock();
  const edge = createFakeEdgeCache(clock.now);
  const work = createDeferredWork();
  return { clock, edge, work, one: createContentCache(edge), other: createContentCache(edge) };
}

afterEach(() => {
  vi.useRealTimers();
});

describe("findOrMake()", () => {
  it("makes once, then finds it in memory, in other isolates in the data centre, for months", async () => {
    const { clock, edge, work, one, other } = createIsolates();
    const make = vi.fn(async () => made("a"));
    expect((await one.findOrMake("a", make, work.defer)).origin).toBe("made");
    await work.settle();
    const calls = edge.faults.calls.length;
    expect((await one.findOrMake("a", make, work.defer)).origin).toBe("memory");
    expect(edge.faults.calls.length).toBe(calls);
    clock.advance(300 * DAY);
    expect((await other.findOrMake("a", make, work.defer)).origin).toBe("edge");
    expect((await other.findOrMake("a", make, work.defer)).origin).toBe("memory");
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("stores under what was really read: nothing old is found under a new key, nor the reverse", async () => {
    const { work, one } = createIsolates();
    const newer = await one.findOrMake("v1", async () => made("v2"), work.defer);
    expect(newer.key).toBe("v2");
    await work.settle();
    expect(await one.find("v1")).toBeNull();
    expect((await one.find("v2"))?.origin).toBe("memory");
  });

  it("is made once for concurrent callers", async () => {
    const { work, one } = createIsolates();
    const make = vi.fn(async () => made("a"));
    await Promise.all(Array.from({ length: 10 }, () => one.findOrMake("a", make, work.defer)));
    expect(make).toHaveBeenCalledTimes(1);
  });

  it("fails as the making does, and keeps nothing", async () => {
    const { work, one } = createIsolates();
    const failing = one.findOrMake("a", () => Promise.reject(new Error("no")), work.defer);
    await expect(failing).rejects.toThrow("no");
    expect((await one.findOrMake("a", async () => made("a"), work.defer)).origin).toBe("made");
  });

  it("serves without a cache that works", async () => {
    const { edge, work, one } = createIsolates();
    edge.faults.inject({ method: "get" }, { kind: "fail", error: new Error("broken") });
    edge.faults.inject({ method: "put" }, { kind: "fail", error: new Error("broken") });
    expect((await one.findOrMake("a", async () => made("a"), work.defer)).origin).toBe("made");
    await work.settle();
    expect((await one.findOrMake("a", async () => made("a"), work.defer)).origin).toBe("memory");
  });

  it("answers before the data centre has stored", async () => {
    const { edge, work, one } = createIsolates();
    edge.faults.inject({ method: "put" }, { kind: "hold", gate: createGate() });
    expect((await one.findOrMake("a", async () => made("a"), work.defer)).origin).toBe("made");
    expect(work.count()).toBe(1);
  });

  it("fails in time when the making hangs, and serves the result that comes later", async () => {
    const { work, one } = createIsolates();
    vi.useFakeTimers();
    const gate = createGate();
    const hanging = one.findOrMake("a", () => gate.arrive().then(() => made("a")), work.defer);
    const failing = expect(hanging).rejects.toThrow(DeadlineError);
    await vi.advanceTimersByTimeAsync(5_000);
    await failing;
    gate.open();
    await vi.advanceTimersByTimeAsync(1);
    expect(one.held("a")).not.toBeNull();
  });

  it("does not hang when the request that makes was cancelled", async () => {
    const { work, one } = createIsolates();
    vi.useFakeTimers();
    void one.findOrMake("a", () => new Promise(() => {}), work.defer).catch(() => null);
    await vi.advanceTimersByTimeAsync(0);
    vi.clearAllTimers();
    const waiter = one.findOrMake("a", async () => made("a"), work.defer);
    await vi.advanceTimersByTimeAsync(2_000);
    expect((await waiter).origin).toBe("made");
  });
});

describe("held()", () => {
  it("holds no file that would push a thousand pages out", async () => {
    const { work, one } = createIsolates();
    await one.findOrMake("page", async () => made("page"), work.defer);
    const large = {
      ...made("file"),
      entry: { body: new Uint8Array(2 * 1024 * 1024 + 1), headers: {} },
    };
    for (let index = 0; index < 20; index += 1)
      await one.findOrMake(
        `file ${index}`,
        async () => ({ ...large, key: `file ${index}` }),
        work.defer,
      );
    expect(one.held("page")).not.toBeNull();
    expect(one.held("file 0")).toBeNull();
    await work.settle();
    expect((await one.find("file 0"))?.origin).toBe("edge");
  });
});
