import { describe, expect, it } from "vitest";
import { parseStoreMessage } from "../../src/publish/store-message.ts";

/** As Cloudflare documents a notification of R2. */
const EVENT = {
  account: "3f4b7e3dcab231cbfdaa90a6a28bd548",
  action: "CopyObject",
  bucket: "my-bucket",
  object: { key: "posts/a.md", size: 65_536, eTag: "c846ff7a18f28c2e262116d6e8719ef0" },
  eventTime: "2024-05-24T19:36:44.379Z",
  copySource: { bucket: "my-bucket", object: "posts/b.md" },
};

describe("parseStoreMessage()", () => {
  it("takes the key of an event, whatever its action", () => {
    for (const action of [
      "PutObject",
      "CopyObject",
      "CompleteMultipartUpload",
      "DeleteObject",
      "LifecycleDeletion",
    ])
      expect(parseStoreMessage({ ...EVENT, action, object: { key: "posts/a.md" } })).toEqual({
        kind: "object",
        key: "posts/a.md",
      });
    expect(parseStoreMessage(EVENT)).toEqual({ kind: "object", key: "posts/a.md" });
  });

  it("takes the next step of a reconcile", () => {
    const cursor = { scope: "changed", objects: "x", rows: null, after: "posts/a.md" };
    expect(parseStoreMessage({ kind: "reconcile", cursor })).toEqual({ kind: "reconcile", cursor });
    expect(parseStoreMessage({ kind: "reconcile", cursor: null })).toEqual({
      kind: "reconcile",
      cursor: null,
    });
  });

  it("is null for whatever else", () => {
    const bodies = [
      null, undefined, 5, "text", [], {}, { object: { key: "a" } }, { action: "PutObject" }, { action: "PutObject", object: "a" },
      { action: "PutObject", object: {} }, { action: "PutObject", object: { key: 5 } }, { action: 5, object: { key: "a" } },
      { kind: "reconcile" }, { kind: "reconcile", cursor: {} }, { kind: "reconcile", cursor: "x" },
      { kind: "reconcile", cursor: { scope: "some", objects: "", rows: "", after: "" } },
      { kind: "reconcile", cursor: { scope: "all", objects: 5, rows: "", after: "" } },
      { kind: "reconcile", cursor: { scope: "all", objects: "", rows: "" } },
    ]; // prettier-ignore
    for (const body of bodies) expect(parseStoreMessage(body), JSON.stringify(body)).toBeNull();
  });
});
