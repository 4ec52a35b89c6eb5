import { describe, expect, it } from "vitest";
import { CatalogError } from "../../src/catalog/catalog.ts";
import { createMemoryCatalog } from "../../src/catalog/memory-catalog.ts";
import { createGate } from "../store/faults.ts";
import { describeCatalog } from "./catalog-contract.ts";
import { catalogFailure, createFaultyCatalog } from "./faulty-catalog.ts";
import { post, slug } from "./posts.ts";

describeCatalog("createFaultyCatalog() without faults", () =>
  createFaultyCatalog(createMemoryCatalog()),
);

describe("createFaultyCatalog()", () => {
  it("fails the method and key it was told to, and no other", async () => {
    const catalog = createFaultyCatalog(createMemoryCatalog());
    catalog.faults.inject({ method: "put", key: "posts/merhaba.md" }, catalogFailure());
    await expect(catalog.put(post({}))).rejects.toThrow(CatalogError);
    expect(await catalog.rows(slug("merhaba"))).toEqual([]);
    await catalog.put(post({ slug: slug("other") }));
    expect(catalog.faults.calls.map(({ method, key }) => `${method} ${key}`)).toEqual([
      "put posts/merhaba.md",
      "rows merhaba",
      "put posts/other.md",
    ]);
  });

  it("answers late with the state of before", async () => {
    const catalog = createFaultyCatalog(createMemoryCatalog());
    const gate = createGate();
    const before = await catalog.state(5);
    catalog.faults.inject({ method: "state", times: 1 }, { kind: "hold answer", gate });
    const held = catalog.state(5);
    await catalog.put(post({}));
    gate.open();
    expect(await held).toEqual(before);
    expect(await catalog.state(5)).not.toEqual(before);
  });
});
