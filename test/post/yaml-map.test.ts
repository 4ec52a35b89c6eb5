import { describe, expect, it } from "vitest";
import { InvalidSourceError } from "../../src/post/note.ts";
import { parseYamlMap, type YamlMap } from "../../src/post/yaml-map.ts";

const PLACE = { file: "posts/a.md", firstLine: 2, maxLength: 16_384 };

function parse(yaml: string): YamlMap {
  return parseYamlMap(yaml, PLACE);
}

function values(yaml: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...parse(yaml)].map(([key, field]) => [key, field.value]));
}

function written(yaml: string): Readonly<Record<string, unknown>> {
  return Object.fromEntries([...parse(yaml)].map(([key, field]) => [key, field.written]));
}

function fault(yaml: string): unknown {
  try {
    parse(yaml);
  } catch (error) {
    if (error instanceof InvalidSourceError) return error.notes[0];
    throw error;
  }
  return null;
}

describe("parseYamlMap()", () => {
  it("types scalars as Psych does", () => {
    const yaml = "a: yes\nb: off\nc: 017\nd: 1_000\nf: ~\ng:\nh: 1.10\ni: 'no'\nj: 0o17\n";
    const typed = { a: true, b: false, c: 15, d: 1000, f: null, g: null, h: 1.1, i: "no" };
    expect(values(yaml)).toEqual({ ...typed, j: "0o17" });
  });

  it("keeps dates as text", () => {
    expect(values("date: 2024-02-30\nlist: [2024-05-31 10:30:00 +0300]\n")).toEqual({
      date: "2024-02-30",
      list: ["2024-05-31 10:30:00 +0300"],
    });
  });

  it("tells how scalars were written, at every depth", () => {
    expect(written("a: yes\nb: 1.10\nc: [no, 2024, ~]\nd: {e: on, f: 'x''y'}\ng:\n")).toEqual({
      a: "yes",
      b: "1.10",
      c: ["no", "2024", null],
      d: { e: "on", f: "x'y" },
      g: null,
    });
  });

  it("names keys as they were written", () => {
    expect([...parse("no: a\n1_000: b\n'q': c\nnull: d\n").keys()]).toEqual([
      "no",
      "1_000",
      "q",
      "null",
    ]);
    expect(values("m: {no: a, en: b}\n")).toEqual({ m: { no: "a", en: "b" } });
  });

  it("tells line and column of a field in its file", () => {
    const field = parse("a: 1\n  \nb: 2\n").get("b");
    expect([field?.line, field?.column]).toEqual([4, 1]);
  });

  it("tells which scalars stood in quotes", () => {
    const fields = parse("a: '1'\nb: \"1\"\nc: 1\nd: |\n  1\n");
    expect(["a", "b", "c", "d"].map((key) => fields.get(key)?.isQuoted)).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });

  it("takes the last of equal keys, as Psych does", () => {
    const field = parse("a: 1\nb: 0\na: 2\n").get("a");
    expect([field?.value, field?.line]).toEqual([2, 4]);
  });

  it("merges maps", () => {
    expect(values("<<: {a: yes}\nb: 2\n")).toEqual({ a: true, b: 2 });
    expect(written("<<: {a: yes}\nb: 2\n")).toEqual({ a: "yes", b: "2" });
    expect(values("x: &x {q: 1}\ny:\n  <<: *x\n")).toEqual({ x: { q: 1 }, y: { q: 1 } });
  });

  it("has no fields for an empty text or a comment", () => {
    expect(parse("").size).toBe(0);
    expect(parse("# nothing\n").size).toBe(0);
  });

  it("keeps __proto__ and constructor as fields like others", () => {
    const fields = parse("__proto__: {x: 1}\nconstructor: 2\ntoString: 3\n");
    expect([...fields.keys()]).toEqual(["__proto__", "constructor", "toString"]);
    expect(values("a: {__proto__: {x: 1}}\n")["a"]).not.toHaveProperty("x");
    expect(Object.prototype).not.toHaveProperty("x");
  });

  it("tells place and reason of a fault", () => {
    expect(fault("a: 1\nb: [1\nc: 2\n")).toMatchObject({
      rule: "yaml/syntax",
      field: null,
      line: 4,
    });
    expect(fault("title: a: b\n")).toMatchObject({ line: 2, column: 8 });
    expect(fault("- a\n")).toMatchObject({
      message:
        'Cannot read YAML of "posts/a.md", line 2, column 1: it is no list of "key: value" lines',
    });
    expect(fault("just text\n")).toMatchObject({ line: 2, column: 1 });
  });

  it("reads the first of several documents, as Psych does", () => {
    expect(values("---\na: 1\n---\nb: 2\n")).toEqual({ a: 1 });
  });

  it("refuses what is too long", () => {
    expect(fault(`a: ${"x".repeat(16_384)}\n`)).toMatchObject({
      message: expect.stringContaining("it has 16388 characters, the limit is 16384"),
    });
  });

  it("refuses what is nested too deeply", () => {
    for (const yaml of [
      "a: [".repeat(2_000),
      `a: ${"[".repeat(8_000)}`,
      `a:\n${"- ".repeat(8_000)}`,
    ])
      expect(fault(yaml)).toMatchObject({ message: expect.stringContaining("nested too deeply") });
  });

  it("refuses aliases that multiply", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
    for (let level = 1; level < 10; level += 1)
      lines.push(`a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]`);
    expect(fault(lines.join("\n"))).toMatchObject({ rule: "yaml/syntax" });
  });

  it("never makes objects of Ruby or JavaScript", () => {
    expect(values("a: !ruby/object:Object {x: 1}\nb: !!js/function 'x'\nc: :sym\n")).toEqual({
      a: { x: 1 },
      b: "x",
      c: ":sym",
    });
  });
});
