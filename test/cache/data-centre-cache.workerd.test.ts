import { describe, expect, it } from "vitest";
import { createDataCentreCache } from "../../src/cache/data-centre-cache.ts";
import { createPointers } from "../../src/cache/pointers.ts";
import { createDeferredWork } from "./deferred-work.ts";
import { createFakeClock } from "./fake-clock.ts";

const cache = createDataCentreCache(() => caches.open("kiyi-test"));

function entry(text: string) {
  return {
    body: new TextEncoder().encode(text),
    headers: { "content-type": "text/html; charset=utf-8" },
  };
}

describe("createDataCentreCache()", () => {
  it("gives back what was stored, body and headers", async () => {
    const key = "page/posts/dağ|tr.html|b.s.p.7-3?#%";
    expect(await cache.get(key)).toBeNull();
    await cache.put(key, entry("Merhaba"), 60);
    const found = await cache.get(key);
    expect(new TextDecoder().decode(found?.body)).toBe("Merhaba");
    expect(found?.headers).toMatchObject({ "content-type": "text/html; charset=utf-8" });
    expect(found?.headers).not.toHaveProperty("cache-control");
  });

  it("keeps entries apart whose keys differ in one character", async () => {
    for (const key of ["k/a", "k/A", "k/a/", "k/a?", "k/%61", "k/ä"])
      await cache.put(key, entry(key), 60);
    for (const key of ["k/a", "k/A", "k/a/", "k/a?", "k/%61", "k/ä"])
      expect(new TextDecoder().decode((await cache.get(key))?.body)).toBe(key);
  });

  it("replaces an entry", async () => {
    await cache.put("replaced", entry("1"), 60);
    await cache.put("replaced", entry("2"), 60);
    expect(new TextDecoder().decode((await cache.get("replaced"))?.body)).toBe("2");
  });

  it("holds binary bodies", async () => {
    const body = Uint8Array.from({ length: 256 }, (_, index) => index);
    await cache.put("binary", { body, headers: {} }, 60);
    expect((await cache.get("binary"))?.body).toEqual(body);
  });

  it("is a miss when the cache fails or hangs, and says so when it can't store", async () => {
    const failing = createDataCentreCache(() => Promise.reject(new Error("no cache")));
    expect(await failing.get("a")).toBeNull();
    await expect(failing.put("a", entry("a"), 60)).rejects.toThrow("no cache");
    const hanging = createDataCentreCache(() => new Promise(() => {}));
    expect(await hanging.get("a")).toBeNull();
    await expect(hanging.put("a", entry("a"), 60)).rejects.toThrow("no answer in 2000 ms");
  });
});

describe("createPointers() on it", () => {
  it("purges in every isolate of the data centre", async () => {
    const clock = createFakeClock();
    const work = createDeferredWork();
    let version = 1;
    const source = { name: "source/posts/workerd.md", read: async () => version };
    const [one, other] = [createPointers(cache, clock.now), createPointers(cache, clock.now)];
    const resolve = async (pointers: typeof one) => {
      const { value, origin } = await pointers.resolve(source, work.defer);
      await work.settle();
      return `${value} ${origin}`;
    };
    expect(await resolve(one)).toBe("1 read");
    expect(await resolve(other)).toBe("1 edge");
    version = 2;
    clock.advance(1);
    await one.purge([source.name]);
    clock.advance(1);
    expect(await resolve(one)).toBe("2 read");
    clock.advance(5_001);
    expect(await resolve(other)).toBe("2 edge");
  });
});
