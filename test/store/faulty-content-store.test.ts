import { describe, expect, it } from "vitest";
import { StoreError } from "../../src/store/content-store.ts";
import { createMemoryContentStore } from "../../src/store/memory-content-store.ts";
import { bytes } from "./bytes.ts";
import { describeContentStore } from "./content-store-contract.ts";
import { createGate } from "./faults.ts";
import {
  createFaultyContentStore,
  type FaultyContentStore,
  storeFailure,
} from "./faulty-content-store.ts";

const TEXT = { contentType: "text/plain" };

describeContentStore("createFaultyContentStore() without faults", () =>
  createFaultyContentStore(createMemoryContentStore()),
);

describe("createFaultyContentStore()", () => {
  it("fails the method and key it was told to, and no other", async () => {
    const store = await storeWith("a", "b");
    store.faults.inject({ method: "get", key: "a" }, storeFailure());
    await expect(store.get("a")).rejects.toThrow(StoreError);
    expect(await store.get("b")).toMatchObject({ key: "b" });
    expect(await store.head("a")).toMatchObject({ key: "a" });
  });

  it("fails every key if none is named, until it is healed", async () => {
    const store = await storeWith("a", "b");
    store.faults.inject({ method: "get" }, storeFailure());
    await expect(store.get("a")).rejects.toThrow(StoreError);
    await expect(store.get("b")).rejects.toThrow(StoreError);
    store.faults.heal();
    expect(await store.get("a")).toMatchObject({ key: "a" });
  });

  it("fails as often as it was told to", async () => {
    const store = await storeWith("a");
    store.faults.inject({ method: "get", times: 2 }, storeFailure());
    await expect(store.get("a")).rejects.toThrow(StoreError);
    await expect(store.get("a")).rejects.toThrow(StoreError);
    expect(await store.get("a")).toMatchObject({ key: "a" });
  });

  it("writes and loses the answer", async () => {
    const store = await storeWith();
    store.faults.inject({ method: "put" }, { kind: "fail after", error: new Error("Lost") });
    await expect(store.put("a", bytes("a"), TEXT)).rejects.toThrow("Lost");
    expect(await store.get("a")).toMatchObject({ key: "a" });
  });

  it("hangs before the read, and then reads what is there by then", async () => {
    const store = await storeWith("a");
    const gate = createGate();
    store.faults.inject({ method: "get", times: 1 }, { kind: "hold", gate });
    const held = store.get("a");
    await store.put("a", bytes("new"), TEXT);
    expect(gate.arrivals()).toBe(1);
    gate.open();
    expect((await held)?.body).toEqual(bytes("new"));
  });

  it("hangs after the read, and then answers with what was there before", async () => {
    const store = await storeWith("a");
    const gate = createGate();
    store.faults.inject({ method: "get", times: 1 }, { kind: "hold answer", gate });
    const held = store.get("a");
    await store.put("a", bytes("new"), TEXT);
    gate.open();
    expect((await held)?.body).toEqual(bytes("a"));
  });

  it("counts every call, failed ones included", async () => {
    const store = await storeWith();
    store.faults.inject({ method: "head" }, storeFailure());
    await store.head("a").catch(() => null);
    await store.list("posts/", { limit: 1 });
    expect(store.faults.calls).toEqual([
      { method: "head", key: "a" },
      { method: "list", key: "posts/" },
    ]);
  });
});

/** Objects that hold their own key. */
async function storeWith(...keys: readonly string[]): Promise<FaultyContentStore> {
  const memory = createMemoryContentStore();
  for (const key of keys) await memory.put(key, bytes(key), TEXT);
  return createFaultyContentStore(memory);
}
