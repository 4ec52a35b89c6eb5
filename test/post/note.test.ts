import { describe, expect, it } from "vitest";
import { InvalidSourceError, type Note } from "../../src/post/note.ts";

const NOTE: Note = {
  severity: "error",
  rule: "front-matter/date",
  line: 3,
  column: 1,
  field: "date",
  message: 'Cannot read date "never": it is no date',
};

describe("InvalidSourceError", () => {
  it("says what its first note says, and holds all of them", () => {
    const error = new InvalidSourceError("posts/a.md", [NOTE, { ...NOTE, line: 4 }]);
    expect(error.message).toBe(
      'Cannot publish "posts/a.md": Cannot read date "never": it is no date',
    );
    expect(error.notes).toHaveLength(2);
    expect(error).toBeInstanceOf(Error);
  });
});
