import { describe, expect, it } from "vitest";
import { indentFlows } from "../../src/post/indent-flows.ts";
import { parseYamlMap } from "../../src/post/yaml-map.ts";

/** What Ruby's Psych 4 reads from the same text. */
const CASES: readonly (readonly [string, object])[] = [
  ["title: x\ntags: [a,\nb\n]\n", { title: "x", tags: ["a", "b"] }],
  ["tags:\n  [\n    a b,\n\t\tc,\n  ]\nd: 1\n", { tags: ["a b", "c"], d: 1 }],
  ['a: {b: [c,\n"d]"\n], e: f}\ng: it is\n', { a: { b: ["c", "d]"], e: "f" }, g: "it is" }],
  ["a: [b, # x ]\nc]\nd: 1\n", { a: ["b", "c"], d: 1 }],
];

describe("indentFlows()", () => {
  for (const [yaml, expected] of CASES) {
    it(`lets ${JSON.stringify(yaml)} be read as Psych does`, () => {
      const fields = parseYamlMap(yaml, { file: "a", firstLine: 1, maxLength: 1_000 });
      expect(Object.fromEntries([...fields].map(([key, { value }]) => [key, value]))).toEqual(
        expected,
      );
    });
  }

  it("keeps the number of lines and what has no brackets over lines", () => {
    expect(indentFlows("a: [b]\nc: it's [\n d: e\n").split("\n")).toHaveLength(4);
    expect(indentFlows("a: [b]\nc: 'x [y'\nd: e\n")).toBe("a: [b]\nc: 'x [y'\nd: e\n");
  });
});
