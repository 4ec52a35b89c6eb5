import { describe, expect, it } from "vitest";
import { createPointers } from "../../src/cache/pointers.ts";
import { createDataCentrePurge } from "../../src/publish/data-centre-purge.ts";
import { createDeferredWork } from "../cache/deferred-work.ts";
import { createFakeClock } from "../cache/fake-clock.ts";
import { createFakeEdgeCache } from "../cache/fake-edge-cache.ts";

function createDataCentre() {
  const clock = createFakeClock();
  const edge = createFakeEdgeCache(clock.now);
  const pointers = createPointers(edge, clock.now);
  return { clock, edge, pointers, purge: createDataCentrePurge(pointers) };
}

describe("createDataCentrePurge()", () => {
  it("drops the pointers of these names", async () => {
    const { clock, pointers, purge } = createDataCentre();
    const { defer } = createDeferredWork();
    let version = 1;
    const source = { name: "catalog", read: async () => version };
    await pointers.resolve(source, defer);
    version = 2;
    clock.advance(1);
    expect(await purge.purge(["catalog"])).toEqual({ state: "done" });
    expect((await pointers.resolve(source, defer)).value).toBe(2);
  });

  it("tells a cache that failed, and how long old versions may be seen", async () => {
    const { edge, purge } = createDataCentre();
    edge.faults.inject({ method: "put" }, { kind: "fail", error: new Error("cache down") });
    const failed = { state: "failed", reason: "cache down", staleSeconds: 30 };
    expect(await purge.purge(["catalog"])).toEqual(failed);
  });
});
