// A note to the author: what is wrong at which place of a source, and what to do.

/** `error` stops a publish; `warning` is shown to the author and to nobody else. */
export type Severity = "error" | "warning";

export interface Note {
  readonly severity: Severity;
  /** The rule's name, stable for tools: `front-matter/date`, `math/parse`, `liquid/unknown-tag`. */
  readonly rule: string;
  /** 1-based line in the file, front matter included; null where no line can be named. */
  readonly line: number | null;
  /** 1-based column in UTF-16 units; null where no column can be named. */
  readonly column: number | null;
  /** The front matter key or configuration key the note is about; null for the body. */
  readonly field: string | null;
  /** `Cannot read date "32 May": it is no date Jekyll knows; write 2024-05-31 10:30`: no final period. */
  readonly message: string;
}

/** A source that cannot be published. Its notes hold at least one error. */
export class InvalidSourceError extends Error {
  override readonly name = "InvalidSourceError";
  readonly notes: readonly Note[];

  constructor(file: string, notes: readonly Note[]) {
    const [first] = notes;
    super(`Cannot publish "${file}": ${first ? first.message : "it has errors"}`);
    this.notes = notes;
  }
}
