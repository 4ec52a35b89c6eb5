// A content store in front of another one that can be told to fail, hang or answer late.

import { type ContentStore, StoreError } from "../../src/store/content-store.ts";
import { createFaults, type Fault, type Faults } from "./faults.ts";

export interface FaultyContentStore extends ContentStore {
  readonly faults: Faults;
}

/** `store.faults.inject({ method: "get", key: "posts/a.md" }, storeFailure())`; a list's key is its prefix. */
export function createFaultyContentStore(store: ContentStore): FaultyContentStore {
  const faults = createFaults();
  return {
    faults,
    swapsAtomically: store.swapsAtomically,
    get: (key) => faults.run({ method: "get", key }, () => store.get(key)),
    getUnless: (key, version) =>
      faults.run({ method: "getUnless", key }, () => store.getUnless(key, version)),
    head: (key) => faults.run({ method: "head", key }, () => store.head(key)),
    put: (key, body, options) =>
      faults.run({ method: "put", key }, () => store.put(key, body, options)),
    delete: (key) => faults.run({ method: "delete", key }, () => store.delete(key)),
    list: (prefix, page) =>
      faults.run({ method: "list", key: prefix }, () => store.list(prefix, page)),
  };
}

/** As a backend fails. */
export function storeFailure(): Fault {
  return { kind: "fail", error: new StoreError("reach", "anything", new Error("Injected")) };
}
