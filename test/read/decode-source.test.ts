import { describe, expect, it } from "vitest";
import { InvalidSourceError } from "../../src/post/note.ts";
import { decodeSource, MAX_SOURCE_BYTES } from "../../src/read/decode-source.ts";

describe("decodeSource()", () => {
  it("reads UTF-8 and leaves a byte order mark to the front matter", () => {
    const text = "\uFEFF---\ntitle: Ağaç 世界 😀\n---\n";
    expect(decodeSource(new TextEncoder().encode(text), "a")).toBe(text);
  });

  it("refuses other encodings and what is too large", () => {
    const latin1 = Uint8Array.of(0x61, 0xe7, 0x61);
    const utf16 = Uint8Array.of(0xff, 0xfe, 0x61, 0x00);
    for (const bytes of [latin1, utf16, new Uint8Array(MAX_SOURCE_BYTES + 1)])
      expect(() => decodeSource(bytes, "posts/a.md")).toThrow(InvalidSourceError);
    expect(decodeSource(new Uint8Array(MAX_SOURCE_BYTES).fill(0x61), "a")).toHaveLength(
      MAX_SOURCE_BYTES,
    );
  });
});
