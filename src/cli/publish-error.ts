// A publish that the site refused, or that never reached it, and how it is told to the author.

import type { Note } from "../post/note.ts";
import { isRecord } from "../post/record.ts";

export class PublishError extends Error {
  override readonly name = "PublishError";
  /** Of the answer; null if there was none. */
  readonly status: number | null;
  /** What is wrong with the source, if that is the reason. */
  readonly notes: readonly Note[];

  constructor(
    message: string,
    { status, notes }: Pick<PublishError, "status" | "notes">,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.status = status;
    this.notes = notes;
  }
}

/** Notes as an answer has them; what isn't one is left out. */
export function readNotes(value: unknown): readonly Note[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).flatMap((note) => {
    const { severity, rule, line, column, field, message } = note;
    if (typeof message !== "string") return [];
    return {
      severity: severity === "warning" ? "warning" : "error",
      rule: typeof rule === "string" ? rule : "unknown",
      line: typeof line === "number" ? line : null,
      column: typeof column === "number" ? column : null,
      field: typeof field === "string" ? field : null,
      message,
    };
  });
}

/**
 * A note as compilers print theirs, so that editors and terminals make it a link.
 *
 * @example formatNote("posts/x.md", { line: 3, column: 1, message: "Cannot read …" }) // → posts/x.md:3:1: Cannot read …
 */
export function formatNote(
  file: string,
  { line, column, message }: Pick<Note, "line" | "column" | "message">,
): string {
  const place = [file, ...(line === null ? [] : [line, ...(column === null ? [] : [column])])];
  return `${place.join(":")}: ${message}`;
}
