import { describe, expect, it } from "vitest";
import { createFieldReader, FieldFault } from "../../src/post/field-reader.ts";
import { text } from "../../src/post/field-types.ts";
import { parseYamlMap } from "../../src/post/yaml-map.ts";

function readerOf(yaml: string) {
  const fields = parseYamlMap(yaml, { file: "a", firstLine: 2, maxLength: 10_000 });
  return createFieldReader(fields, "front-matter");
}

const refuse = (): never => {
  throw new FieldFault("write something else");
};

describe("read()", () => {
  it("is null for a field that is absent or empty", () => {
    const reader = readerOf("a:\nb: ''\nc: ~\n");
    for (const key of ["a", "b", "c", "d"]) expect(reader.read(key, refuse)).toBeNull();
    expect(reader.notes).toEqual([]);
  });

  it("notes a fault with rule, field and place, and goes on", () => {
    const reader = readerOf("title: A\n  \ndate: never\n");
    expect(reader.read("date", refuse)).toBeNull();
    expect(reader.read("title", text(10))).toBe("A");
    expect(reader.notes).toEqual([
      {
        severity: "error",
        rule: "front-matter/date",
        line: 4,
        column: 1,
        field: "date",
        message: 'Cannot read date "never": write something else',
      },
    ]);
  });

  it("shows no more of a value than tells it apart", () => {
    const reader = readerOf(`a: ${"x".repeat(5_000)}\nb: [1]\n`);
    reader.read("a", refuse);
    reader.read("b", refuse);
    const messages = reader.notes.map((note) => note.message);
    expect(messages).toEqual([
      `Cannot read a "${"x".repeat(60)}": write something else`,
      "Cannot read b: write something else",
    ]);
  });

  it("lets errors through that are no faults of the field", () => {
    const reader = readerOf("a: 1\n");
    const bug = new TypeError("a bug");
    expect(() =>
      reader.read("a", () => {
        throw bug;
      }),
    ).toThrow(bug);
  });
});
